import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalVariationKnn } from '../../src/estimators/total-variation-knn.js';
import { totalVariationOfCounts } from '../../src/estimators/total-variation-of-counts.js';
import { mean, standardError } from '../../src/numeric/summary.js';
import { permutation } from '../../src/random/permutation.js';
import { createRng } from '../../src/random/rng.js';
import { gridRows, normals, shuffled } from './random-samples.js';
import { classifierTotalVariation } from './slow-twins.js';

describe('from counts', () => {
  test('half the sum of differences of frequencies', () => {
    expect(totalVariationOfCounts([7, 3], [3, 7])).toBeCloseTo(0.4, 15);
    expect(totalVariationOfCounts([2, 2, 0], [0, 10, 10])).toBeCloseTo(0.5, 15);
    expect(totalVariationOfCounts([1, 0], [0, 5])).toBe(1);
    expect(totalVariationOfCounts([1, 2, 3], [2, 4, 6])).toBe(0);
  });

  test('is a metric between frequencies', () => {
    const counts = fc
      .array(fc.nat({ max: 9 }), { minLength: 4, maxLength: 4 })
      .filter((list) => list.some((n) => n > 0));
    fc.assert(
      fc.property(counts, counts, counts, (p, q, r) => {
        const distance = totalVariationOfCounts(p, q);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1 + 1e-15);
        expect(totalVariationOfCounts(q, p)).toBe(distance);
        expect(totalVariationOfCounts(p, r) + totalVariationOfCounts(r, q)).toBeGreaterThanOrEqual(distance - 1e-15);
      }),
    );
  });

  test.each<[number[], number[], string]>([
    [[1, 2], [1, 2, 3], 'countsQ must have as many values as countsP, 2, got 3'],
    [[1, -2], [1, 2], 'countsP[1] must be a non-negative integer, got -2'],
    [[1, 2], [0, 0], 'countsQ must have a positive sum, got [0, 0]'],
  ])('%j against %j is refused', (p, q, message) => {
    expect(() => totalVariationOfCounts(p, q)).toThrow(message);
  });
});

describe('from a nearest-neighbour classifier', () => {
  const samples = fc
    .tuple(fc.integer({ min: 3, max: 25 }), fc.integer({ min: 3, max: 25 }), fc.integer({ min: 1, max: 3 }))
    .chain(([n, m, d]) => fc.tuple(gridRows(n, d), gridRows(m, d), fc.integer({ min: 1, max: 5 })));

  test('is one less the two error rates, in samples of different size, with ties and repeats', () => {
    fc.assert(
      fc.property(samples, ([p, q, k]) => {
        expect(totalVariationKnn(p, q, { k })).toBeCloseTo(classifierTotalVariation(p, q, k), 12);
      }),
    );
  });

  test('is symmetric and does not depend on the order of rows', () => {
    fc.assert(
      fc.property(samples, ([p, q, k]) => {
        const value = totalVariationKnn(p, q, { k });
        const rng = createRng('order');
        const [a, b] = [p, q].map((rows) => shuffled(rows, permutation(rows.length, rng)));
        expect(totalVariationKnn(a, b, { k })).toBeCloseTo(value, 12);
        expect(totalVariationKnn(q, p, { k })).toBeCloseTo(value, 12);
      }),
    );
  });

  test('samples far apart are told apart, whatever their size', () => {
    expect(totalVariationKnn([1, 2, 3, 4], [101, 102, 103, 104, 105, 106, 107, 108])).toBe(1);
  });

  test('k is 3 unless given', () => {
    const rng = createRng('default');
    const [p, q] = [normals(0, 1, 40, rng), normals(1, 1, 60, rng)];
    expect(totalVariationKnn(p, q)).toBe(totalVariationKnn(p, q, { k: 3 }));
    expect(totalVariationKnn(p, q)).not.toBe(totalVariationKnn(p, q, { k: 5 }));
  });

  test('its expectation is no more than the total variation: exactly, over all samples from two laws on three values', () => {
    const [p, q] = [
      [0.5, 0.3, 0.2],
      [0.1, 0.3, 0.6],
    ];
    const draws = (n: number): number[][] =>
      n === 0 ? [[]] : draws(n - 1).flatMap((rest) => [0, 1, 2].map((value) => [...rest, value]));
    const probability = (law: number[], sample: number[]) => sample.reduce((product, value) => product * law[value], 1);
    for (const [n, m] of [
      [3, 3],
      [2, 4],
      [1, 3],
    ]) {
      for (const k of [1, 2, 3]) {
        let expectation = 0;
        for (const a of draws(n)) {
          for (const b of draws(m)) {
            expectation += probability(p, a) * probability(q, b) * totalVariationKnn(a, b, { k });
          }
        }
        expect(expectation).toBeLessThan(0.4);
        // Between a law and itself, nothing.
        let same = 0;
        for (const a of draws(n)) {
          for (const b of draws(m)) same += probability(p, a) * probability(p, b) * totalVariationKnn(a, b, { k });
        }
        expect(same).toBeLessThan(1e-12);
      }
    }
  });

  test.each([
    [1, 1, 0.3829249225],
    [0, 2, 0.3226745688],
  ])('is below the distance of N(0, 1) and N(%d, %d²), less so with more neighbours: %d', (m, s, truth) => {
    const estimates = (k: number) =>
      Float64Array.from({ length: 10 }, (_, i) => {
        const rng = createRng('normals').split(i);
        return totalVariationKnn(normals(0, 1, 1000, rng), normals(m, s, 1500, rng), { k });
      });
    const [few, some, many] = [1, 9, 101].map(estimates);
    for (const values of [few, some, many]) {
      expect(mean(values)).toBeLessThan(truth + 2 * standardError(values));
    }
    expect(mean(few)).toBeLessThan(mean(some) - 0.02);
    expect(mean(some)).toBeLessThan(mean(many) - 0.02);
    expect(mean(many)).toBeGreaterThan(truth - 0.02);
  });

  test.each<[string, () => unknown, string]>([
    ['different dimensions', () => totalVariationKnn([1, 2], [[1, 2]]), 'q must have as many columns as p, 1, got 2'],
    ['k = n + m', () => totalVariationKnn([1, 2], [3], { k: 3 }), 'k must be less than the number of points, 3, got 3'],
    [
      'an option',
      () => totalVariationKnn([1, 2], [3], { norm: 'max' } as never),
      "totalVariationKnn has no option 'norm'",
    ],
  ])('%s are refused', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
