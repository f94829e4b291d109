import { expect, test } from 'vitest';
import { logSumExp } from '../../src/numeric/log-sum-exp.js';

test('a sum of exponentials, far beyond what numbers hold', () => {
  expect(logSumExp([Math.log(2), Math.log(3)])).toBeCloseTo(Math.log(5), 15);
  expect(logSumExp([1e5, 1e5])).toBe(1e5 + Math.LN2);
  expect(logSumExp([-1e5, -1e5])).toBe(-1e5 + Math.LN2);
  expect(logSumExp([-Infinity, 3])).toBe(3);
  expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
  expect(logSumExp([])).toBe(-Infinity);
});
