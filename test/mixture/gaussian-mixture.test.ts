import fc from 'fast-check';
import { determinant, inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { chiSquareScore, kolmogorovSmirnov, normalDistribution } from '../statistics.js';
import { randomMixture } from './random-mixture.js';

/** The density as the textbook writes it: no logarithms, no factorisation. */
function densityByTheBook(mixture: GaussianMixture, x: readonly number[]): number {
  return mixture.weights.reduce((sum, weight, c) => {
    const covariance = new Matrix(mixture.covariances[c]);
    const centred = Matrix.columnVector(x.map((value, j) => value - mixture.means[c][j]));
    const distance = centred.transpose().mmul(inverse(covariance)).mmul(centred).get(0, 0);
    const normalizer = Math.sqrt((2 * Math.PI) ** x.length * determinant(covariance));
    return sum + (weight * Math.exp(-distance / 2)) / normalizer;
  }, 0);
}

const twoHumps = new GaussianMixture({ weights: [0.5, 0.5], means: [-2, 2], covariances: [[1], [1]] });

describe('log-density', () => {
  test('agrees with the textbook formula in 1 to 5 dimensions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }), fc.integer(), (d, k, seed) => {
        const rng = createRng(seed);
        const mixture = randomMixture(k, d, rng);
        const points = mixture.sample(5, rng).to2DArray();
        mixture.logDensity(points).forEach((value, i) => {
          expect(value).toBeCloseTo(Math.log(densityByTheBook(mixture, points[i])), 8);
        });
      }),
    );
  });

  test('integrates to one, and to the known entropy of two humps', () => {
    const step = 0.01;
    const grid = Array.from({ length: 2401 }, (_, i) => -12 + step * i);
    const logDensity = twoHumps.logDensity(grid);
    const integral = (f: (log: number) => number) => logDensity.reduce((sum, log) => sum + step * f(log), 0);
    expect(integral(Math.exp)).toBeCloseTo(1, 12);
    expect(integral((log) => -Math.exp(log) * log)).toBeCloseTo(2.0516587269, 9);
  });

  test('stays finite far out, where the density underflows', () => {
    expect(twoHumps.logDensity([1e6])[0]).toBeCloseTo(
      -((1e6 - 2) ** 2) / 2 - 0.5 * Math.log(2 * Math.PI) - Math.log(2),
      3,
    );
    expect(twoHumps.logDensity([1e200])[0]).toBe(-Infinity);
  });

  test('does not see components of weight zero', () => {
    const mixture = new GaussianMixture({ weights: [1, 0], means: [0, 3], covariances: [[1], [1]] });
    expect(mixture.logDensity([3])[0]).toBeCloseTo(-4.5 - 0.5 * Math.log(2 * Math.PI), 12);
  });

  test('shifts by −d log s when space is scaled by s, over 18 orders of magnitude', () => {
    const rng = createRng('scale');
    const mixture = randomMixture(3, 2, rng);
    const points = mixture.sample(20, rng).to2DArray();
    for (const s of [1e-9, 1e9]) {
      const scaled = new GaussianMixture({
        weights: mixture.weights,
        means: mixture.means.map((row) => row.map((x) => s * x)),
        covariances: mixture.covariances.map((matrix) => matrix.map((row) => row.map((x) => s * s * x))),
      });
      const logs = scaled.logDensity(points.map((row) => row.map((x) => s * x)));
      mixture.logDensity(points).forEach((log, i) => {
        expect(logs[i]).toBeCloseTo(log - 2 * Math.log(s), 9);
      });
    }
  });
});

describe('sampling', () => {
  test('follows the distribution function of the mixture', () => {
    const sample = twoHumps.sample(50_000, createRng('humps')).to1DArray();
    const distribution = (x: number) => (normalDistribution(x + 2) + normalDistribution(x - 2)) / 2;
    expect(kolmogorovSmirnov(Float64Array.from(sample), distribution)).toBeLessThan(1.95);
  });

  test.each([1, 2, 4])('has the mean and covariance of each component, d = %i', (d) => {
    const rng = createRng(d);
    const mixture = randomMixture(3, d, rng);
    const n = 30_000;
    const { points, labels } = mixture.sampleLabelled(n, rng);
    const counts = mixture.weights.map((_, c) => labels.filter((label) => label === c).length);
    expect(
      Math.abs(
        chiSquareScore(
          counts,
          mixture.weights.map((w) => n * w),
        ),
      ),
    ).toBeLessThan(3.5);
    mixture.means.forEach((centre, c) => {
      const own = points.to2DArray().filter((_, i) => labels[i] === c);
      for (let a = 0; a < d; a++) {
        const variance = mixture.covariances[c][a][a];
        expect(Math.abs(mean(own.map((x) => x[a])) - centre[a]) / Math.sqrt(variance / own.length)).toBeLessThan(4);
        for (let b = 0; b <= a; b++) {
          const products = own.map((x) => (x[a] - centre[a]) * (x[b] - centre[b]));
          const expected = mixture.covariances[c][a][b];
          const spread = Math.sqrt((variance * mixture.covariances[c][b][b] + expected ** 2) / own.length);
          expect(Math.abs(mean(products) - expected) / spread).toBeLessThan(4);
        }
      }
    });
  });

  test('comes in random order of components, and grouped from sampleInto', () => {
    const { labels } = twoHumps.sampleLabelled(1000, createRng(1));
    const changes = labels.filter((label, i) => i > 0 && label !== labels[i - 1]).length;
    expect(changes).toBeGreaterThan(400);
    const target = new Float64Array(1000);
    const [first, second] = twoHumps.sampleInto(target, createRng(1));
    expect(first + second).toBe(1000);
    expect(mean(target.subarray(0, first))).toBeLessThan(-1.5);
    expect(mean(target.subarray(first))).toBeGreaterThan(1.5);
  });

  test('needs a stream and a positive size', () => {
    expect(() => twoHumps.sample(0, createRng(1))).toThrow('n must be a positive integer, got 0');
    expect(() => twoHumps.sample(5, undefined as never)).toThrow('rng must come from createRng(seed), got undefined');
  });
});

describe('construction', () => {
  const identity = [
    [1, 0],
    [0, 1],
  ];
  const valid = {
    weights: [0.5, 0.5],
    means: [
      [0, 0],
      [1, 1],
    ],
    covariances: [identity, identity],
  };

  test('lets rounding pass for symmetry, near zero too', () => {
    const rounded = [
      [1, 1e-17],
      [0, 1],
    ];
    expect(new GaussianMixture({ ...valid, covariances: [identity, rounded] }).components).toBe(2);
  });

  test('tells its shape and parameters, which cannot be changed from outside', () => {
    const mixture = new GaussianMixture(valid);
    expect([mixture.components, mixture.dimension]).toEqual([2, 2]);
    mixture.means[0][0] = 99;
    mixture.covariances[0][0][0] = 99;
    expect(mixture.means).toEqual(valid.means);
    expect(mixture.covariances).toEqual(valid.covariances);
  });

  test.each([
    [{ covariance: [identity] }, "GaussianMixture has no option 'covariance'; it takes weights, means, covariances"],
    [{ weights: [0.5, 0.6] }, 'weights must sum to 1, got a sum of 1.1'],
    [{ weights: [1.5, -0.5] }, 'weights[1] must be a finite non-negative number, got -0.5'],
    [{ weights: [Number.NaN, 1] }, 'weights[0] must be a finite non-negative number, got NaN'],
    [{ weights: [1] }, 'weights must have one entry for each of the 2 means, got 1'],
    [{ means: [[0, 0], [1]] }, 'means must have 2 columns in every row, got 1 in row 1'],
    [
      {
        means: [
          [0, 0],
          [1, Infinity],
        ],
      },
      'means must be finite, got Infinity at row 1, column 1',
    ],
    [{ covariances: [identity] }, 'covariances must have one matrix for each of the 2 means, got 1'],
    [{ covariances: [identity, [[1]]] }, 'covariances[1] must be 2×2, got 1×1'],
    [
      {
        covariances: [
          identity,
          [
            [1, 0.5],
            [0.4, 1],
          ],
        ],
      },
      'covariances[1] must be symmetric, got 0.4 at (1, 0) and 0.5 at (0, 1)',
    ],
    [
      {
        covariances: [
          [
            [1, 2],
            [2, 1],
          ],
          identity,
        ],
      },
      'covariances[0] must be positive definite, got [[1,2],[2,1]]',
    ],
    [
      {
        covariances: [
          [
            [0, 0],
            [0, 0],
          ],
          identity,
        ],
      },
      'covariances[0] must be positive definite, got [[0,0],[0,0]]',
    ],
  ])('refuses %j', (change, message) => {
    expect(() => new GaussianMixture({ ...valid, ...change })).toThrow(message);
  });

  test('log-density refuses points of another dimension', () => {
    expect(() => new GaussianMixture(valid).logDensity([[1, 2, 3]])).toThrow('X must have 2 columns, got 3');
  });
});
