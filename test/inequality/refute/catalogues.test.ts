import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue, Symmetries } from '../../../src/inequality/refute/catalogue.js';
import type { ExactSystem } from '../../../src/inequality/refute/exact-system.js';
import { partitions } from '../../../src/inequality/refute/partitions.js';
import { subspaces } from '../../../src/inequality/refute/subspaces.js';
import { createRng } from '../../../src/random/rng.js';

const counts = (costs: Int32Array) => {
  const by: number[] = [];
  for (const cost of costs) by[cost] = (by[cost] ?? 0) + 1;
  return by;
};

test('subspaces are counted by the Gaussian binomial coefficients', () => {
  expect(counts(subspaces(1).costs)).toEqual([1, 1]);
  expect(counts(subspaces(2).costs)).toEqual([1, 3, 1]);
  expect(counts(subspaces(3).costs)).toEqual([1, 7, 7, 1]);
  expect(counts(subspaces(4).costs)).toEqual([1, 15, 35, 15, 1]);
  expect(counts(subspaces(5).costs)).toEqual([1, 31, 155, 155, 31, 1]);
});

test('subspaces over GF(3) as well', () => {
  expect(counts(subspaces(1, 3).costs)).toEqual([1, 1]);
  expect(counts(subspaces(2, 3).costs)).toEqual([1, 4, 1]);
  expect(counts(subspaces(3, 3).costs)).toEqual([1, 13, 13, 1]);
});

test('partitions are counted by the Stirling numbers', () => {
  expect(counts(partitions([1, 1, 1, 1]).costs)).toEqual([1, 7, 6, 1]);
  expect(counts(partitions([1, 2, 3, 4, 5, 6]).costs)).toEqual([1, 31, 90, 65, 15, 1]);
  // Of two values: 2^(n − 1) − 1 besides the constant.
  expect(counts(partitions([2, 1, 1, 1, 1, 1], 2).costs)).toEqual([1, 31]);
  expect(counts(partitions([1, 1, 1, 1, 1, 1, 1], 2).costs)).toEqual([1, 63]);
});

describe.each<[string, Catalogue<ExactSystem>]>([
  ['subspaces of three sources', subspaces(3)],
  ['subspaces of four sources', subspaces(4)],
  ['subspaces of five sources', subspaces(5)],
  ['subspaces of three symbols of GF(3)', subspaces(3, 3)],
  ['partitions of four fair outcomes', partitions([1, 1, 1, 1])],
  ['partitions of outcomes of unequal probability', partitions([1, 1, 2, 3, 3])],
])('%s', (_, catalogue) => {
  const element = fc.constantFrom(...catalogue.elements);

  test('entropies are those of the system, also of joins', () => {
    fc.assert(
      fc.property(element, element, (a, b) => {
        const system = catalogue.system(['A', 'B'], [a, b]);
        expect(catalogue.entropy(a)).toBeCloseTo(system.entropy(['A']).valueOf() / Math.LN2, 12);
        expect(catalogue.entropy(catalogue.join(a, b))).toBeCloseTo(
          system.entropy(['A', 'B']).valueOf() / Math.LN2,
          12,
        );
      }),
    );
  });

  test('joining is that of a semilattice with the constant at the bottom', () => {
    fc.assert(
      fc.property(element, element, element, (a, b, c) => {
        const { join } = catalogue;
        expect(join(a, b)).toBe(join(b, a));
        expect(join(a, a)).toBe(a);
        expect(join(a, 0)).toBe(a);
        expect(join(join(a, b), c)).toBe(join(a, join(b, c)));
      }),
    );
  });
});

describe('symmetries', () => {
  /** Number of pairs up to symmetry. */
  const pairs = (symmetries: Symmetries) =>
    [...symmetries.representatives].reduce((sum, a) => sum + symmetries.fixing(a).representatives.length, 0);

  test('subspaces are alike when their dimensions are', () => {
    expect([...subspaces(4).symmetries.representatives].map((i) => subspaces(4).costs[i])).toEqual([0, 1, 2, 3, 4]);
    // A pair is told by dim A, dim B and dim(A ∩ B), which is at least dim A + dim B − n: counted for n = 3 and 4.
    const expected = (n: number) => {
      let count = 0;
      for (let a = 0; a <= n; a++) {
        for (let b = 0; b <= n; b++) count += Math.min(a, b) - Math.max(0, a + b - n) + 1;
      }
      return count;
    };
    expect(pairs(subspaces(3).symmetries)).toBe(expected(3));
    expect(pairs(subspaces(4).symmetries)).toBe(expected(4));
    expect(pairs(subspaces(3, 3).symmetries)).toBe(expected(3));
  });

  test('partitions of fair outcomes are alike when the sizes of their blocks are', () => {
    expect(partitions([1, 1, 1, 1]).symmetries.representatives.length).toBe(5);
    expect(partitions([1, 1, 1, 1, 1]).symmetries.representatives.length).toBe(7);
    expect(partitions([1, 2, 4, 8]).symmetries.representatives.length).toBe(15);
    // Of the six outcomes none to five stand together apart from the heavy one.
    expect(partitions([2, 1, 1, 1, 1, 1], 2).symmetries.representatives.length).toBe(6);
  });
});

test('a varied catalogue has the same elements and other probabilities', () => {
  const rng = createRng('varied');
  let catalogue = partitions([1, 1, 1, 1]);
  const uniform = catalogue.entropy(catalogue.elements.at(-1)!);
  for (let i = 0; i < 20; i++) catalogue = catalogue.varied!(rng) as typeof catalogue;
  expect(catalogue.elements).toEqual(partitions([1, 1, 1, 1]).elements);
  expect(catalogue.entropy(catalogue.elements.at(-1)!)).toBeLessThan(uniform);
});
