import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localMutualInformationKsg, mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { mutualInformationRoss } from '../../src/estimators/mutual-information-ross.js';
import { mean } from '../../src/numeric/summary.js';
import { permutation } from '../../src/random/permutation.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { expectConsistent } from './consistency.js';
import { gridRows, normalPair, normals, shuffled } from './random-samples.js';
import { ksg1, ksg2, type Rows } from './slow-twins.js';

describe('known values', () => {
  const x = [-2.49, 1.64, -3.05, 7.95, -5.96, 1.77, -5.24, 7.03, -0.11, -1.86];
  const y = [-8.59, 8.41, 3.76, 3.77, 5.69, 1.75, -3.2, -4, -4, 6.85];

  test('ten points, k = 4, both algorithms', () => {
    expect(mutualInformationKsg(x, y, { k: 4 })).toBeCloseTo(-0.0341269841, 10);
    expect(mutualInformationKsg(x, y, { k: 4, algorithm: 1 })).toBeCloseTo(-0.0341269841, 10);
    expect(mutualInformationKsg(x, y, { k: 4, algorithm: 2 })).toBeCloseTo(-0.1122222222, 10);
  });

  test('five points, k = 3, which is the default', () => {
    const a = [1.04, 1.23, 0.92, 1.1, 1.34];
    const b = [1.3, 1.1, 0.9, 1.2, 1];
    expect(mutualInformationKsg(a, b)).toBeCloseTo(0.1166666667, 10);
    expect(mutualInformationKsg(a, b, { k: 3 })).toBe(mutualInformationKsg(a, b));
  });
});

describe.each([
  [1, ksg1],
  [2, ksg2],
] as const)('algorithm %d', (algorithm, twin) => {
  // So few points that ties are not refused.
  const samples = fc
    .tuple(fc.integer({ min: 5, max: 19 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
    .chain(([n, dx, dy]) => fc.tuple(gridRows(n, dx), gridRows(n, dy)));
  const estimate = (x: Rows, y: Rows, k = 4) => mutualInformationKsg(x, y, { k, algorithm });

  /** Cases in which some k-th neighbour is at distance zero are for the test of that error. */
  function whenApart(check: (x: Rows, y: Rows) => void): void {
    let checked = 0;
    fc.assert(
      fc.property(samples, ([x, y]) => {
        const points = x.map((row, i) => [...row, ...y[i]].join());
        if (points.some((point) => points.filter((other) => other === point).length > 4)) return;
        checked++;
        check(x, y);
      }),
      { numRuns: 60 },
    );
    expect(checked).toBeGreaterThan(30);
  }

  test('is its definition, ties and repeats included', () => {
    whenApart((x, y) => {
      expect(estimate(x, y)).toBeCloseTo(twin(x, y, 4), 12);
    });
  });

  test('does not depend on the order of rows, on which variable comes first, or on a common unit', () => {
    whenApart((x, y) => {
      const order = permutation(x.length, createRng('order'));
      const value = estimate(x, y);
      expect(estimate(shuffled(x, order), shuffled(y, order))).toBeCloseTo(value, 12);
      expect(estimate(y, x)).toBeCloseTo(value, 12);
      const quadruple = (rows: Rows) => rows.map((row) => row.map((value) => 4 * value));
      expect(estimate(quadruple(x), quadruple(y))).toBe(value);
    });
  });

  test('local values average to the estimate', () => {
    whenApart((x, y) => {
      const local = localMutualInformationKsg(x, y, { k: 4, algorithm });
      expect(local).toHaveLength(x.length);
      expect(estimate(x, y)).toBe(mean(local));
    });
  });

  test.each([
    [0, 0],
    [0.5, 0.1438410362],
    [0.6, 0.2231435513],
    [0.9, 0.8303656034],
  ])('comes to the information of a normal pair at correlation %d', (rho, truth) => {
    const sample = (rng: Rng) => mutualInformationKsg(...normalPair(rho, 1000, rng), { algorithm });
    expectConsistent(sample, { truth, resolution: 0.01, repeats: 20 });
  });

  test.each([
    [0.75, 0.3333333333, 1000],
    // On so narrow a ridge the bias is large, and falls as 1/√n only.
    [0.1, 1.7094379124, 16_000],
  ])('comes to that of Y = X + U(−ε, ε), X ~ U(0, 1), ε = %d: %d, n = %d', (epsilon, truth, n) => {
    const sample = (rng: Rng) => {
      const x = new Float64Array(n).map(() => rng.uniform());
      const y = x.map((value) => value + epsilon * (2 * rng.uniform() - 1));
      return mutualInformationKsg(x, y, { k: 1, algorithm });
    };
    expectConsistent(sample, { truth, resolution: 0.02, repeats: 8 });
  });
});

test('a constant column says nothing, and labels what Ross’s estimator says, by both algorithms', () => {
  const x = normals(0, 1, 100, createRng('constant'));
  const labels = x.map((value, i) => (value + (i % 3) > 1 ? 100 : 0));
  for (const algorithm of [1, 2] as const) {
    expect(mutualInformationKsg(x, new Float64Array(100), { algorithm })).toBeCloseTo(0, 12);
    expect(mutualInformationKsg(new Float64Array(100), x, { algorithm })).toBeCloseTo(0, 12);
    const ross = mutualInformationRoss(x, labels);
    expect(mutualInformationKsg(x, labels, { algorithm })).toBeCloseTo(ross, 12);
    expect(mutualInformationKsg(labels, x, { algorithm })).toBeCloseTo(ross, 12);
  }
});

test('variables of several dimensions: independent pairs add up', () => {
  const sample = (rng: Rng) => {
    const [a, b] = normalPair(0.6, 1000, rng);
    const [c, d] = normalPair(0.5, 1000, rng);
    const pairs = (p: Float64Array, q: Float64Array) => Array.from(p, (value, i) => [value, q[i]]);
    return mutualInformationKsg(pairs(a, c), pairs(b, d), { k: 1 });
  };
  expectConsistent(sample, { truth: 0.2231435513 + 0.1438410362, resolution: 0.02, repeats: 20 });
});

describe('bad input', () => {
  const x = [1, 2, 3, 4, 5];
  test.each<[string, () => unknown, string]>([
    ['different lengths', () => mutualInformationKsg(x, [1, 2]), 'y must have as many rows as x, 5, got 2'],
    ['k = n', () => mutualInformationKsg(x, x, { k: 5 }), 'k must be less than the number of points, 5, got 5'],
    ['k = 0', () => mutualInformationKsg(x, x, { k: 0 }), 'k must be a positive integer, got 0'],
    ['algorithm 3', () => mutualInformationKsg(x, x, { algorithm: 3 as never }), 'algorithm must be 1 or 2, got 3'],
    [
      'an unknown option',
      () => mutualInformationKsg(x, x, { neighbours: 3 } as never),
      "mutualInformationKsg has no option 'neighbours'; it takes k, algorithm",
    ],
    ['an infinity', () => mutualInformationKsg(x, [1, 2, Infinity, 4, 5]), 'y must be finite, got Infinity at row 2'],
    [
      'repeated points',
      () => mutualInformationKsg([0, 1, 1, 1, 2], [0, 3, 3, 3, 1], { k: 2 }),
      'x and y repeat row 1 too often: its distance to neighbour 2 is zero; dither takes rounded values apart',
    ],
  ])('%s', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
