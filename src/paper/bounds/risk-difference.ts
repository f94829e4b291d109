import { totalVariationDistance } from '../../information/divergence.js';
import { type Bound, bound, type Line, line } from '../../learning/bound.js';
import { type LearningProblem, requireHypothesis, requireLaw } from '../../learning/learning-problem.js';
import { populationRisks } from '../../learning/risk.js';
import { compensatedSum } from '../../numeric/compensated-sum.js';
import { greatest, least } from '../../numeric/extremes.js';

/** (12) and (13) line by line, and the sharp bound. */
export interface RiskDifference {
  /** The four relations of (12), and of (13), with C the least bound of |ℓ|. The last is printed ≲; here it is <=. */
  readonly lines: readonly Line[];
  /** |R_P − R_Q| <= (max ℓ(w, ·) − min ℓ(w, ·)) TV(P, Q). */
  readonly sharp: Bound;
}

/**
 * How much the risks of a hypothesis under two laws P and Q differ.
 *
 * C Σ|P − Q| is 2C·TV(P, Q) (Definition A.4), so that the last relation of (12) holds with the constant 2 that ≲ leaves open,
 * and fails with <= as soon as P and Q differ. What it leads to, |R_P − R_Q| <= C·TV(P, Q), is true of a loss in [0, C].
 * The sharp constant is the oscillation: a loss that is greatest where P > Q and least elsewhere attains it, whatever P and
 * Q are. It is 2C for a loss that goes from −C to C.
 *
 * @throws RangeError if there is no such hypothesis, or a law is no distribution over the instances
 */
export function riskDifference(
  problem: LearningProblem,
  hypothesis: number,
  p: readonly number[],
  q: readonly number[],
): RiskDifference {
  requireHypothesis(hypothesis, problem);
  requireLaw('p', p, problem);
  requireLaw('q', q, problem);
  const losses = problem.losses[hypothesis];
  const sum = (term: (z: number) => number) => compensatedSum(losses.length, term);
  const [onP, onQ] = [p, q].map((law) => populationRisks(problem, law)[hypothesis]);
  const totalVariation = totalVariationDistance(p, q);
  const sides = [
    Math.abs(onP - onQ),
    Math.abs(sum((z) => losses[z] * (p[z] - q[z]))),
    sum((z) => Math.abs(losses[z] * (p[z] - q[z]))),
    problem.lossBound * sum((z) => Math.abs(p[z] - q[z])),
    problem.lossBound * totalVariation,
  ];
  const oscillation = greatest(losses) - least(losses);
  return {
    lines: sides.slice(1).map((right, i) => line(problem, sides[i], i === 0 ? '=' : '<=', right)),
    sharp: bound(problem, sides[0], oscillation * totalVariation, { oscillation, totalVariation }),
  };
}
