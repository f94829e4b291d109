import { brief } from '../numeric/arguments.js';
import type { Dataset } from './datasets.js';
import type { LearningProblem } from './learning-problem.js';

/** A learning algorithm: a Markov kernel from datasets to hypotheses. */
export interface LearningAlgorithm {
  /** Whether the order of the points makes no difference. If so, datasets are enumerated up to order. */
  readonly symmetric: boolean;
  /** P(W = w | S) for each hypothesis w. */
  posterior(problem: LearningProblem, dataset: Dataset): readonly number[];
}

/** @throws TypeError unless the value is a learning algorithm */
export function requireAlgorithm(name: string, value: LearningAlgorithm): void {
  if (typeof value?.posterior !== 'function' || typeof value.symmetric !== 'boolean') {
    throw new TypeError(`${name} must say whether it is symmetric and have a posterior, got ${brief(value)}`);
  }
}
