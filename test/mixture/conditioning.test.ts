import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { gaussian, integralOnLine } from '../density/oracles.js';
import { randomMixture } from './random-mixture.js';

const seeds = fc.integer();
const shapes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 }), seeds);

/** One component by itself. */
const only = ({ means, covariances }: GaussianMixture, c: number) =>
  new GaussianMixture({ weights: [1], means: [means[c]], covariances: [covariances[c]] });

describe('posterior probabilities of components', () => {
  test('are w_c N(x; μ_c, Σ_c)/p(x), and sum to one', () => {
    fc.assert(
      fc.property(shapes, ([k, d, seed]) => {
        const rng = createRng(seed);
        const mixture = randomMixture(k, d, rng);
        const points = mixture.sample(6, rng);
        const posterior = mixture.posterior(points);
        expect([posterior.rows, posterior.columns]).toEqual([6, k]);
        const logs = mixture.logDensity(points);
        mixture.weights.forEach((weight, c) => {
          only(mixture, c)
            .logDensity(points)
            .forEach((log, i) => {
              expect(posterior.get(i, c)).toBeCloseTo(weight * Math.exp(log - logs[i]), 12);
            });
        });
        for (const row of posterior.to2DArray()) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
      }),
      { numRuns: 40 },
    );
  });

  test('are on average the weights, and say where a point came from as often as it did', () => {
    const mixture = randomMixture(3, 2, createRng('posterior'));
    const { points, labels } = mixture.sampleLabelled(20_000, createRng(1));
    const posterior = mixture.posterior(points).to2DArray();
    mixture.weights.forEach((weight, c) => {
      expect(mean(posterior.map((row) => row[c]))).toBeCloseTo(weight, 1);
      const likely = labels.filter((_, i) => posterior[i][c] > 0.4 && posterior[i][c] < 0.6);
      const hits = likely.filter((label) => label === c).length;
      if (likely.length > 100) expect(Math.abs(hits / likely.length - 0.5)).toBeLessThan(0.15);
    });
  });

  test('underflow nowhere, are those of the weights halfway, and 0 for a weight of 0', () => {
    const far = new GaussianMixture({ weights: [0.2, 0.8, 0], means: [-1, 1, 0], covariances: [[1], [1], [1]] });
    const of = (x: number) => far.posterior([x]).to1DArray();
    expect(of(0)).toEqual([expect.closeTo(0.2, 14), expect.closeTo(0.8, 14), 0]);
    expect(of(-1000)).toEqual([1, 0, 0]);
    expect(of(1e5)).toEqual([0, 1, 0]);
    // log odds 2x + log 4.
    expect(of(-5)[1]).toBeCloseTo(4 * Math.exp(-10), 6);
  });

  test('are refused where rounding decides', () => {
    const covariances = [0, 1].map(() => [
      [1, 0],
      [0, 1],
    ]);
    const pair = new GaussianMixture({
      weights: [0.5, 0.5],
      means: [
        [-1, 0],
        [1, 0],
      ],
      covariances,
    });
    // Log odds 2x = 1, whatever y.
    const expected = 1 / (1 + Math.exp(-1));
    for (const y of [0, 10, 1e4]) expect(pair.posterior([[0.5, y]]).get(0, 1)).toBeCloseTo(expected, 6);
    const message = 'X is too far from all components to tell them apart, in row 1';
    const near = [0.5, 1];
    for (const y of [1e6, 1e9, 1e200]) expect(() => pair.posterior([near, [0.5, y]])).toThrow(message);
    expect(pair.posterior([[1e12, 1e9]]).to1DArray()).toEqual([0, 1]);
  });
});

describe('the marginal of some coordinates', () => {
  test('is what is left when the others are integrated over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), seeds, fc.constantFrom(0, 1), (k, seed, kept) => {
        const rng = createRng(seed);
        const mixture = randomMixture(k, 2, rng);
        const marginal = mixture.marginal([kept]);
        const x = 3 * rng.normal();
        const along = (t: Float64Array) =>
          mixture.logDensity(Array.from(t, (y) => (kept === 0 ? [x, y] : [y, x]))).map(Math.exp);
        expect(Math.exp(marginal.logDensity([x])[0])).toBeCloseTo(integralOnLine(along, -60, 60, 0.02), 9);
      }),
      { numRuns: 30 },
    );
  });

  test('of all coordinates is the mixture, in any order; and of a marginal is a marginal', () => {
    const mixture = randomMixture(3, 4, createRng(1));
    const order = [2, 0, 3, 1];
    const points = mixture.sample(5, createRng(2)).to2DArray();
    const turned = mixture.marginal(order).logDensity(points.map((x) => order.map((j) => x[j])));
    mixture.logDensity(points).forEach((log, i) => {
      expect(turned[i]).toBeCloseTo(log, 11);
    });
    const twice = mixture.marginal([3, 1]).marginal([1]);
    expect([twice.means, twice.covariances]).toEqual([mixture.marginal([1]).means, mixture.marginal([1]).covariances]);
    expect(twice.weights).toEqual(mixture.weights);
  });
});

describe('the conditional law given some coordinates', () => {
  test('has the joint density over that of what is given', () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 4 }), ([k, d, seed], known) => {
        const rng = createRng(seed);
        const mixture = randomMixture(k, d, rng);
        const given = Array.from({ length: d }, (_, j) => j)
          .sort(() => rng.uniform() - 0.5)
          .slice(0, Math.min(known, d - 1));
        const left = Array.from({ length: d }, (_, j) => j).filter((j) => !given.includes(j));
        for (const x of mixture.sample(3, rng).to2DArray()) {
          const values = given.map((j) => x[j]);
          const conditional = mixture.conditional(given, values);
          expect([conditional.dimension, conditional.components]).toEqual([left.length, k]);
          const joint = mixture.logDensity([x])[0] - mixture.marginal(given).logDensity([values])[0];
          expect(conditional.logDensity([left.map((j) => x[j])])[0]).toBeCloseTo(joint, 9);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('of a single Gaussian: mean ρx and variance 1 − ρ²', () => {
    const rho = 0.8;
    const pair = new GaussianMixture({
      weights: [1],
      means: [[1, 2]],
      covariances: [
        [
          [1, rho],
          [rho, 1],
        ],
      ],
    });
    const conditional = pair.conditional([0], [3]);
    expect(conditional.means[0][0]).toBeCloseTo(2 + rho * 2, 14);
    expect(conditional.covariances[0][0][0]).toBeCloseTo(1 - rho * rho, 14);
  });

  test('averages to the marginal (law of total expectation), and works far out and at every scale', () => {
    const mixture = randomMixture(3, 2, createRng(5));
    const draws = mixture.sample(4000, createRng(6)).to2DArray();
    const meanGiven = draws.map(([x]) => {
      const { weights, means } = mixture.conditional([0], [x]);
      return weights.reduce((sum, weight, c) => sum + weight * means[c][0], 0);
    });
    expect(mean(meanGiven)).toBeCloseTo(mean(draws.map(([, y]) => y)), 0);
    for (const s of [1e-150, 1e150]) {
      const scaled = new GaussianMixture({
        weights: mixture.weights,
        means: mixture.means.map((row) => row.map((x) => s * x)),
        covariances: mixture.covariances.map((matrix) => matrix.map((row) => row.map((x) => s * x * s))),
      });
      const [plain, large] = [mixture.conditional([1], [0.3]), scaled.conditional([1], [0.3 * s])];
      plain.weights.forEach((weight, c) => {
        expect(large.weights[c]).toBeCloseTo(weight, 12);
        expect(large.means[c][0] / s).toBeCloseTo(plain.means[c][0], 12);
        expect(large.covariances[c][0][0] / s / s).toBeCloseTo(plain.covariances[c][0][0], 12);
      });
    }
    // Where densities underflow, the component that reaches furthest has everything.
    const tails = new GaussianMixture({
      weights: [0.5, 0.5],
      means: [
        [0, 0],
        [0, 7],
      ],
      covariances: [
        [
          [1, 0],
          [0, 1],
        ],
        [
          [4, 0],
          [0, 1],
        ],
      ],
    });
    expect(tails.conditional([0], [1e3]).weights).toEqual([0, 1]);
  });
});

test('bad dimensions and values are named', () => {
  const mixture = randomMixture(2, 3, createRng(1));
  expect(() => mixture.posterior([[1, 2]])).toThrow('X must have 3 columns, got 2');
  expect(() => mixture.marginal([])).toThrow('dimensions must not be empty');
  expect(() => mixture.marginal([0, 3])).toThrow('dimensions must be from 0 to 2, got 3');
  expect(() => mixture.marginal([1, 1])).toThrow('dimensions must differ, got 1 twice');
  expect(() => mixture.marginal(1 as never)).toThrow('dimensions must be a list, got 1');
  expect(() => mixture.conditional([0, 1, 2], [0, 0, 0])).toThrow('dimensions must leave out at least one, got all');
  expect(() => mixture.conditional([0], [1, 2])).toThrow('values must be 1 numbers, got 2');
  expect(() => mixture.conditional([0], [Number.NaN])).toThrow('values[0] must be a finite number, got NaN');
  const line = gaussian(0, 1);
  expect(() => line.conditional([0], [0])).toThrow('dimensions must leave out at least one');
});
