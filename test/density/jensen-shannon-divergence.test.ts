import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannonDivergence } from '../../src/density/jensen-shannon-divergence.js';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { gaussian } from './oracles.js';
import { probabilityPair } from './probability-pair.js';

const quadrature = { method: 'quadrature' } as const;

/** (p + q)/2. */
const midpoint = (p: GaussianMixture, q: GaussianMixture) =>
  new GaussianMixture({
    weights: [...p.weights, ...q.weights].map((weight) => weight / 2),
    means: [...p.means, ...q.means],
    covariances: [...p.covariances, ...q.covariances],
  });

describe('of finite distributions', () => {
  test('is half the divergence from each to the midpoint', () => {
    fc.assert(
      fc.property(probabilityPair, ([p, q]) => {
        const m = p.map((x, i) => (x + q[i]) / 2);
        expect(jensenShannonDivergence(p, q)).toBeCloseTo((klDivergence(p, m) + klDivergence(q, m)) / 2, 14);
      }),
    );
  });

  test('is what an outcome tells of a fair choice between the two', () => {
    const p = FiniteDistribution.empty().source('X', { a: 0.5, b: 0.3, c: 0.2 });
    const q = FiniteDistribution.empty().source('X', { d: 0.6, b: 0.4 });
    const choice = FiniteDistribution.empty()
      .source('Z', { p: 0.5, q: 0.5 })
      .channel('X', ['Z'], (z) => (z === 'p' ? { a: 0.5, b: 0.3, c: 0.2 } : { d: 0.6, b: 0.4 }));
    expect(jensenShannonDivergence(p, q)).toBeCloseTo(evaluate('I(X;Z)', choice), 14);
  });

  test('lies between zero, of equals, and log 2, without overlap', () => {
    expect(jensenShannonDivergence([0.3, 0.7, 0], [0.3, 0.7, 0])).toBe(0);
    expect(jensenShannonDivergence([0.3, 0.7, 0], [0, 0, 1])).toBe(Math.LN2);
  });
});

test('of mixtures, by quadrature, is half the divergence from each to the mixture of both', () => {
  for (const [d, digits] of [
    [1, 10],
    [2, 8],
  ]) {
    const [p, q] = [randomMixture(3, d, createRng(1)), randomMixture(2, d, createRng(2))];
    const m = midpoint(p, q);
    const half = (klDivergence(p, m, quadrature) + klDivergence(q, m, quadrature)) / 2;
    expect(jensenShannonDivergence(p, q, quadrature)).toBeCloseTo(half, digits);
  }
});

test('the total variation distance bounds it from both sides: TV²/2 <= JS <= TV log 2', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer(), (k, l, seed) => {
      const rng = createRng(seed);
      const [p, q] = [randomMixture(k, 1, rng), randomMixture(l, 1, rng)];
      const [distance, divergence] = [totalVariation(p, q, quadrature), jensenShannonDivergence(p, q, quadrature)];
      expect(divergence).toBeGreaterThan(distance ** 2 / 2 - 1e-10);
      expect(divergence).toBeLessThan(distance * Math.LN2 + 1e-10);
    }),
  );
});

test('by Monte Carlo is within its standard error of quadrature, and known far apart in any dimension', () => {
  const [p, q] = [randomMixture(3, 2, createRng(1)), randomMixture(2, 2, createRng(2))];
  const { value, standardError } = jensenShannonDivergence(p, q, { method: 'monte-carlo', rng: createRng(3) });
  expect(standardError).toBeLessThan(1e-3);
  expect(Math.abs(value - jensenShannonDivergence(p, q, quadrature)) / standardError).toBeLessThan(4);
  const [here, there] = [gaussian(0, 1), gaussian(1e9, 1)];
  const apart = jensenShannonDivergence(here, there, { method: 'monte-carlo', samples: 10, rng: createRng(1) });
  expect(apart).toEqual({ value: Math.LN2, standardError: 0 });
});

test('bad input is named', () => {
  expect(() => jensenShannonDivergence([1], [0.5])).toThrow('q must sum to 1, got a sum of 0.5');
  expect(() => jensenShannonDivergence(gaussian(0, 1), gaussian(0, 1), { method: 'closed-form' as never })).toThrow(
    "method must be one of 'quadrature', 'monte-carlo', got 'closed-form'",
  );
});
