import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expOfNonPositive } from '../../src/numeric/exponential.js';
import { softmaxColumns } from '../../src/numeric/softmax.js';

describe('e^x for x <= 0', () => {
  test('is Math.exp to two units in the last place, wherever the result is a normal number', () => {
    const ulp = 2 ** -52;
    fc.assert(
      fc.property(fc.double({ min: -708, max: 0, noNaN: true }), (x) => {
        expect(Math.abs(expOfNonPositive(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(2 * ulp);
      }),
      { numRuns: 20_000 },
    );
  });

  test('is exact at 0, and fades through the smallest numbers to 0', () => {
    expect(expOfNonPositive(0)).toBe(1);
    expect(expOfNonPositive(-Number.MIN_VALUE)).toBe(1);
    for (let x = -708; x > -746; x -= 0.37) {
      expect(Math.abs(expOfNonPositive(x) - Math.exp(x))).toBeLessThanOrEqual(2 * 2 ** -52 * Math.exp(x) + 2 ** -1074);
    }
    for (const x of [-746, -1e300, -Infinity]) expect(expOfNonPositive(x)).toBe(0);
  });
});

describe('softmax of columns', () => {
  const log = fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: -1000, max: 1000, noNaN: true }) },
    fc.constant(-Infinity),
  );
  const matrix = fc
    .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 4 }) })
    .chain(({ rows, columns }) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        logs: fc.array(log, { minLength: rows * columns, maxLength: rows * columns }),
      }),
    );

  test('shares are exp(log − logSum), and sum to one', () => {
    fc.assert(
      fc.property(matrix, ({ rows, columns, logs }) => {
        const shares = Float64Array.from(logs);
        const logSums = new Float64Array(columns);
        softmaxColumns(shares, logSums);
        for (let column = 0; column < columns; column++) {
          const own = Array.from({ length: rows }, (_, row) => row * columns + column);
          const possible = own.some((at) => logs[at] > -Infinity);
          expect(logSums[column] > -Infinity).toBe(possible);
          for (const at of own) {
            expect(shares[at]).toBeCloseTo(possible ? Math.exp(logs[at] - logSums[column]) : 0, 12);
          }
          expect(own.reduce((sum, at) => sum + shares[at], 0)).toBeCloseTo(possible ? 1 : 0, 14);
        }
      }),
    );
  });

  test('logarithms too large or too small to be undone are no obstacle', () => {
    const shares = Float64Array.of(1e5, -1e5, 1e5, -1e5 - Math.LN2);
    const logSums = new Float64Array(2);
    softmaxColumns(shares, logSums);
    expect(Array.from(logSums)).toEqual([1e5 + Math.LN2, -1e5 + Math.log(1.5)]);
    expect(shares[0]).toBe(0.5);
    expect(shares[1]).toBeCloseTo(2 / 3, 10);
  });
});
