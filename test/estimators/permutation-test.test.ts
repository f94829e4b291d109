import type { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { mutualInformationGaussian } from '../../src/estimators/mutual-information-gaussian.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { permutationTest } from '../../src/estimators/permutation-test.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { chiSquareScore } from '../statistics.js';
import { normalPair } from './random-samples.js';

test('the p-value is the share of statistics as large or larger, the data’s own included', () => {
  const [x, y] = normalPair(0.3, 40, createRng('share'));
  const { value, pValue, null: statistics } = permutationTest(mutualInformationKsg, x, y, { rng: createRng(1) });
  expect(value).toBe(mutualInformationKsg(x, y));
  expect(statistics).toHaveLength(199);
  expect(pValue).toBe((1 + statistics.filter((other) => other >= value).length) / 200);
});

test('a statistic that does not look at the pairing has p-value one', () => {
  const sum = (x: Matrix, y: Matrix) => x.max() + y.max();
  expect(permutationTest(sum, [1, 2, 3], [4, 5, 6], { rng: createRng(1) }).pValue).toBe(1);
});

test('y is permuted as whole rows, x is left as it is', () => {
  const y = [
    [1, 10],
    [2, 20],
    [3, 30],
  ];
  const seen: number[][][] = [];
  const remember = (x: Matrix, permuted: Matrix) => {
    expect(x.to1DArray()).toEqual([7, 8, 9]);
    seen.push(permuted.to2DArray());
    return 0;
  };
  permutationTest(remember, [7, 8, 9], y, { rng: createRng(3), permutations: 50 });
  expect(seen[0]).toEqual(y);
  for (const rows of seen) expect(rows.toSorted((a, b) => a[0] - b[0])).toEqual(y);
  expect(new Set(seen.map(String)).size).toBe(6);
});

test('p-values are uniform under independence, and small under dependence', () => {
  const pValues = (rho: number, statistic: (x: Matrix, y: Matrix) => number, trials: number) =>
    Array.from({ length: trials }, (_, i) => {
      const rng = createRng('uniform').split(i);
      return permutationTest(statistic, ...normalPair(rho, 25, rng), { rng, permutations: 9 }).pValue;
    });
  const trials = 400;
  for (const statistic of [mutualInformationKsg, mutualInformationGaussian]) {
    const counts = new Array<number>(10).fill(0);
    for (const p of pValues(0, statistic, trials)) counts[Math.round(10 * p) - 1]++;
    expect(Math.abs(chiSquareScore(counts, new Array(10).fill(trials / 10)))).toBeLessThan(3);
    expect(pValues(0.95, statistic, 20).filter((p) => p > 0.1)).toEqual([]);
  }
});

describe('of series', () => {
  /** Each value 0.9 times the last one plus noise. */
  const series = (n: number, rng: Rng) => {
    const values = [rng.normal() / Math.sqrt(1 - 0.9 * 0.9)];
    while (values.length < n) values.push(0.9 * values[values.length - 1] + rng.normal());
    return values;
  };

  test('rotations keep the level where permutations find dependence in half of independent pairs', () => {
    const trials = 400;
    const found = (shuffle: 'permutation' | 'rotation') =>
      Array.from({ length: trials }, (_, i) => {
        const rng = createRng('series').split(i);
        const [x, y] = [series(100, rng), series(100, rng)];
        return permutationTest(mutualInformationGaussian, x, y, { rng, permutations: 19, shuffle }).pValue;
      }).filter((p) => p <= 0.05).length / trials;
    expect(found('permutation')).toBeGreaterThan(0.4);
    // Four binomial deviations.
    expect(Math.abs(found('rotation') - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / trials));
  });

  test('rotations find dependence', () => {
    const rng = createRng('dependent series');
    const x = series(200, rng);
    const y = x.map((value) => value + rng.normal());
    expect(permutationTest(mutualInformationKsg, x, y, { rng, shuffle: 'rotation' }).pValue).toBeLessThanOrEqual(0.02);
  });

  test('every rotation is as likely as any other, the one by nothing included', () => {
    const seen = new Map<string, number>();
    const remember = (_: Matrix, y: Matrix) => {
      const rows = y.to1DArray().join();
      seen.set(rows, (seen.get(rows) ?? 0) + 1);
      return 0;
    };
    const options = { rng: createRng(4), permutations: 4000, shuffle: 'rotation' } as const;
    permutationTest(remember, [7, 8, 9, 6], [1, 2, 3, 4], options);
    expect([...seen.keys()].sort()).toEqual(['1,2,3,4', '2,3,4,1', '3,4,1,2', '4,1,2,3']);
    expect(chiSquareScore([...seen.values()], new Array(4).fill(1000))).toBeLessThan(3);
  });
});

describe('bad input', () => {
  const run = (options: object, y = [1, 2, 3]) =>
    permutationTest(() => 0, [1, 2, 3], y, { rng: createRng(1), ...options });
  test.each<[string, () => unknown, string]>([
    ['different lengths', () => run({}, [1, 2]), 'y must have as many rows as x, 3, got 2'],
    ['one row', () => permutationTest(() => 0, [1], [1], { rng: createRng(1) }), 'must have two rows at least'],
    ['an unknown shuffle', () => run({ shuffle: 'blocks' }), "shuffle must be one of 'permutation', 'rotation'"],
    ['no permutations', () => run({ permutations: 0 }), 'permutations must be a positive integer, got 0'],
    ['no rng', () => run({ rng: undefined }), 'rng must come from createRng(seed), got undefined'],
    ['an unknown option', () => run({ replicates: 9 }), "permutationTest has no option 'replicates'"],
  ])('%s', (_, test, message) => {
    expect(test).toThrow(message);
  });
});
