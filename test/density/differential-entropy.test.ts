import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian, integralOnPlane, turned, uniform } from './oracles.js';

const quadrature = { method: 'quadrature' } as const;
const closedForm = { method: 'closed-form' } as const;
const twoHumps = new GaussianMixture({ weights: [0.5, 0.5], means: [-2, 2], covariances: [[[1]], [[1]]] });

test('known values', () => {
  expect(differentialEntropy(gaussian(0, 1), closedForm)).toBeCloseTo(1.4189385332, 10);
  expect(differentialEntropy(gaussian(0, 1), quadrature)).toBeCloseTo(1.4189385332, 10);
  expect(differentialEntropy(twoHumps, quadrature)).toBeCloseTo(2.0516587269, 9);
  expect(differentialEntropy(uniform(-1, 4), quadrature)).toBeCloseTo(Math.log(5), 11);
});

test('of single Gaussians it is that of a linear-Gaussian system, in 1 to 5 dimensions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (d, seed) => {
      const p = randomMixture(1, d, createRng(seed));
      const system = LinearGaussian.empty().source('X', p.covariances[0]);
      expect(differentialEntropy(p, closedForm)).toBeCloseTo(system.entropy(['X']), 9);
      if (d <= 2) expect(differentialEntropy(p, quadrature)).toBeCloseTo(system.entropy(['X']), d === 1 ? 10 : 8);
    }),
    { numRuns: 50 },
  );
});

test('of mixtures in the plane it is what the trapezoid rule comes to', () => {
  const p = randomMixture(4, 2, createRng(1));
  const integrand = (points: Parameters<typeof p.logDensity>[0]) =>
    p.logDensity(points).map((log) => -Math.exp(log) * log);
  expect(differentialEntropy(p, quadrature)).toBeCloseTo(integralOnPlane(integrand, -20, 20, 0.1), 8);
});

test('of components far apart it is their mean plus the entropy of their weights, however thin they are', () => {
  const thin = [turned(0.7, 1, 1e-10), turned(2, 1, 1e-4), turned(Math.PI / 2, 1, 1e-8)];
  const weights = [0.5, 0.3, 0.2];
  const p = new GaussianMixture({
    weights,
    means: [
      [0, 0],
      [100, -50],
      [0, 200],
    ],
    covariances: thin,
  });
  const exact = weights.reduce((sum, weight, c) => {
    const single = new GaussianMixture({ weights: [1], means: [[0, 0]], covariances: [thin[c]] });
    return sum + weight * (differentialEntropy(single, closedForm) - Math.log(weight));
  }, 0);
  expect(differentialEntropy(p, quadrature)).toBeCloseTo(exact, 7);
});

test('by Monte Carlo is within its standard error', () => {
  const { value, standardError } = differentialEntropy(twoHumps, { method: 'monte-carlo', rng: createRng(1) });
  expect(standardError).toBeLessThan(3e-3);
  expect(Math.abs(value - 2.0516587269) / standardError).toBeLessThan(4);
});

test('bad input is named', () => {
  expect(() => differentialEntropy(twoHumps, closedForm)).toThrow('is for single Gaussians, got 2 components in p');
  expect(() => differentialEntropy([0.5, 0.5] as never, quadrature)).toThrow(
    'p must be a density, such as a GaussianMixture, got [0.5, 0.5]',
  );
  expect(() => differentialEntropy(twoHumps, { method: 'plug-in' as never })).toThrow(
    "method must be one of 'closed-form', 'quadrature', 'monte-carlo', got 'plug-in'",
  );
  expect(() => differentialEntropy(twoHumps, undefined as never)).toThrow('got undefined');
});
