import { expect, test } from 'vitest';
import { greatestCommonDivisor } from '../../src/numeric/greatest-common-divisor.js';

test.each([
  [12, 18, 6],
  [7, 13, 1],
  [0, 5, 5],
  [5, 0, 5],
  [0, 0, 0],
  [-12, 18, 6],
  [12, -18, 6],
])('of %d and %d is %d', (a, b, expected) => {
  expect(greatestCommonDivisor(a, b)).toBe(expected);
});
