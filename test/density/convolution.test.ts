import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOfVariables } from '../../src/density/change-of-variables.js';
import { convolution } from '../../src/density/convolution.js';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { chiSquareScore } from '../statistics.js';
import { disguised, gaussian, uniform } from './oracles.js';

const quadrature = { method: 'quadrature' } as const;

/** Mean and covariance of a mixture. */
function moments({ weights, means, covariances, dimension }: GaussianMixture) {
  const average = (f: (c: number) => number) => weights.reduce((sum, weight, c) => sum + weight * f(c), 0);
  const centre = Array.from({ length: dimension }, (_, i) => average((c) => means[c][i]));
  const spread = centre.map((x, i) =>
    centre.map((y, j) => average((c) => covariances[c][i][j] + (means[c][i] - x) * (means[c][j] - y))),
  );
  return { centre, spread };
}

describe('of Gaussian mixtures', () => {
  test('is a mixture of all pairs, whose mean and covariance add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), (d, seed) => {
        const rng = createRng(seed);
        const [p, q] = [randomMixture(3, d, rng), randomMixture(2, d, rng)];
        const sum = convolution(p, q);
        expect(sum.components).toBe(6);
        const [a, b, c] = [p, q, sum].map(moments);
        c.centre.forEach((x, i) => {
          expect(x).toBeCloseTo(a.centre[i] + b.centre[i], 10);
          c.spread[i].forEach((value, j) => {
            expect(value).toBeCloseTo(a.spread[i][j] + b.spread[i][j], 9);
          });
        });
      }),
    );
  });

  test('is the same by quadrature, far into the tails', () => {
    const [p, q] = [randomMixture(3, 1, createRng(1)), randomMixture(2, 1, createRng(2))];
    const exact = convolution(p, q);
    const numeric = convolution(disguised(p), disguised(q));
    const points = Array.from({ length: 61 }, (_, i) => 2 * (i - 30));
    const expected = exact.logDensity(points);
    expect(Math.min(...expected)).toBeLessThan(-500);
    numeric.logDensity(points).forEach((log, i) => {
      expect(log).toBeCloseTo(expected[i], 9);
    });
  });

  test('narrow noise is found on a broad density, and the other way round', () => {
    const [broad, narrow] = [gaussian(3, 100), gaussian(-1, 1e-10)];
    const exact = convolution(broad, narrow).logDensity([0, 2, 30]);
    for (const sum of [convolution(disguised(broad), narrow), convolution(narrow, disguised(broad))]) {
      sum.logDensity([0, 2, 30]).forEach((log, i) => {
        expect(log).toBeCloseTo(exact[i], 9);
      });
    }
  });
});

describe('of other densities', () => {
  test('two uniform ones make a triangle', () => {
    const triangle = convolution(uniform(0, 1), uniform(2, 3));
    const densities = triangle.logDensity([1.9, 2.25, 3, 3.9, 4.1]).map(Math.exp);
    [0, 0.25, 1, 0.1, 0].forEach((value, i) => {
      expect(densities[i]).toBeCloseTo(value, 9);
    });
    expect(differentialEntropy(triangle, quadrature)).toBeCloseTo(1 / 2, 9);
  });

  const logNormal = changeOfVariables(gaussian(0, 0.25), {
    forward: ([x]) => [Math.exp(x)],
    inverse: ([y]) => [Math.log(y)],
    logAbsDetJacobian: ([x]) => x,
  });
  const noise = new GaussianMixture({ weights: [0.5, 0.5], means: [-1, 1], covariances: [[[0.1]], [[0.2]]] });
  const sum = convolution(logNormal, noise);

  test('the sum integrates to one, and its mean and variance are the sums', () => {
    const step = 0.05;
    const x = Array.from({ length: 601 }, (_, i) => -4 + step * i);
    const densities = sum.logDensity(x).map(Math.exp);
    const moment = (f: (x: number) => number) =>
      densities.reduce((total, density, i) => total + step * density * f(x[i]), 0);
    // Mean e^{σ²/2} and variance (e^{σ²} − 1) e^{σ²} of the log-normal; 0 and 1.15 of the noise.
    const centre = Math.exp(0.125);
    expect(moment(() => 1)).toBeCloseTo(1, 9);
    expect(moment((x) => x)).toBeCloseTo(centre, 8);
    expect(moment((x) => (x - centre) ** 2)).toBeCloseTo(Math.expm1(0.25) * Math.exp(0.25) + 1.15, 6);
  });

  test('samples agree with the density', () => {
    const n = 20_000;
    const sample = sum.sample(n, createRng(1)).to1DArray();
    expect(Math.abs(mean(sample) - Math.exp(0.125)) / (standardDeviation(sample) / Math.sqrt(n))).toBeLessThan(4);
    const bounds = Array.from({ length: 21 }, (_, i) => -2 + i / 4);
    const observed = bounds.slice(1).map((to, i) => sample.filter((x) => x > bounds[i] && x <= to).length);
    const expected = bounds.slice(1).map((to, i) => {
      const points = Array.from({ length: 11 }, (_, j) => bounds[i] + ((j + 0.5) / 11) * (to - bounds[i]));
      return (n / 11) * (to - bounds[i]) * sum.logDensity(points).reduce((total, log) => total + Math.exp(log), 0);
    });
    expect(chiSquareScore(observed, expected)).toBeLessThan(3.5);
  });

  test('noise contracts divergence', () => {
    const [p, q] = [uniform(1, 2), uniform(0, 4)];
    expect(klDivergence(p, q, quadrature)).toBeCloseTo(Math.log(4), 10);
    expect(klDivergence(convolution(p, noise), convolution(q, noise), quadrature)).toBeLessThan(Math.log(4));
  });
});

test('the entropy power inequality holds, with equality for Gaussians', () => {
  const power = (p: Parameters<typeof convolution>[0]) => Math.exp(2 * differentialEntropy(p, quadrature));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer(), (k, l, seed) => {
      const rng = createRng(seed);
      const [p, q] = [randomMixture(k, 1, rng), randomMixture(l, 1, rng)];
      expect(power(convolution(p, q)) / (power(p) + power(q))).toBeGreaterThan(1 - 1e-9);
    }),
    { numRuns: 50 },
  );
  expect(power(convolution(gaussian(1, 2), gaussian(3, 5)))).toBeCloseTo(
    power(gaussian(0, 2)) + power(gaussian(0, 5)),
    7,
  );
  const triangle = convolution(uniform(0, 1), uniform(0, 1)) as never;
  expect(power(triangle)).toBeGreaterThan(2);
});

test('bad input is named', () => {
  const plane = randomMixture(1, 2, createRng(1));
  expect(() => convolution(plane, gaussian(0, 1))).toThrow('p and q must have the same dimension, got 2 and 1');
  expect(() => convolution(disguised(plane), plane)).toThrow('in 2 dimensions only Gaussian mixtures can be convolved');
  expect(() => convolution(plane, undefined as never)).toThrow(
    'q must be a density, such as a GaussianMixture, got undefined',
  );
  expect(() => convolution(uniform(0, 1), uniform(0, 1)).logDensity([[1, 2]])).toThrow('X must have 1 column, got 2');
  const { dimension, logDensity } = uniform(0, 1);
  const bare = convolution({ dimension, logDensity }, uniform(0, 1));
  expect(() => bare.logDensity([1])).toThrow('quadrature needs a density with a method breakpoints()');
});
