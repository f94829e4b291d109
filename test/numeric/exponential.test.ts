import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, expm1, tanh } from '../../src/numeric/exponential.js';
import { softmaxColumns } from '../../src/numeric/softmax.js';
import { exactExp, exactly, ONE, over } from './exact.js';
import { ascends, between, worstError } from './worst-error.js';

describe('e^x', () => {
  const truth = (x: number) => exactExp(exactly(x));

  test('is the nearest number, or nearly so', () => {
    for (const x of [between(-708, 709.7), between(-1, 1), between(-1e-3, 1e-3)]) {
      expect(worstError(exp, truth, fc.tuple(x))).toBeLessThan(0.51);
    }
  });

  test('fades through the smallest numbers to 0, where it is rounded twice', () => {
    expect(worstError(exp, truth, fc.tuple(between(-745.13, -708)))).toBeLessThanOrEqual(0.75);
    expect([-745.1, -745.2, -746, -1e300, -Infinity].map(exp)).toEqual([Number.MIN_VALUE, 0, 0, 0, 0]);
  });

  test('is 1 at 0, and ∞ where no number is as large', () => {
    expect([0, -0, Number.MIN_VALUE, -1e-17].map(exp)).toEqual([1, 1, 1, 1]);
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect([709.79, 710, 1e300, Infinity].map(exp)).toEqual(Array(4).fill(Infinity));
    expect(exp(Number.NaN)).toBeNaN();
  });

  test('never falls', () => {
    ascends(exp, between(-745, 709));
    ascends(exp, between(-0.001, 0.001));
  });
});

describe('e^x − 1', () => {
  test('is right within a unit in the last place, near 0 as well', () => {
    for (const x of [between(-40, 709), between(-1, 1), between(-1e-3, 1e-3), between(-1e-10, 1e-10)]) {
      expect(worstError(expm1, (x) => exactExp(exactly(x)) - ONE, fc.tuple(x))).toBeLessThan(1);
    }
  });

  test('has the limits of Math.expm1', () => {
    for (const x of [0, -0, 5e-324, -5e-324, -37.9, -38.1, -800, -Infinity, 709.5, 710, Infinity, Number.NaN]) {
      expect(expm1(x)).toBe(Math.expm1(x));
    }
  });
});

describe('tanh', () => {
  test('is right within three units in the last place', () => {
    const truth = (x: number) => {
      const power = exactExp(2n * exactly(x));
      return over(power - ONE, power + ONE);
    };
    for (const x of [between(-25, 25), between(-1, 1), between(-1e-3, 1e-3)]) {
      expect(worstError(tanh, truth, fc.tuple(x))).toBeLessThan(3);
    }
  });

  test('has the limits of Math.tanh', () => {
    for (const x of [0, -0, 5e-324, -5e-324, 20, -20, 400, -1e300, Infinity, -Infinity, Number.NaN]) {
      expect(tanh(x)).toBe(Math.tanh(x));
    }
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
