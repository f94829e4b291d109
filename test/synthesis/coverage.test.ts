import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannonDivergence } from '../../src/density/jensen-shannon-divergence.js';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { idealDivergences, lostCoverageBound } from '../../src/synthesis/coverage.js';
import { randomMixture } from '../mixture/random-mixture.js';

const count = fc.integer({ min: 1, max: 15 });

test('lost coverage alone makes log((K + J)/K) at most, and that much where components do not overlap', () => {
  expect(lostCoverageBound({ K: 2, J: 2, L: 2 })).toBe(Math.LN2);
  const part = (mixture: GaussianMixture, K: number, spread: number) =>
    new GaussianMixture({
      weights: new Array(K).fill(1 / K),
      means: mixture.means.slice(0, K).map((mean) => mean.map((x) => spread * x)),
      covariances: mixture.covariances.slice(0, K),
    });
  const divergence = (K: number, J: number, seed: number, spread: number) => {
    const mixture = randomMixture(K + J, 2, createRng(seed));
    const [covered, all] = [part(mixture, K, spread), part(mixture, K + J, spread)];
    return klDivergence(covered, all, { method: 'monte-carlo', samples: 2000, rng: createRng(seed) });
  };
  const few = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(few, few, fc.integer(), (K, J, seed) => {
      const bound = lostCoverageBound({ K, J, L: 1 });
      // Point by point, not only on average.
      expect(divergence(K, J, seed, 1).value).toBeLessThanOrEqual(bound + 1e-12);
      expect(divergence(K, J, seed, 1e4).value).toBeCloseTo(bound, 10);
    }),
    { numRuns: 20 },
  );
});

describe('components that do not overlap', () => {
  test('are outcomes of finite distributions', () => {
    fc.assert(
      fc.property(count, count, count, (K, J, L) => {
        const uniformOn = (n: number) => Array.from({ length: K + J + L }, (_, c) => (c < n ? 1 / n : 0));
        const truth = uniformOn(K + J);
        const { anchor, synthetic } = idealDivergences({ K, J, L });
        for (const [divergences, fitted] of [
          [anchor, uniformOn(K)],
          [synthetic, uniformOn(K + J + L)],
        ] as const) {
          expect(divergences.forward).toBeCloseTo(klDivergence(fitted, truth), 12);
          expect(divergences.reverse).toBeCloseTo(klDivergence(truth, fitted), 12);
          expect(divergences.jensenShannon).toBeCloseTo(jensenShannonDivergence(fitted, truth), 12);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('have a gap that rises with J and falls with L, wherever one starts', () => {
    const gap = (K: number, J: number, L: number) => {
      const { anchor, synthetic } = idealDivergences({ K, J, L });
      return anchor.jensenShannon - synthetic.jensenShannon;
    };
    fc.assert(
      fc.property(count, count, count, (K, J, L) => {
        expect(gap(K, J + 1, L)).toBeGreaterThan(gap(K, J, L));
        expect(gap(K, J, L + 1)).toBeLessThan(gap(K, J, L));
      }),
    );
  });
});

test('bad input is named', () => {
  expect(() => lostCoverageBound({ K: 0, J: 1, L: 1 })).toThrow('K must be a positive integer, got 0');
  expect(() => idealDivergences({ K: 1, J: 1, L: 1.5 })).toThrow('L must be a positive integer, got 1.5');
});
