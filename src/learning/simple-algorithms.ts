import { requireInstance, requireProbabilities } from '../numeric/arguments.js';
import { requireDataset } from './datasets.js';
import type { LearningAlgorithm } from './learning-algorithm.js';
import { LearningProblem } from './learning-problem.js';

/**
 * Draws the hypothesis from a fixed law, whatever the data.
 *
 * @throws RangeError unless the law is a distribution
 */
export function constantAlgorithm(law: readonly number[]): LearningAlgorithm {
  requireProbabilities('law', law);
  return { symmetric: true, posterior: () => law };
}

/** Outputs one of the training points, drawn at random: hypothesis i stands for instance i. */
export const memorisingAlgorithm: LearningAlgorithm = {
  symmetric: true,
  posterior(problem, dataset) {
    requireInstance('problem', problem, LearningProblem);
    requireDataset(dataset, problem);
    return Array.from(dataset.counts, (count) => count / dataset.points.length);
  },
};
