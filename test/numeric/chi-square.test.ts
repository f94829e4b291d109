import { describe, expect, test } from 'vitest';
import { chiSquareTail, chiSquareTest } from '../../src/numeric/chi-square.js';
import { createRng } from '../../src/random/rng.js';

describe('the tail of χ²', () => {
  // Percentage points as tables print them.
  test.each([
    [3.841, 1, 0.05],
    [5.991, 2, 0.05],
    [9.21, 2, 0.01],
    [16.919, 9, 0.05],
    [18.307, 10, 0.05],
    [21.666, 9, 0.01],
    [49.588, 29, 0.01],
    [0.711, 4, 0.95],
  ])('beyond %d with %d degrees of freedom is as in tables', (x, freedom, p) => {
    expect(chiSquareTail(x, freedom)).toBeCloseTo(p, 4);
  });

  // mpmath 1.3, gammainc(k/2, x/2, regularized=True) with 40 digits.
  test.each([
    [80, 1, 3.744097384202899e-19],
    [81, 1, 2.257176811907681e-19],
    [1000, 1, 1.7958327848007262e-219],
    [1400, 1, 2.1010145162642176e-306],
    [101, 3, 9.472557410956086e-22],
    [400, 3, 2.2138865931011176e-86],
    [50, 5, 1.3857973367009593e-9],
    [700, 7, 6.896512574090327e-147],
    [300, 101, 1.2933098959947686e-21],
    [1000, 999, 0.48513148927490146],
    [9, 1, 0.002699796063260189],
    [0.001, 1, 0.9747728793699604],
    [200, 2, 3.720075976020836e-44],
    [600, 30, 2.962279801331759e-107],
  ])('beyond %d with %d degrees of freedom is exact however small', (x, freedom, p) => {
    expect(Math.abs(chiSquareTail(x, freedom) / p - 1)).toBeLessThan(1e-12);
  });

  test('is 1 at 0', () => {
    expect([1, 2, 7].map((freedom) => chiSquareTail(0, freedom))).toEqual([1, 1, 1]);
  });
});

describe('the test', () => {
  test('adds up squares and joins small cells with the next, the last with the one before', () => {
    const { statistic, freedom } = chiSquareTest([1, 4, 12, 0, 8, 1], [3, 3, 10, 5, 4, 1]);
    // Cells 5 of 6, 12 of 10, 0 of 5, 9 of 5.
    expect(freedom).toBe(3);
    expect(statistic).toBeCloseTo(1 / 6 + 4 / 10 + 5 + 16 / 5, 12);
  });

  test('has p-values that are uniform if what is expected is right, and small if it is not', () => {
    const rng = createRng('χ²');
    const probabilities = [0.1, 0.2, 0.3, 0.4];
    const pValues = (expected: readonly number[]) =>
      Array.from({ length: 500 }, () => {
        const counts = rng.multinomial(400, probabilities);
        return chiSquareTest(
          counts,
          expected.map((p) => 400 * p),
        ).pValue;
      });
    const right = pValues(probabilities);
    for (const level of [0.1, 0.5, 0.9]) {
      const below = right.filter((p) => p < level).length / 500;
      expect(Math.abs(below - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / 500));
    }
    expect(Math.max(...pValues([0.2, 0.2, 0.3, 0.3]))).toBeLessThan(0.1);
  });

  test('bad input is named', () => {
    expect(() => chiSquareTest([1], [1, 2])).toThrow('observed must have as many counts as expected, 2, got 1');
    expect(() => chiSquareTest([-1, 9], [4, 4])).toThrow('observed[0] must be a finite non-negative number, got -1');
    expect(() => chiSquareTest([10, 10], [10, 11])).toThrow('the same total, got 20 and 21');
    expect(() => chiSquareTest([3, 3], [3, 3])).toThrow('two cells that are expected to hold 5 are needed');
  });
});
