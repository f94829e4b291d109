import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian, gaussianDivergenceByTheBook } from './oracles.js';

const upperBound = (p: GaussianMixture, q: GaussianMixture) =>
  klDivergence(p, q, { method: 'variational-upper-bound' });

const divergences = (p: GaussianMixture, q: GaussianMixture) =>
  p.weights.map((_, a) =>
    q.weights.map((_, b) => gaussianDivergenceByTheBook(p.means[a], p.covariances[a], q.means[b], q.covariances[b])),
  );

/** The value of a cut of the weights into pieces: Σ φ_ab (D_ab + log φ_ab/ψ_ab). */
const valueOfCut = (phi: number[][], psi: number[][], D: number[][]) =>
  phi.reduce(
    (sum, row, a) =>
      sum + row.reduce((s, x, b) => s + (x === 0 ? 0 : x * (D[a][b] + Math.log(x) - Math.log(psi[a][b]))), 0),
    0,
  );

function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) => Array.from({ length: n }, (_, at) => rest.toSpliced(at, 0, n - 1)));
}

const pair = (dimensions: number[]) =>
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...dimensions), fc.integer())
    .map(([k, l, d, seed]) => {
      const rng = createRng(seed);
      return [randomMixture(k, d, rng), randomMixture(l, d, rng)] as const;
    });

test('it is not below the divergence', () => {
  fc.assert(
    fc.property(pair([1]), ([p, q]) => {
      expect(upperBound(p, q)).toBeGreaterThan(klDivergence(p, q, { method: 'quadrature' }) - 1e-9);
    }),
  );
  fc.assert(
    fc.property(pair([2]), ([p, q]) => {
      expect(upperBound(p, q)).toBeGreaterThan(klDivergence(p, q, { method: 'quadrature' }) - 1e-7);
    }),
    { numRuns: 5 },
  );
});

describe('it is not above', () => {
  test('where it starts, nor the bound of convexity Σ π_a ω_b D(f_a ‖ g_b)', () => {
    fc.assert(
      fc.property(pair([1, 2, 4]), ([p, q]) => {
        const D = divergences(p, q);
        const psi = p.weights.map((pi) => q.weights.map((omega) => pi * omega));
        const start = p.weights.reduce((sum, pi, a) => {
          const S = psi[a].reduce((s, x, b) => s + x * Math.exp(-D[a][b]), 0);
          return sum + pi * Math.log(pi / S);
        }, 0);
        expect(start).toBeLessThanOrEqual(valueOfCut(psi, psi, D) + 1e-9);
        expect(upperBound(p, q)).toBeLessThanOrEqual(start + 1e-9);
      }),
    );
  });

  test('the bound of any one-to-one matching Σ π_a (D(f_a ‖ g_m(a)) + log π_a/ω_m(a))', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.constantFrom(1, 2, 4), fc.integer(), (k, d, seed) => {
        const rng = createRng(seed);
        const [p, q] = [randomMixture(k, d, rng), randomMixture(k, d, rng)];
        const D = divergences(p, q);
        const cost = (a: number, b: number) => p.weights[a] * (D[a][b] + Math.log(p.weights[a] / q.weights[b]));
        const matchings = permutations(k).map((m) => m.reduce((sum, b, a) => sum + cost(a, b), 0));
        const bound = upperBound(p, q);
        expect(bound).toBeLessThanOrEqual(Math.min(...matchings) + 1e-9);
        // Goldberger's matching may use a component twice, and then its value is no bound.
        const nearest = D.map((row) => {
          const costs = row.map((x, b) => x - Math.log(q.weights[b]));
          return costs.indexOf(Math.min(...costs));
        });
        if (new Set(nearest).size === k) {
          expect(klDivergence(p, q, { method: 'matched' })).toBeGreaterThanOrEqual(bound - 1e-9);
        }
      }),
    );
  });

  test('any other cut of the weights', () => {
    fc.assert(
      fc.property(pair([1, 3]), fc.integer(), ([p, q], seed) => {
        const rng = createRng(seed);
        const bound = upperBound(p, q);
        const share = (total: number, n: number) => {
          const raw = Array.from({ length: n }, () => -Math.log(1 - rng.uniform()));
          const sum = raw.reduce((a, b) => a + b);
          return raw.map((x) => (total * x) / sum);
        };
        for (let trial = 0; trial < 20; trial++) {
          const phi = p.weights.map((weight) => share(weight, q.components));
          const columns = q.weights.map((weight) => share(weight, p.components));
          const psi = p.weights.map((_, a) => columns.map((column) => column[a]));
          expect(bound).toBeLessThanOrEqual(valueOfCut(phi, psi, divergences(p, q)) + 1e-9);
        }
      }),
    );
  });
});

test('it is exact for single Gaussians and for equals', () => {
  const p = randomMixture(4, 2, createRng(1));
  expect(upperBound(p, p)).toBeCloseTo(0, 11);
  expect(upperBound(gaussian(0, 1), gaussian(1, 4))).toBeCloseTo(0.4431471806, 10);
});

test('with components that are too far apart to overlap it is the divergence of their weights plus their own', () => {
  const mixture = (weights: number[], shift: number) =>
    new GaussianMixture({ weights, means: [shift, 1e3 + shift], covariances: [[[1]], [[1]]] });
  const weights = 0.2 * Math.log(0.2 / 0.6) + 0.8 * Math.log(0.8 / 0.4);
  expect(upperBound(mixture([0.2, 0.8], 0.5), mixture([0.6, 0.4], 0))).toBeCloseTo(weights + 1 / 8, 10);
});
