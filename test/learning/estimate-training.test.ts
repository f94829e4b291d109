import { describe, expect, test } from 'vitest';
import { estimateTraining } from '../../src/learning/estimate-training.js';
import { expectedAbsoluteError, expectedGeneralizationError } from '../../src/learning/generalization-error.js';
import { gibbsAlgorithm } from '../../src/learning/gibbs-algorithm.js';
import type { LearningAlgorithm } from '../../src/learning/learning-algorithm.js';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { enumerateTraining } from '../../src/learning/training.js';
import { datasetInformation } from '../../src/learning/training-information.js';
import { createRng } from '../../src/random/rng.js';
import { arbitraryKernel } from './random-learning.js';

const problem = new LearningProblem({
  instances: [0, 1, 2],
  hypotheses: [0, 1, 2],
  loss: (w, z) => Math.abs(w - z),
});
const law = [0.2, 0.3, 0.5];
const task = [0.4, 0.3, 0.3];

const algorithms: [string, LearningAlgorithm][] = [
  ['Gibbs', gibbsAlgorithm(4)],
  ['a kernel that looks at the order', arbitraryKernel(3, false)],
];

describe.each(algorithms)('%s', (_, algorithm) => {
  const exact = enumerateTraining(problem, algorithm, { law, sampleSize: 5 });
  const estimate = (datasets: number) =>
    estimateTraining(problem, algorithm, { law, task, sampleSize: 5, datasets, rng: createRng('estimate') });

  test('errors are those of the enumeration, within their standard errors', () => {
    const { generalizationError, absoluteError } = estimate(4000);
    for (const [estimated, expected] of [
      [generalizationError, expectedGeneralizationError(exact, task)],
      [absoluteError, expectedAbsoluteError(exact, task)],
    ] as const) {
      expect(Math.abs(estimated.value - expected)).toBeLessThan(4 * estimated.standardError);
      expect(estimated.standardError).toBeLessThan(0.01);
    }
  });

  test('information is overestimated, less and less', () => {
    const expected = datasetInformation(exact);
    const few = Array.from({ length: 200 }, (_, i) =>
      estimateTraining(problem, algorithm, { law, sampleSize: 5, datasets: 5, rng: createRng(i) }),
    ).reduce((sum, { information }) => sum + information.value / 200, 0);
    expect(few).toBeGreaterThan(expected * 1.02);
    const { information } = estimate(4000);
    expect(Math.abs(information.value - expected)).toBeLessThan(4 * information.standardError);
  });

  test('the same seed gives the same numbers', () => {
    expect(estimate(20)).toEqual(estimate(20));
  });
});

test('thousands of points are no obstacle', () => {
  const { absoluteError, generalizationError } = estimateTraining(problem, gibbsAlgorithm(1), {
    law,
    sampleSize: 2000,
    datasets: 50,
    rng: createRng(1),
  });
  expect(absoluteError.value).toBeLessThan(0.03);
  expect(absoluteError.value).toBeGreaterThan(Math.abs(generalizationError.value));
});

describe('bad input', () => {
  const options = { law, sampleSize: 3, datasets: 10, rng: createRng(1) };
  test.each<[string, object, string]>([
    ['one dataset', { ...options, datasets: 1 }, 'datasets must be at least 2, got 1'],
    ['a law', { ...options, law: [1] }, 'law must have 3 probabilities, got 1'],
    ['a task', { ...options, task: [1] }, 'task must have 3 probabilities, got 1'],
    ['no points', { ...options, sampleSize: 0 }, 'sampleSize must be a positive integer, got 0'],
    ['too many points', { ...options, sampleSize: 1e9 }, 'sampleSize must be at most 16777216, got 1000000000'],
    ['too many datasets', { ...options, datasets: 1e9 }, 'datasets must be at most 1048576, got 1000000000'],
    ['no rng', { ...options, rng: undefined }, 'rng must come from createRng(seed), got undefined'],
    ['an unknown option', { ...options, seed: 1 }, "estimateTraining has no option 'seed'"],
  ])('%s', (_, bad, message) => {
    expect(() => estimateTraining(problem, gibbsAlgorithm(1), bad as never)).toThrow(message);
  });
});
