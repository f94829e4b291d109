import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosPi, sinPi } from '../../src/numeric/cosine.js';
import { exactCosPi, exactly, ONE } from './exact.js';
import { between, worstError } from './worst-error.js';

describe('cosine and sine of half turns', () => {
  test('are right within a unit in the last place', () => {
    for (const x of [between(-3, 3), between(-1e-3, 1e-3), between(0.499, 0.501)]) {
      expect(worstError(cosPi, (x) => exactCosPi(exactly(x)), fc.tuple(x))).toBeLessThan(1);
      expect(worstError(sinPi, (x) => exactCosPi(exactly(x) - ONE / 2n), fc.tuple(x))).toBeLessThan(1);
    }
  });

  test('are exact at right angles, however many', () => {
    for (const turns of [0, 2, -2, 4e15, 1e300]) {
      expect([0, 0.5, 1, 1.5].map((x) => cosPi(turns < 1e300 ? turns + x : turns))).toEqual(
        turns < 1e300 ? [1, 0, -1, 0] : [1, 1, 1, 1],
      );
    }
    expect([0, 0.5, 1, 1.5, -0.5, 1e300].map(sinPi)).toEqual([0, 1, 0, -1, -1, 0]);
  });

  test('of what is no finite number is none', () => {
    for (const x of [Infinity, -Infinity, Number.NaN]) expect([cosPi(x), sinPi(x)]).toEqual([Number.NaN, Number.NaN]);
  });
});
