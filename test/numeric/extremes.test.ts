import { expect, test } from 'vitest';
import { greatest, least } from '../../src/numeric/extremes.js';

test('of more values than arguments fit on the stack, of none, and of what is no number', () => {
  const many = Float64Array.from({ length: 500_000 }, (_, i) => Math.sin(i));
  many[123_456] = 2;
  many[400_000] = -3;
  expect([least(many), greatest(many)]).toEqual([-3, 2]);
  expect([least([]), greatest([])]).toEqual([Infinity, -Infinity]);
  expect([least([1, Number.NaN, 2]), greatest([1, Number.NaN, 2])]).toEqual([Number.NaN, Number.NaN]);
});
