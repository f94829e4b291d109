import { totalVariationDistance } from '../../information/divergence.js';
import { type Bound, bound, type Line, line } from '../../learning/bound.js';
import { type LearningProblem, requireHypothesis, requireLaw } from '../../learning/learning-problem.js';
import { populationRisks } from '../../learning/risk.js';
import { requireFinite, requireKnownOptions } from '../../numeric/arguments.js';

/** The three laws of the instances in Lemma 3.1. */
export interface SynthesisLaws {
  /** 𝒟, of the task. */
  readonly task: readonly number[];
  /** 𝒟_M, of what the model puts out. */
  readonly model: readonly number[];
  /** 𝒟_gen, of the synthetic data. */
  readonly generated: readonly number[];
}

/** Lemma 3.1 for one hypothesis. */
export interface ErrorDecomposition {
  /** Err = |R_𝒟 − R̂|. */
  readonly error: number;
  /** |R_𝒟 − R_𝒟M|. */
  readonly taskShift: number;
  /** |R_𝒟M − R_𝒟gen|. */
  readonly generationShift: number;
  /** |R_𝒟gen − R̂|. */
  readonly generalization: number;
  /** The three relations of (14), with C the least bound of |ℓ|. The first is (11), the triangle inequality. */
  readonly lines: readonly Line[];
  /** (1) as printed. */
  readonly printed: Bound;
  /** (1) with the oscillation of the loss for C: true of every loss. For a loss in [0, C] the oscillation is at most C. */
  readonly sharp: Bound;
  /** `sharp` with TV(𝒟, 𝒟_gen) for the sum of the two, which is no less: the law of the model makes no difference. */
  readonly direct: Bound;
}

/**
 * Lemma 3.1 and its proof, (1), (11) and (14), for one hypothesis and its empirical risk on the synthetic data.
 *
 * @throws RangeError if there is no such hypothesis, or a law is no distribution over the instances
 */
export function decomposeError(
  problem: LearningProblem,
  hypothesis: number,
  empiricalRisk: number,
  laws: SynthesisLaws,
): ErrorDecomposition {
  requireKnownOptions('laws', laws, ['task', 'model', 'generated']);
  const { task, model, generated } = laws;
  requireHypothesis(hypothesis, problem);
  requireFinite('empiricalRisk', empiricalRisk);
  const risk = (name: string, law: readonly number[]) => {
    requireLaw(name, law, problem);
    return populationRisks(problem, law)[hypothesis];
  };
  const [onTask, onModel, onGenerated] = [risk('task', task), risk('model', model), risk('generated', generated)];
  const error = Math.abs(onTask - empiricalRisk);
  const taskShift = Math.abs(onTask - onModel);
  const generationShift = Math.abs(onModel - onGenerated);
  const generalization = Math.abs(onGenerated - empiricalRisk);

  const { lossBound: C, oscillation } = problem;
  const taskDivergence = totalVariationDistance(task, model);
  const generationDivergence = totalVariationDistance(model, generated);
  const sides = [
    error,
    taskShift + generationShift + generalization,
    C * taskDivergence + C * generationDivergence + generalization,
    C * (taskDivergence + generationDivergence) + generalization,
  ];
  const errorBound = (constant: number, divergence: number) =>
    bound(problem, error, constant * divergence + generalization, { constant, divergence, generalization });
  return {
    error,
    taskShift,
    generationShift,
    generalization,
    lines: sides.slice(1).map((right, i) => line(problem, sides[i], i === 2 ? '=' : '<=', right)),
    printed: errorBound(C, taskDivergence + generationDivergence),
    sharp: errorBound(oscillation, taskDivergence + generationDivergence),
    direct: errorBound(oscillation, totalVariationDistance(task, generated)),
  };
}
