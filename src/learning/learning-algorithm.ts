import type { Dataset } from './datasets.js';
import type { LearningProblem } from './learning-problem.js';

/** A learning algorithm: a Markov kernel from datasets to hypotheses. */
export interface LearningAlgorithm {
  /** Whether the order of the points makes no difference. If so, datasets are enumerated up to order. */
  readonly symmetric: boolean;
  /** P(W = w | S) for each hypothesis w. */
  posterior(problem: LearningProblem, dataset: Dataset): readonly number[];
}
