import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { orderedDatasets, unorderedDatasets } from '../../src/learning/datasets.js';
import { empiricalRiskMinimiser } from '../../src/learning/empirical-risk-minimiser.js';
import {
  expectedAbsoluteError,
  expectedGeneralizationError,
  expectedPopulationRisk,
} from '../../src/learning/generalization-error.js';
import { gibbsAlgorithm } from '../../src/learning/gibbs-algorithm.js';
import type { LearningAlgorithm } from '../../src/learning/learning-algorithm.js';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { constantAlgorithm, memorisingAlgorithm } from '../../src/learning/simple-algorithms.js';
import { enumerateTraining, type TrainingOptions } from '../../src/learning/training.js';
import { datasetInformation, pointInformation } from '../../src/learning/training-information.js';
import { randomLearning } from './random-learning.js';

const oneOfMany = new LearningProblem({
  instances: [0, 1],
  hypotheses: Array.from({ length: 20_000 }, (_, i) => i),
  loss: () => 0,
});
const bit = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });

/** Z1, …, Zn and W as a finite distribution: all ordered datasets, one variable for each point. */
function orderedSystem(problem: LearningProblem, algorithm: LearningAlgorithm, { law, sampleSize }: TrainingOptions) {
  const names = Array.from({ length: sampleSize }, (_, i) => `Z${i}`);
  let system = FiniteDistribution.empty();
  for (const name of names) {
    system = system.source(
      name,
      law.map((p, z) => [z, p]),
    );
  }
  system = system.channel('W', names, (...points: number[]) => {
    const counts = law.map((_, z) => points.filter((point) => point === z).length);
    return algorithm.posterior(problem, { points, counts }).map((p, w) => [w, p]);
  });
  const expectation = (f: (w: number, points: number[]) => number) =>
    system.expectation(['W', ...names], (w, ...points) => f(w, points));
  return { system, names, expectation };
}

describe('against all ordered datasets', () => {
  test('information in the dataset and in each point', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, algorithm, law, sampleSize }) => {
        const training = enumerateTraining(problem, algorithm, { law, sampleSize });
        const { system, names } = orderedSystem(problem, algorithm, { law, sampleSize });
        expect(datasetInformation(training)).toBeCloseTo(evaluate(`I(${names};W)`, system), 12);
        names.forEach((name, i) => {
          expect(pointInformation(training, i)).toBeCloseTo(evaluate(`I(${name};W)`, system), 12);
        });
        training.hypothesisLaw.forEach((p, W) => {
          expect(p).toBeCloseTo(system.probability({ W }), 12);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('risks and errors, with and without the absolute value, under the law of the data and another', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, algorithm, law, task, sampleSize }) => {
        const training = enumerateTraining(problem, algorithm, { law, sampleSize });
        const { expectation } = orderedSystem(problem, algorithm, { law, sampleSize });
        const risk = (w: number, weights: readonly number[]) =>
          weights.reduce((sum, p, z) => sum + p * problem.losses[w][z], 0);
        const trainingError = (w: number, points: number[]) =>
          points.reduce((sum, z) => sum + problem.losses[w][z], 0) / sampleSize;
        const gap = (w: number, points: number[]) => risk(w, task) - trainingError(w, points);
        expect(expectedPopulationRisk(training)).toBeCloseTo(
          expectation((w) => risk(w, law)),
          12,
        );
        expect(expectedPopulationRisk(training, task)).toBeCloseTo(
          expectation((w) => risk(w, task)),
          12,
        );
        expect(expectedGeneralizationError(training, task)).toBeCloseTo(expectation(gap), 12);
        expect(expectedAbsoluteError(training, task)).toBeCloseTo(
          expectation((w, points) => Math.abs(gap(w, points))),
          12,
        );
        expect(expectedGeneralizationError(training)).toBeCloseTo(
          expectedPopulationRisk(training) - expectation(trainingError),
          12,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('datasets up to order are as many as multisets, and their probabilities sum to one', () => {
    const law = [0.1, 0.2, 0.3, 0.4];
    const datasets = unorderedDatasets(law, 20);
    expect(datasets).toHaveLength(1771);
    expect(datasets.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(unorderedDatasets([0, 1, 0], 7).map(({ dataset }) => dataset.counts)).toEqual([[0, 7, 0]]);
    expect(orderedDatasets([0.5, 0, 0.5], 3)).toHaveLength(8);
  });
});

describe('closed forms', () => {
  test('one memorised bit: I = h(p), no training error, risk 2p(1 − p)', () => {
    const training = enumerateTraining(bit, memorisingAlgorithm, { law: [0.3, 0.7], sampleSize: 1 });
    expect(datasetInformation(training)).toBeCloseTo(-0.3 * Math.log(0.3) - 0.7 * Math.log(0.7), 15);
    expect(expectedPopulationRisk(training)).toBeCloseTo(0.42, 15);
    expect(expectedGeneralizationError(training)).toBeCloseTo(0.42, 15);
  });

  test('one of n memorised points: E[R − R̂_S] = 2p(1 − p)/n, since the others are as new', () => {
    for (const n of [1, 2, 7, 30]) {
      const training = enumerateTraining(bit, memorisingAlgorithm, { law: [0.3, 0.7], sampleSize: n });
      expect(expectedGeneralizationError(training)).toBeCloseTo(0.42 / n, 14);
    }
  });

  test('the majority of n fair bits: E[R − R̂_S] = E|S̄ − ½|', () => {
    const n = 9;
    let expected = 0;
    for (let k = 0, ways = 1; k <= n; ways = (ways * (n - k)) / (k + 1), k++) {
      expected += (ways / 2 ** n) * Math.abs(k / n - 1 / 2);
    }
    const training = enumerateTraining(bit, empiricalRiskMinimiser, { law: [0.5, 0.5], sampleSize: n });
    expect(expectedGeneralizationError(training)).toBeCloseTo(expected, 14);
    expect(datasetInformation(training)).toBeCloseTo(Math.LN2, 14);
  });

  test('the mean of n bits, squared loss: E[R − R̂_S] = 2p(1 − p)/n', () => {
    const [n, p] = [8, 0.3];
    const mean = new LearningProblem({
      instances: [0, 1],
      hypotheses: Array.from({ length: n + 1 }, (_, k) => k / n),
      loss: (w, z) => (w - z) ** 2,
    });
    const training = enumerateTraining(mean, empiricalRiskMinimiser, { law: [1 - p, p], sampleSize: n });
    expect(expectedGeneralizationError(training)).toBeCloseTo((2 * p * (1 - p)) / n, 14);
    expect(datasetInformation(training)).toBeCloseTo(
      evaluate('H(W)', orderedSystem(mean, empiricalRiskMinimiser, training).system),
      12,
    );
  });

  test('an algorithm that ignores the data learns nothing and has no expected generalization error', () => {
    const training = enumerateTraining(bit, constantAlgorithm([0.2, 0.8]), { law: [0.3, 0.7], sampleSize: 5 });
    expect(datasetInformation(training)).toBeCloseTo(0, 30);
    expect(expectedGeneralizationError(training)).toBeCloseTo(0, 15);
    expect(expectedAbsoluteError(training)).toBeGreaterThan(0.1);
  });

  test('ties are broken evenly, whatever the rounding of the risks', () => {
    const problem = new LearningProblem({
      instances: [0, 1, 2],
      hypotheses: ['a', 'b', 'c'],
      loss: (w, z) => ({ a: [0.1, 0.2, 0.3], b: [0.3, 0.1, 0.2], c: [0.2, 0.2, 0.3] })[w]![z],
    });
    const posterior = empiricalRiskMinimiser.posterior(problem, { points: [0, 1, 2], counts: [1, 1, 1] });
    expect(posterior).toEqual([0.5, 0.5, 0]);
  });
});

describe('the Gibbs algorithm', () => {
  test('generalizes by the symmetrised I(S;W) over β (Aminian et al. 2021)', () => {
    const beta = fc.double({ min: 0.1, max: 30, noNaN: true });
    fc.assert(
      fc.property(randomLearning, beta, ({ problem, law, sampleSize }, inverseTemperature) => {
        const training = enumerateTraining(problem, gibbsAlgorithm(inverseTemperature), { law, sampleSize });
        const symmetrised = training.outcomes.reduce(
          (sum, { probability, posterior }) =>
            sum +
            probability *
              posterior.reduce((inner, p, w) => {
                const q = training.hypothesisLaw[w];
                return p > 0 ? inner + (p - q) * Math.log(p / q) : inner;
              }, 0),
          0,
        );
        expect(expectedGeneralizationError(training)).toBeCloseTo(symmetrised / inverseTemperature, 11);
      }),
    );
  });

  test('is its prior at β = 0, and the minimiser of empirical risk as β grows', () => {
    const data = { points: [0, 1, 1], counts: [1, 2] };
    expect(gibbsAlgorithm(0, [0.9, 0.1]).posterior(bit, data)[0]).toBeCloseTo(0.9, 15);
    expect(gibbsAlgorithm(3, [0.9, 0.1]).posterior(bit, data)[1]).toBeCloseTo(0.1 / (0.1 + 0.9 * Math.exp(-1)), 15);
    expect(gibbsAlgorithm(1e4).posterior(bit, data)).toEqual([0, 1]);
    expect(gibbsAlgorithm(1, [1, 0]).posterior(bit, data)).toEqual([1, 0]);
  });
});

describe('bad input', () => {
  const options = { law: [0.5, 0.5], sampleSize: 2 };
  const withPosterior = (posterior: number[]): LearningAlgorithm => ({ symmetric: true, posterior: () => posterior });
  test.each<[string, () => unknown, string]>([
    [
      'a law of other instances',
      () => enumerateTraining(bit, memorisingAlgorithm, { law: [1], sampleSize: 1 }),
      'law must have 2 probabilities, got 1',
    ],
    [
      'no points',
      () => enumerateTraining(bit, memorisingAlgorithm, { law: [0.5, 0.5], sampleSize: 0 }),
      'sampleSize must be a positive integer, got 0',
    ],
    [
      'too many datasets',
      () => enumerateTraining(bit, { ...memorisingAlgorithm, symmetric: false }, { law: [0.5, 0.5], sampleSize: 19 }),
      'there are 524288 datasets of sampleSize 19 from 2 instances, more than 262144: estimate instead',
    ],
    [
      'few datasets of too many points',
      () => enumerateTraining(bit, memorisingAlgorithm, { law: [1, 0], sampleSize: 1e9 }),
      'the points of 1 datasets of sampleSize 1000000000 are 1000000000 numbers, more than 16777216',
    ],
    [
      'too many posteriors',
      () => enumerateTraining(oneOfMany, memorisingAlgorithm, { law: [0.5, 0.5], sampleSize: 1000 }),
      'P(W | S) of 20000 hypotheses and 1001 datasets are 20020000 numbers, more than 16777216',
    ],
    [
      'points that are not counted',
      () => memorisingAlgorithm.posterior(bit, { points: [0, 1], counts: [1, 2] }),
      'counts must sum to 2 points, got 3',
    ],
    [
      'a prior of other hypotheses',
      () => gibbsAlgorithm(1, [1]).posterior(bit, { points: [0], counts: [1, 0] }),
      'prior must have 2 probabilities, got 1',
    ],
    [
      'a posterior of other hypotheses',
      () => enumerateTraining(bit, withPosterior([1]), options),
      'posterior(1, 1) must have 2 probabilities, got 1',
    ],
    [
      'a posterior that is no law',
      () => enumerateTraining(bit, withPosterior([1, 1]), options),
      'posterior(1, 1) must sum to 1, got a sum of 2',
    ],
    [
      'an unknown option',
      () => enumerateTraining(bit, memorisingAlgorithm, { ...options, n: 3 } as never),
      "enumerateTraining has no option 'n'; it takes law, sampleSize",
    ],
    [
      'a point that is not there',
      () => pointInformation(enumerateTraining(bit, memorisingAlgorithm, options), 2),
      'place must be at most 1, got 2',
    ],
    ['a prior that is no law', () => gibbsAlgorithm(1, [0.5, 0.6]), 'prior must sum to 1'],
    ['a negative β', () => gibbsAlgorithm(-1), 'inverseTemperature must be a finite non-negative number, got -1'],
    ['a constant that is no law', () => constantAlgorithm([0.5]), 'law must sum to 1, got a sum of 0.5'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
