import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { type KlMixtureMethod, klDivergence } from '../../src/density/kl-divergence.js';
import { productBound, variationalBound } from '../../src/density/mixture-approximations.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian, gaussianDensityByTheBook, gaussianDivergenceByTheBook, turned } from './oracles.js';

const METHODS = ['unscented', 'product', 'matched', 'variational', 'variational-upper-bound'] as const;
const quadrature = { method: 'quadrature' } as const;

/** Two random mixtures of 1 to 4 components each, in 1 to `most` dimensions. */
const pair = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: most }),
      fc.integer(),
    )
    .map(([k, l, d, seed]) => {
      const rng = createRng(seed);
      return [randomMixture(k, d, rng), randomMixture(l, d, rng)] as const;
    });

/** D(f_a ‖ g_b) and ∫ f_a g_b by the textbook. */
const divergence = (p: GaussianMixture, a: number, q: GaussianMixture, b: number) =>
  gaussianDivergenceByTheBook(p.means[a], p.covariances[a], q.means[b], q.covariances[b]);
const overlap = (p: GaussianMixture, a: number, q: GaussianMixture, b: number) =>
  gaussianDensityByTheBook(
    p.means[a],
    q.means[b],
    p.covariances[a].map((row, i) => row.map((x, j) => x + q.covariances[b][i][j])),
  );

test('known values for N(0, 1) and N(1, 4)', () => {
  const expected = { unscented: 0.4431471806, matched: 0.4431471806, variational: 0.4431471806, product: 0.5581453659 };
  for (const [method, value] of Object.entries({ ...expected, 'variational-upper-bound': 0.4431471806 })) {
    expect(klDivergence(gaussian(0, 1), gaussian(1, 4), { method: method as KlMixtureMethod })).toBeCloseTo(value, 10);
  }
});

describe('each is what its paper defines, without logarithms', () => {
  const sum = (weights: readonly number[], term: (i: number) => number) =>
    weights.reduce((total, weight, i) => total + weight * term(i), 0);
  const definitions: Record<string, (p: GaussianMixture, q: GaussianMixture) => number> = {
    product: (p, q) =>
      sum(p.weights, (a) =>
        Math.log(sum(p.weights, (b) => overlap(p, a, p, b)) / sum(q.weights, (b) => overlap(p, a, q, b))),
      ),
    variational: (p, q) =>
      sum(p.weights, (a) =>
        Math.log(
          sum(p.weights, (b) => Math.exp(-divergence(p, a, p, b))) /
            sum(q.weights, (b) => Math.exp(-divergence(p, a, q, b))),
        ),
      ),
    matched: (p, q) =>
      sum(p.weights, (a) => {
        const costs = q.weights.map((weight, b) => divergence(p, a, q, b) - Math.log(weight));
        const nearest = costs.indexOf(Math.min(...costs));
        return divergence(p, a, q, nearest) + Math.log(p.weights[a] / q.weights[nearest]);
      }),
  };

  test.each(['product', 'variational', 'matched'] as const)('%s', (method) => {
    fc.assert(
      fc.property(pair(4), ([p, q]) => {
        const byTheBook = definitions[method](p, q);
        // Without logarithms far components underflow.
        fc.pre(Number.isFinite(byTheBook));
        expect(Math.abs(klDivergence(p, q, { method }) - byTheBook)).toBeLessThan(1e-7 * (1 + Math.abs(byTheBook)));
      }),
    );
  });

  test('unscented, with the points of two slanting components written out', () => {
    const [angle, a, b] = [0.4, 5, 0.3];
    const axes = [
      [Math.cos(angle), Math.sin(angle)],
      [-Math.sin(angle), Math.cos(angle)],
    ];
    const means = [
      [0, 1],
      [2, -1],
    ];
    const p = new GaussianMixture({
      weights: [0.3, 0.7],
      means,
      covariances: [turned(angle, a, b), turned(angle, a, b)],
    });
    const q = randomMixture(3, 2, createRng(1));
    const points = means.map((mean) =>
      [a, b].flatMap((eigenvalue, k) =>
        [1, -1].map((sign) => mean.map((x, j) => x + sign * Math.sqrt(2 * eigenvalue) * axes[k][j])),
      ),
    );
    const logRatio = points.map((four) => {
      const logQ = q.logDensity(four);
      return p.logDensity(four).reduce((total, logP, i) => total + (logP - logQ[i]) / 4, 0);
    });
    expect(klDivergence(p, q, { method: 'unscented' })).toBeCloseTo(0.3 * logRatio[0] + 0.7 * logRatio[1], 12);
  });
});

test('all but the product are exact for single Gaussians, in 1 to 5 dimensions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (d, seed) => {
      const rng = createRng(seed);
      const [p, q] = [randomMixture(1, d, rng), randomMixture(1, d, rng)];
      const exact = klDivergence(p, q, { method: 'closed-form' });
      for (const method of METHODS) {
        if (method !== 'product') expect(klDivergence(p, q, { method }) / exact).toBeCloseTo(1, 9);
      }
    }),
  );
});

test('the product is the difference of two upper bounds on E log q, the variational one of two lower bounds', () => {
  fc.assert(
    fc.property(pair(1), ([p, q]) => {
      const entropy = differentialEntropy(p, quadrature);
      const componentEntropy = p.weights.reduce(
        (sum, weight, a) => sum + (weight * Math.log(2 * Math.PI * Math.E * p.covariances[a][0][0])) / 2,
        0,
      );
      for (const [other, expectation] of [
        [p, -entropy],
        [q, -entropy - klDivergence(p, q, quadrature)],
      ] as const) {
        expect(productBound(p, other)).toBeGreaterThanOrEqual(expectation - 1e-9);
        expect(variationalBound(p, other) - componentEntropy).toBeLessThanOrEqual(expectation + 1e-9);
      }
      const value = (method: KlMixtureMethod) => klDivergence(p, q, { method });
      expect(value('product')).toBeCloseTo(productBound(p, p) - productBound(p, q), 12);
      expect(value('variational')).toBeCloseTo(variationalBound(p, p) - variationalBound(p, q), 12);
    }),
  );
});

test('of a mixture with itself all are zero, but matching components to heavier ones takes it below', () => {
  fc.assert(
    fc.property(pair(3), ([p]) => {
      for (const method of METHODS) {
        if (method !== 'matched') expect(Math.abs(klDivergence(p, p, { method }))).toBeLessThan(1e-11);
      }
      expect(klDivergence(p, p, { method: 'matched' })).toBeLessThan(1e-12);
    }),
  );
  const overlapping = new GaussianMixture({ weights: [0.1, 0.9], means: [0, 1], covariances: [[[1]], [[1]]] });
  // The first is matched to the second: D = 1/2, and log 0.1/0.9.
  expect(klDivergence(overlapping, overlapping, { method: 'matched' })).toBeCloseTo(0.1 * (0.5 - Math.log(9)), 12);
});

describe('in the domain of logarithms', () => {
  const far = new GaussianMixture({ weights: [0.5, 0.5], means: [-1e4, 1e4], covariances: [[[1]], [[1]]] });
  const farther = new GaussianMixture({ weights: [0.5, 0.5], means: [-2e4, 2e4], covariances: [[[1]], [[1]]] });

  test.each(METHODS)('%s does not underflow for components 10,000 deviations apart', (method) => {
    // Each component pays for itself: D = (1e4)²/2, and half of that between the overlaps, whose variance is 2.
    expect(klDivergence(far, farther, { method }) / (method === 'product' ? 2.5e7 : 5e7)).toBeCloseTo(1, 10);
  });

  test.each(METHODS)('%s passes over components of weight zero, on either side', (method) => {
    const padded = (mixture: GaussianMixture) =>
      new GaussianMixture({
        weights: [0, ...mixture.weights],
        means: [[3], ...mixture.means],
        covariances: [[[0.1]], ...mixture.covariances],
      });
    const [p, q] = [randomMixture(2, 1, createRng(1)), randomMixture(3, 1, createRng(2))];
    expect(klDivergence(padded(p), padded(q), { method })).toBeCloseTo(klDivergence(p, q, { method }), 12);
  });

  test.each(METHODS)('%s takes weights as small as there are', (method) => {
    const tiny = new GaussianMixture({ weights: [1, 1e-300], means: [0, 5], covariances: [[[1]], [[1]]] });
    expect(klDivergence(tiny, gaussian(0, 1), { method })).toBeCloseTo(0, 12);
    // Even 5 deviations off, the large component accounts for what comes from the other better than one of weight 1e-300.
    expect(klDivergence(gaussian(5, 1), tiny, { method })).toBeCloseTo(method === 'product' ? 25 / 4 : 25 / 2, 12);
  });
});
