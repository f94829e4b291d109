import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestShare, highestDensityRegion } from '../../src/density/best-share.js';
import { changeOfVariables } from '../../src/density/change-of-variables.js';
import type { Density } from '../../src/density/density.js';
import { planeGrid } from '../../src/density/plane-grid.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { normalQuantile } from '../../src/numeric/normal-quantile.js';
import { toSamples } from '../../src/numeric/samples.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian, turned, uniform } from './oracles.js';

describe('on the line', () => {
  test('the highest-density region of a Gaussian is an interval around its mean', () => {
    const { intervals, logLevel, share } = highestDensityRegion(gaussian(3, 4), 0.9);
    const reach = 2 * normalQuantile(0.95);
    expect(share).toBeCloseTo(0.9, 10);
    expect(intervals).toEqual([[expect.closeTo(3 - reach, 6), expect.closeTo(3 + reach, 6)]]);
    expect(logLevel).toBeCloseTo(gaussian(3, 4).logDensity([3 + reach])[0], 6);
  });

  test('falls into pieces where the density has several peaks', () => {
    const two = new GaussianMixture({ weights: [0.5, 0.5], means: [-10, 10], covariances: [[[1]], [[1]]] });
    const { intervals } = highestDensityRegion(two, 0.8);
    const reach = normalQuantile(0.9);
    expect(intervals.flat()).toEqual(
      [-10 - reach, -10 + reach, 10 - reach, 10 + reach].map((x) => expect.closeTo(x, 6)),
    );
  });

  test('holds its share of the draws, and is smaller than what any other score keeps', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, share) => {
        const rng = createRng(seed);
        const [density, other] = [randomMixture(3, 1, rng), randomMixture(2, 1, rng)];
        const [own, foreign] = [highestDensityRegion(density, share), bestShare(density, share, { score: other })];
        expect(own.share).toBeCloseTo(share, 8);
        expect(foreign.share).toBeCloseTo(share, 8);
        const size = ({ intervals }: typeof own) => intervals.reduce((sum, [from, to]) => sum + to - from, 0);
        expect(size(own)).toBeLessThanOrEqual(size(foreign) + 1e-6);
        const draws = density.sample(4000, rng);
        const kept = own.contains(Float64Array.from(draws.to1DArray())).filter(Boolean).length / 4000;
        expect(Math.abs(kept - share)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / 4000));
      }),
      { numRuns: 20 },
    );
  });

  test('the best by another score are where that is high', () => {
    // Uniform on [0, 1], judged by a Gaussian around 1: the best quarter is [3/4, 1].
    const { intervals, logLevel } = bestShare(uniform(0, 1), 0.25, { score: gaussian(1, 1) });
    expect(intervals).toEqual([[expect.closeTo(0.75, 8), 1]]);
    expect(logLevel).toBeCloseTo(gaussian(1, 1).logDensity([0.75])[0], 7);
  });

  test('all are kept where the share is 1', () => {
    const { contains, logLevel, share } = highestDensityRegion(gaussian(0, 1), 1);
    expect([logLevel, share, ...contains(Float64Array.of(-1e9, 0, 1e9))]).toEqual([-Infinity, 1, true, true, true]);
  });
});

describe('in the plane', () => {
  const covariance = turned(0.7, 2, 0.5);
  const ellipse = new GaussianMixture({ weights: [1], means: [[1, -1]], covariances: [covariance] });
  const grid = planeGrid({ x: [-7, 9], y: [-9, 7], cells: 200 });

  test('the highest-density region of a Gaussian is an ellipse of known level and area', () => {
    const { outlines, logLevel, intervals } = highestDensityRegion(ellipse, 0.9, grid);
    // The squared Mahalanobis distance is exponential with mean 2: the level is a tenth of the peak.
    expect(Math.abs(Math.exp(logLevel - ellipse.logDensity([[1, -1]])[0]) - 0.1)).toBeLessThan(1e-3);
    expect(outlines).toHaveLength(1);
    expect(intervals).toEqual([]);
    const [line] = outlines;
    const area = line.slice(1).reduce((sum, [x, y], i) => sum + (line[i][0] * y - x * line[i][1]) / 2, 0);
    expect(area / (Math.PI * -2 * Math.log(0.1) * Math.sqrt(2 * 0.5))).toBeCloseTo(1, 2);
  });

  test('holds its share of the draws, by whatever score', () => {
    const n = 50_000;
    const mixture = randomMixture(3, 2, createRng(1));
    const wide = planeGrid({ x: [-14, 14], y: [-14, 14], cells: 200 });
    const draws = Float64Array.from(mixture.sample(n, createRng(2)).to1DArray());
    for (const score of [mixture, ellipse]) {
      for (const share of [0.3, 0.9]) {
        const { contains } = bestShare(mixture, share, { score, grid: wide });
        const kept = contains(draws).filter(Boolean).length / n;
        expect(Math.abs(kept - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / n) + 1e-3);
      }
    }
  });

  test('is mapped to one by a map that keeps areas', () => {
    const shear = {
      forward: ([x, y]: readonly number[]) => [x + y, y],
      inverse: ([u, v]: readonly number[]) => [u - v, v],
      logAbsDetJacobian: () => 0,
    };
    const { logLevel } = highestDensityRegion(ellipse, 0.5, grid);
    expect(highestDensityRegion(changeOfVariables(ellipse, shear), 0.5, grid).logLevel).toBeCloseTo(logLevel, 2);
  });
});

test('a score that is constant where there is probability may have no such region: it is said, not rounded', () => {
  for (const length of [0.5, 0.7, 2, 3]) {
    expect(() => highestDensityRegion(uniform(0, length), 0.5)).toThrow('no level of the score has a share of 0.5');
  }
  const disc: Density = {
    dimension: 2,
    logDensity: (X) => {
      const { data, n, d } = toSamples('X', X);
      const distance = (i: number) => Math.hypot(data[i * d], data[i * d + 1]);
      return Float64Array.from({ length: n }, (_, i) => (distance(i) < 1 ? -Math.log(Math.PI) : -Infinity));
    },
  };
  const around = planeGrid({ x: [-1.5, 1.5], y: [-1.5, 1.5], cells: 200 });
  expect(() => highestDensityRegion(disc, 0.5, around)).toThrow('no level of the score has a share of 0.5');
  expect(highestDensityRegion(disc, 1, around).logLevel).toBe(-Infinity);
});

test('bad input is named', () => {
  const plane = randomMixture(2, 2, createRng(1));
  const grid = planeGrid({ x: [0, 1], y: [0, 1], cells: 10 });
  expect(() => highestDensityRegion(gaussian(0, 1), 0)).toThrow('share must be above 0 and at most 1, got 0');
  expect(() => highestDensityRegion(gaussian(0, 1), 1.5)).toThrow('share must be above 0 and at most 1, got 1.5');
  expect(() => highestDensityRegion(plane, 0.5)).toThrow('in the plane a grid is needed');
  expect(() => highestDensityRegion(plane, 0.5, grid)).toThrow(
    'the grid must hold the density and resolve it, got a mass',
  );
  expect(() => highestDensityRegion(randomMixture(1, 3, createRng(1)), 0.5)).toThrow('in 1 or 2 dimensions, got 3');
  expect(() => bestShare(gaussian(0, 1), 0.5, { scores: gaussian(0, 1) } as never)).toThrow(
    "bestShare has no option 'scores'",
  );
  expect(() => planeGrid({ x: [1, 1], y: [0, 1], cells: 3 })).toThrow('x must be a range, got [1, 1]');
  expect(() => planeGrid({ x: [0, 1], y: [0, 1], cells: 0 })).toThrow('cells must be a positive integer, got 0');
});
