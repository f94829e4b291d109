import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cantorFunction } from '../../src/numeric/cantor-function.js';

describe('Cantor’s function', () => {
  test('has its known values', () => {
    for (const [x, value] of [
      [0, 0],
      [1, 1],
      [1 / 2, 1 / 2],
      [0.4, 1 / 2], // in the first gap
      [1 / 4, 1 / 3],
      [3 / 4, 2 / 3],
      [0.15, 1 / 4],
      [-1, 0],
      [2, 1],
    ]) {
      expect(cantorFunction(x)).toBeCloseTo(value, 9);
    }
  });

  test('is of numbers only', () => {
    for (const bad of [Number.NaN, Infinity, '0.5', null]) {
      expect(() => cantorFunction(bad as never)).toThrow('x must be a finite number');
    }
  });

  test('repeats itself at a third of the scale, is symmetric, and never falls', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        expect(cantorFunction(x / 3)).toBeCloseTo(cantorFunction(x) / 2, 8);
        expect(cantorFunction(1 - x)).toBeCloseTo(1 - cantorFunction(x), 8);
        expect((cantorFunction(x) - cantorFunction(y)) * (x - y)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
