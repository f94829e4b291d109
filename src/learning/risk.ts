import { requireInstance, requireList, requireWeights } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { LearningProblem, requireLaw } from './learning-problem.js';

/**
 * The population risk R(w) = E ℓ(w, Z) of each hypothesis under a law of the instances (§3.3).
 *
 * @throws RangeError if the law is no distribution over the instances
 */
export function populationRisks(problem: LearningProblem, law: readonly number[]): number[] {
  requireLaw('law', law, problem);
  return meanLosses(problem, law, 1);
}

/**
 * The empirical risk of each hypothesis on a dataset given by how often each instance is in it.
 *
 * @throws RangeError if there is not a count for each instance, one is negative or not finite, or all are zero
 */
export function empiricalRisks(problem: LearningProblem, counts: readonly number[]): number[] {
  requireInstance('problem', problem, LearningProblem);
  requireList('counts', counts);
  if (counts.length !== problem.instances.length) {
    throw new RangeError(`counts must have ${problem.instances.length} entries, got ${counts.length}`);
  }
  return meanLosses(problem, counts, requireWeights('counts', counts));
}

function meanLosses({ losses }: LearningProblem, weights: readonly number[], total: number): number[] {
  return losses.map((row) => compensatedSum(row.length, (z) => weights[z] * row[z]) / total);
}
