import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian, integralOnLine, integralOnPlane, turned, uniform } from './oracles.js';
import { probabilityPair } from './probability-pair.js';

const quadrature = { method: 'quadrature' } as const;
const closedForm = { method: 'closed-form' } as const;

describe('of finite distributions', () => {
  test('is the largest difference in probability of an event', () => {
    fc.assert(
      fc.property(probabilityPair, ([p, q]) => {
        let largest = 0;
        for (let event = 0; event < 2 ** p.length; event++) {
          const probability = (r: number[]) => r.reduce((sum, x, i) => sum + ((event >> i) & 1 ? x : 0), 0);
          largest = Math.max(largest, Math.abs(probability(p) - probability(q)));
        }
        expect(totalVariation(p, q)).toBeCloseTo(largest, 14);
      }),
    );
  });

  test('matches outcomes of distributions by label', () => {
    const p = FiniteDistribution.empty().source('X', { a: 0.5, b: 0.5 });
    const q = FiniteDistribution.empty().source('X', { c: 0.25, b: 0.75 });
    expect(totalVariation(p, q)).toBe(0.5);
  });

  test('is a metric, and Pinsker’s inequality holds', () => {
    fc.assert(
      fc.property(probabilityPair, ([p, q]) => {
        const distance = totalVariation(p, q);
        const reversed = p.toReversed();
        expect(totalVariation(q, p)).toBe(distance);
        expect(totalVariation(p, p)).toBe(0);
        expect(distance).toBeLessThanOrEqual(totalVariation(p, reversed) + totalVariation(reversed, q) + 1e-15);
        expect(distance).toBeLessThanOrEqual(Math.sqrt(Math.max(0, klDivergence(p, q)) / 2) + 1e-15);
      }),
    );
  });
});

describe('in closed form', () => {
  test('known values', () => {
    expect(totalVariation(gaussian(0, 1), gaussian(1, 1), closedForm)).toBeCloseTo(0.3829249225, 10);
    expect(totalVariation(gaussian(0, 1), gaussian(0, 4), closedForm)).toBeCloseTo(0.3226745688, 10);
    expect(totalVariation(gaussian(3, 2), gaussian(3, 2), closedForm)).toBe(0);
    expect(totalVariation(gaussian(0, 1), gaussian(1e3, 2), closedForm)).toBe(1);
  });

  test('on the line it is the integral of |p − q|/2', () => {
    const variance = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), variance, variance, (mean, v, w) => {
        const [p, q] = [gaussian(0, v), gaussian(mean, w)];
        const integrand = (x: Float64Array) => {
          const logQ = q.logDensity(x);
          return p.logDensity(x).map((logP, i) => Math.abs(Math.exp(logP) - Math.exp(logQ[i])) / 2);
        };
        // The kinks cost the trapezoid rule its accuracy.
        expect(totalVariation(p, q, closedForm)).toBeCloseTo(integralOnLine(integrand, -50, 50, 0.005), 4);
        expect(totalVariation(p, q, closedForm)).toBeCloseTo(totalVariation(p, q, quadrature), 10);
      }),
      { numRuns: 40 },
    );
  });

  test('is continuous where variances become equal', () => {
    const equal = totalVariation(gaussian(0, 1), gaussian(1, 1), closedForm);
    for (const difference of [1e-6, 1e-9, 1e-11, 1e-13, -1e-9, -1e-13]) {
      const near = totalVariation(gaussian(0, 1), gaussian(1, 1 + difference), closedForm);
      expect(Math.abs(near - equal)).toBeLessThan(Math.abs(difference) + 1e-15);
    }
  });

  test('with equal covariances depends on the Mahalanobis distance alone, in any dimension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer(), (d, seed) => {
        const rng = createRng(seed);
        const { means, covariances } = randomMixture(1, d, rng);
        // A shift by one column of the Cholesky factor, t times, is t deviations: that of the first is the covariance’s, scaled.
        const t = 3 * rng.uniform();
        const shift = covariances[0].map((row) => (t * row[0]) / Math.sqrt(covariances[0][0][0]));
        const p = new GaussianMixture({ weights: [1], means, covariances });
        const q = new GaussianMixture({ weights: [1], means: [means[0].map((x, j) => x + shift[j])], covariances });
        expect(totalVariation(p, q, closedForm)).toBeCloseTo(
          totalVariation(gaussian(0, 1), gaussian(t, 1), closedForm),
          9,
        );
      }),
    );
  });
});

describe('by quadrature', () => {
  test('of mixtures on the line it is what very many steps of the trapezoid rule come to', () => {
    for (let seed = 0; seed < 6; seed++) {
      const rng = createRng(seed);
      const [p, q] = [randomMixture(1 + seed, 1, rng), randomMixture(3, 1, rng)];
      const integrand = (x: Float64Array) => {
        const logQ = q.logDensity(x);
        return p.logDensity(x).map((logP, i) => Math.abs(Math.exp(logP) - Math.exp(logQ[i])) / 2);
      };
      expect(totalVariation(p, q, quadrature)).toBeCloseTo(integralOnLine(integrand, -40, 40, 1e-3), 6);
    }
  });

  test('is P(A) − Q(A) for the event A = {p > q}, to 1e-10: mixtures of known crossings', () => {
    // ½N(−μ, 1) + ½N(μ, 1) against N(0, 1 + μ²): symmetric, so that crossings can be bisected on the half-line.
    const mu = 2.5;
    const p = new GaussianMixture({ weights: [0.5, 0.5], means: [-mu, mu], covariances: [[[1]], [[1]]] });
    const q = gaussian(0, 1 + mu * mu);
    const difference = (x: number) => p.logDensity([x])[0] - q.logDensity([x])[0];
    const bisect = (low: number, high: number) => {
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (difference(low) * difference(middle) <= 0) high = middle;
        else low = middle;
      }
      return low;
    };
    const [from, to] = [bisect(0, mu), bisect(mu, 3 * mu)];
    const between = (mixture: GaussianMixture) => {
      // Simpson’s rule on the smooth part.
      const n = 2000;
      const step = (to - from) / n;
      const values = mixture.logDensity(Array.from({ length: n + 1 }, (_, i) => from + i * step)).map(Math.exp);
      return (step / 3) * values.reduce((sum, x, i) => sum + x * (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2), 0);
    };
    expect(totalVariation(p, q, quadrature)).toBeCloseTo(2 * (between(p) - between(q)), 10);
  });

  test('in the plane, to 1e-7: equal covariances, concentric circles, an ellipse in two coordinates', () => {
    const single = (mean: number[], covariance: number[][]) =>
      new GaussianMixture({ weights: [1], means: [mean], covariances: [covariance] });
    const [p, q] = [single([0, 0], turned(0.3, 2, 0.1)), single([1, 0.5], turned(0.3, 2, 0.1))];
    expect(totalVariation(p, q, quadrature)).toBeCloseTo(totalVariation(p, q, closedForm), 8);
    // Circles cross at radius r; of N(0, s² I), e^{−r²/2s²} lies outside.
    const squared = (2 * Math.log(4)) / (1 - 1 / 4);
    const exact = Math.exp(-squared / 8) - Math.exp(-squared / 2);
    expect(totalVariation(single([0, 0], turned(0, 1, 1)), single([0, 0], turned(0, 4, 4)), quadrature)).toBeCloseTo(
      exact,
      8,
    );
    // A second coordinate of equal law, mixed in by a turn, changes nothing.
    const line = totalVariation(gaussian(0, 1), gaussian(0, 4), closedForm);
    expect(totalVariation(single([0, 0], turned(1, 1, 2)), single([0, 0], turned(1, 4, 2)), quadrature)).toBeCloseTo(
      line,
      8,
    );
  });

  test('in the plane, of mixtures, is what a fine grid comes to', () => {
    const [p, q] = [randomMixture(3, 2, createRng(1)), randomMixture(2, 2, createRng(2))];
    const integrand = (points: Parameters<typeof p.logDensity>[0]) => {
      const logQ = q.logDensity(points);
      return p.logDensity(points).map((logP, i) => Math.abs(Math.exp(logP) - Math.exp(logQ[i])) / 2);
    };
    expect(totalVariation(p, q, quadrature)).toBeCloseTo(integralOnPlane(integrand, -16, 16, 0.08), 3);
  });

  test('of uniform densities; of equals; of what does not overlap', () => {
    expect(totalVariation(uniform(0, 1), uniform(0.25, 1.25), quadrature)).toBeCloseTo(0.25, 10);
    expect(totalVariation(uniform(0, 3), uniform(1, 2), quadrature)).toBeCloseTo(2 / 3, 10);
    const p = randomMixture(3, 2, createRng(1));
    expect(totalVariation(p, p, quadrature)).toBe(0);
    expect(totalVariation(gaussian(0, 1), gaussian(1e4, 1), quadrature)).toBeCloseTo(1, 12);
  });

  test('Pinsker’s and Bretagnolle and Huber’s inequalities hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer(), (k, l, seed) => {
        const rng = createRng(seed);
        const [p, q] = [randomMixture(k, 1, rng), randomMixture(l, 1, rng)];
        const [distance, divergence] = [totalVariation(p, q, quadrature), klDivergence(p, q, quadrature)];
        expect(distance).toBeLessThanOrEqual(Math.sqrt(divergence / 2) + 1e-10);
        expect(distance).toBeLessThanOrEqual(Math.sqrt(-Math.expm1(-divergence)) + 1e-10);
      }),
    );
  });
});

test('by Monte Carlo is within its standard error of the closed form, in any dimension', () => {
  const scores = Array.from({ length: 40 }, (_, seed) => {
    const rng = createRng(seed);
    const d = 1 + (seed % 5);
    const { means, covariances } = randomMixture(1, d, rng);
    const p = new GaussianMixture({ weights: [1], means, covariances });
    const q = new GaussianMixture({ weights: [1], means: [means[0].map((x) => x + 0.7)], covariances });
    const { value, standardError } = totalVariation(p, q, { method: 'monte-carlo', samples: 2000, rng });
    return (value - totalVariation(p, q, closedForm)) / standardError;
  });
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / scores.length);
  expect(Math.abs(scores.reduce((a, b) => a + b) / scores.length)).toBeLessThan(4 / Math.sqrt(scores.length));
  expect(spread).toBeGreaterThan(0.65);
  expect(spread).toBeLessThan(1.35);
});

describe('bad input is named', () => {
  test.each<[string, () => unknown, string]>([
    ['sum', () => totalVariation([0.5], [1]), 'p must sum to 1, got a sum of 0.5'],
    [
      'dimensions',
      () => totalVariation(gaussian(0, 1), randomMixture(1, 2, createRng(1)), quadrature),
      'p and q must have the same dimension, got 1 and 2',
    ],
    [
      'method',
      () => totalVariation(gaussian(0, 1), gaussian(0, 2), { method: 'matched' as never }),
      "method must be one of 'closed-form', 'quadrature', 'monte-carlo', got 'matched'",
    ],
    [
      'components',
      () => totalVariation(gaussian(0, 1), randomMixture(2, 1, createRng(1)), closedForm),
      "the method 'closed-form' is for single Gaussians, got 2 components in q",
    ],
    [
      'unequal covariances in the plane',
      () => totalVariation(randomMixture(1, 2, createRng(1)), randomMixture(1, 2, createRng(2)), closedForm),
      "the method 'closed-form' needs equal covariances in more than one dimension",
    ],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
  });
});
