import { requireAtMost, requirePositiveInteger } from '../numeric/arguments.js';
import { pow } from '../numeric/power.js';
import { LearningProblem } from './learning-problem.js';
import { enumerateTraining, type Training } from './training.js';

/** Of a posterior for each of 2ⁿ datasets, which is a matrix of 4ⁿ probabilities. */
const MOST_BITS = 12;

/**
 * The learner that keeps all of its data, n fair bits: hypothesis i is the i-th of the 2ⁿ datasets, so that I(S, W) is
 * n log 2, which is all that there is. The loss is the parity of hypothesis and bit.
 *
 * @throws RangeError unless n is a positive integer, at most 12
 */
export function keepAllData(sampleSize: number): Training {
  requirePositiveInteger('sampleSize', sampleSize);
  requireAtMost('sampleSize', sampleSize, MOST_BITS);
  const hypotheses = Array.from({ length: pow(2, sampleSize) }, (_, i) => i);
  const problem = new LearningProblem({ instances: [0, 1], hypotheses, loss: (w, z) => (w + z) % 2 });
  const number = (points: readonly number[]) => points.reduce((sum, bit) => 2 * sum + bit, 0);
  return enumerateTraining(
    problem,
    { symmetric: false, posterior: (_, { points }) => hypotheses.map((w) => Number(w === number(points))) },
    { law: [0.5, 0.5], sampleSize },
  );
}
