import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localMutualInformationRoss, mutualInformationRoss } from '../../src/estimators/mutual-information-ross.js';
import { permutationTest } from '../../src/estimators/permutation-test.js';
import { subsampling } from '../../src/estimators/uncertainty.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { expectConsistent } from './consistency.js';
import { normals } from './random-samples.js';
import { ross } from './slow-twins.js';

/** Normal points, shifted by their label, of which there are two or more each. */
const labelled = fc
  .tuple(
    fc.integer({ min: 1, max: 2 }),
    fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 4 }),
    fc.nat(),
  )
  .map(([d, sizes, seed]) => {
    const rng = createRng(seed);
    const labels = sizes.flatMap((size, label) => new Array<number>(size).fill(label));
    return { labels, x: labels.map((label) => Array.from({ length: d }, () => label + rng.normal())) };
  });

test('is its definition, and the mean of local values', () => {
  fc.assert(
    fc.property(labelled, fc.integer({ min: 1, max: 5 }), ({ x, labels }, k) => {
      const value = mutualInformationRoss(x, labels, { k });
      expect(value).toBeCloseTo(ross(x, labels, k), 12);
      expect(mean(localMutualInformationRoss(x, labels, { k }))).toBe(value);
    }),
    { numRuns: 60 },
  );
});

test('labels are not numbers: 0 … 3, 0 … 0.03, texts, truth values and rows are the same', () => {
  const rng = createRng('codes');
  const codes = Array.from({ length: 400 }, () => rng.integer(4));
  const x = codes.map((code) => code + 2 * rng.uniform());
  const value = mutualInformationRoss(x, codes);
  for (const other of [
    codes.map((code) => code / 100),
    codes.map((code) => 'abcd'[code]),
    codes.map((code) => [code, 1]),
  ]) {
    expect(mutualInformationRoss(x, other)).toBe(value);
  }
  const truths = codes.map((code) => code > 1);
  expect(mutualInformationRoss(x, truths)).toBe(mutualInformationRoss(x, truths.map(Number)));
});

describe('comes to the truth', () => {
  const labels = (n: number, values: number, rng: Rng) => Array.from({ length: n }, () => rng.integer(values));

  test.each([
    [3, 0.6365141683],
    [5, 1.054920168],
  ])('for a label of %d values and x uniform on (label, label + 2): %d', (values, truth) => {
    const estimate = (rng: Rng) => {
      const y = labels(2000, values, rng);
      return mutualInformationRoss(
        y.map((label) => label + 2 * rng.uniform()),
        y,
      );
    };
    expectConsistent(estimate, { truth, resolution: 0.01, repeats: 10 });
  });

  test('for independent x and label', () => {
    const estimate = (rng: Rng) => mutualInformationRoss(normals(0, 1, 500, rng), labels(500, 3, rng));
    expectConsistent(estimate, { truth: 0, resolution: 0.01, repeats: 20 });
  });
});

test('takes numbers for labels in subsampling and permutations', () => {
  const rng = createRng('resampling');
  const labels = Array.from({ length: 60 }, (_, i) => i % 2);
  const x = labels.map((label) => 2 * label + rng.normal());
  expect(subsampling(mutualInformationRoss, [x, labels], { rng }).value).toBe(mutualInformationRoss(x, labels));
  expect(permutationTest(mutualInformationRoss, x, labels, { rng, permutations: 39 }).pValue).toBe(1 / 40);
});

describe('bad input', () => {
  const x = [1, 2, 3.5, 4.1];
  test.each<[string, () => unknown, string]>([
    [
      'a label too few',
      () => mutualInformationRoss(x, ['a', 'a']),
      'labels must be as many as the rows of x, 4, got 2',
    ],
    [
      'a label of one point',
      () => mutualInformationRoss(x, ['a', 'b', 'a', 'a']),
      "each occur twice or more, got 'b' once",
    ],
    ['a missing label', () => mutualInformationRoss(x, ['a', null, 'a', 'a'] as never), 'got null at row 1'],
    ['a label NaN', () => mutualInformationRoss(x, [1, Number.NaN, 1, 1]), 'got NaN at row 1'],
    ['no labels', () => mutualInformationRoss(x, undefined as never), 'labels must be a Matrix, a list of rows'],
    ['k = 0', () => mutualInformationRoss(x, [1, 1, 1, 1], { k: 0 }), 'k must be a positive integer, got 0'],
    ['an unknown option', () => mutualInformationRoss(x, [1, 1, 1, 1], { K: 1 } as never), "has no option 'K'"],
    [
      'repeated points',
      () => mutualInformationRoss([5, 5, 5, 1], [1, 1, 1, 1], { k: 1 }),
      'x repeats row 0 under the label 1 too often',
    ],
  ])('%s', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
