import { requireProbabilities } from '../numeric/arguments.js';
import type { LearningAlgorithm } from './learning-algorithm.js';

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
  posterior: (_, { points, counts }) => counts.map((count) => count / points.length),
};
