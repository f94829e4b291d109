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
    expect(() => chiSquareTest([-1, 9], [4, 4])).toThrow('counts must not be negative, got -1 and 4 in cell 0');
    expect(() => chiSquareTest([10, 10], [10, 11])).toThrow('the same total, got 20 and 21');
    expect(() => chiSquareTest([3, 3], [3, 3])).toThrow('two cells that are expected to hold 5 are needed');
  });
});
