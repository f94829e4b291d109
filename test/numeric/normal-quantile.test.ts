import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal-quantile.js';
import { normalDistribution } from '../statistics.js';

test('the values of the tables', () => {
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489004, 12);
  expect(normalQuantile(0.8413447460685429)).toBeCloseTo(1, 12);
});

test('inverts the distribution function, far out too', () => {
  for (const p of [1e-12, 1e-6, 0.001, 0.1, 0.3, 0.7, 0.99, 1 - 1e-9]) {
    expect(Math.abs(normalDistribution(normalQuantile(p)) - p)).toBeLessThan(1e-15);
  }
});

test('p is between 0 and 1', () => {
  for (const bad of [0, 1, 5.45, -1, Number.NaN, '0.9']) {
    expect(() => normalQuantile(bad as never)).toThrow('p must be between 0 and 1');
  }
});
