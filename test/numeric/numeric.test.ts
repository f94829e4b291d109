import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { compensatedSum } from '../../src/numeric/compensated-sum.js';
import { logFactorial } from '../../src/numeric/log-factorial.js';
import { toSamples } from '../../src/numeric/samples.js';
import { mean, median, standardDeviation, standardError } from '../../src/numeric/summary.js';

describe('samples', () => {
  const flat = Float64Array.of(1, 2, 3, 4, 5, 6);

  test('a Matrix and rows are n×d', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(toSamples('X', rows)).toEqual({ data: flat, n: 2, d: 3 });
    expect(toSamples('X', new Matrix(rows))).toEqual({ data: flat, n: 2, d: 3 });
    expect(toSamples('X', new Matrix(rows).transpose()).data).toEqual(Float64Array.of(1, 4, 2, 5, 3, 6));
  });

  test('plain numbers are n×1', () => {
    expect(toSamples('X', [...flat])).toEqual({ data: flat, n: 6, d: 1 });
    expect(toSamples('X', flat)).toEqual({ data: flat, n: 6, d: 1 });
  });

  test.each([Float32Array, Int32Array, Uint8Array, Float64Array])(
    'typed arrays are lists as well: %o',
    (TypedArray) => {
      const numbers = TypedArray.of(1, 2, 3, 4, 5, 6);
      expect(toSamples('X', numbers)).toEqual({ data: flat, n: 6, d: 1 });
      const typedRows = [numbers.subarray(0, 3), numbers.subarray(3)];
      expect(toSamples('X', typedRows)).toEqual({ data: flat, n: 2, d: 3 });
    },
  );

  const hole = [0, 1, 2];
  delete hole[1];
  test.each([
    [[1, null], 'X must be numbers, got null at row 1, column 0'],
    [[1, ''], "X must be numbers, got '' at row 1, column 0"],
    [['2', 1], "X must be numbers, got '2' at row 0, column 0"],
    [[1, true], 'X must be numbers, got true at row 1, column 0'],
    [[1, new Date(0)], 'X must be numbers, got a Date at row 1, column 0'],
    [[1, [1]], 'X must be numbers, got [1] at row 1, column 0'],
    [hole, 'X must be numbers, got undefined at row 1, column 0'],
    [[1n, 2n], 'X must be numbers, got 1n at row 0, column 0'],
    [BigInt64Array.of(1n), 'X must be a Matrix, a list of rows or a list of numbers, got a BigInt64Array'],
    [
      [
        [1, 2],
        [3, null],
      ],
      'X must be numbers, got null at row 1, column 1',
    ],
    [[new Array(2)], 'X must be numbers, got undefined at row 0, column 0'],
  ])('what is no number is not read as one: case %#', (input, message) => {
    const refusal = expect(() => toSamples('X', input as number[]));
    refusal.toThrow(TypeError);
    refusal.toThrow(message);
  });

  test('the caller may change its array afterwards', () => {
    const own = Float64Array.from(flat);
    const { data } = toSamples('X', own);
    own[0] = 99;
    expect(data[0]).toBe(1);
  });

  test.each([
    [[], 'X must have at least one point and one dimension, got 0×1'],
    [[[]], 'X must have at least one point and one dimension, got 1×0'],
    [[[1, 2], [3]], 'X must have 2 columns in every row, got 1 in row 1'],
    [[[1, 2], 3], 'X must have a list in every row, got 3 in row 1'],
    [
      [
        [1, 2],
        [3, Number.NaN],
      ],
      'X must be finite, got NaN at row 1, column 1',
    ],
    [[1, -Infinity], 'X must be finite, got -Infinity at row 1, column 0'],
    ['points', "X must be a Matrix, a list of rows or a list of numbers, got 'points'"],
    [undefined, 'X must be a Matrix, a list of rows or a list of numbers, got undefined'],
  ])('%j is refused', (input, message) => {
    expect(() => toSamples('X', input as number[])).toThrow(message);
  });
});

test('log-factorials agree with products of integers, in the table and beyond', () => {
  for (const n of [0, 1, 2, 20, 127, 128, 129, 170]) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    expect(logFactorial(n)).toBeCloseTo(Math.log(product), 11);
  }
});

test('summaries', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(standardDeviation([1, 3])).toBe(1);
  expect(median([5, 1, 3])).toBe(3);
  expect(median([5, 1, 3, 100])).toBe(4);
  expect(standardError(Int8Array.of(1, 3))).toBe(1);
  expect([mean([1, Infinity]), median([1, Infinity, 2])]).toEqual([Infinity, 2]);
});

test('summaries are of numbers', () => {
  for (const summary of [mean, median, standardDeviation, standardError]) {
    expect(() => summary([3, Number.NaN, 1, 2])).toThrow(new TypeError('values must be numbers, got NaN at place 1'));
    expect(() => summary(['1', '2', '3'] as never)).toThrow(
      new TypeError("values must be numbers, got '1' at place 0"),
    );
    expect(() => summary([])).toThrow('values must hold at least');
  }
  expect(() => standardError([1])).toThrow('values must hold at least two numbers, got [1]');
  expect(() => mean([Infinity, -Infinity])).toThrow('values must not hold both Infinity and -Infinity');
  expect(() => standardDeviation([1, Infinity])).toThrow('values must be finite with a finite sum');
});

test('a compensated sum keeps what plain addition loses', () => {
  expect(compensatedSum(3, (i) => [1, 1e100, -1e100][i])).toBe(1);
  expect(compensatedSum(1_000_000, () => 0.1)).toBe(100_000);
  expect(compensatedSum(0, () => 1)).toBe(0);
});
