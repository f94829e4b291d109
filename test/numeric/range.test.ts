import { expect, test } from 'vitest';
import { withinRange } from '../../src/numeric/range.js';

test('leaves what lies in the range, and its ends', () => {
  for (const value of [0, 0.3, 1]) expect(withinRange('p', value, [0, 1], 1e-9)).toBe(value);
  expect(withinRange('D', Infinity, [0, Infinity], 1e-9)).toBe(Infinity);
});

test('takes rounding back to the end, and nothing more', () => {
  expect(withinRange('p', -1e-10, [0, 1], 1e-9)).toBe(0);
  expect(withinRange('p', 1 + 1e-10, [0, 1], 1e-9)).toBe(1);
  const message = 'p lies between 0 and 1, got -2e-9: more than rounding by 1e-9 explains';
  expect(() => withinRange('p', -2e-9, [0, 1], 1e-9)).toThrow(message);
  expect(() => withinRange('p', 1.1, [0, 1], 1e-9)).toThrow('got 1.1');
  expect(() => withinRange('p', Number.NaN, [0, 1], 1e-9)).toThrow('got NaN');
  expect(() => withinRange('D', -Infinity, [0, Infinity], 1e-9)).toThrow('got -Infinity');
});
