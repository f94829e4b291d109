import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp } from '../../src/numeric/exponential.js';
import { ln } from '../../src/numeric/logarithm.js';
import { pow, square } from '../../src/numeric/power.js';
import { exactExp, exactLog, exactly, times } from './exact.js';
import { between, worstError } from './worst-error.js';

describe('x^y', () => {
  const truth = (x: number, y: number) => exactExp(times(exactly(y), exactLog(exactly(x))));

  test('is the nearest number, or nearly so', () => {
    const whole = fc.integer({ min: -20, max: 20 });
    for (const xy of [fc.tuple(between(0.1, 10), between(-20, 20)), fc.tuple(between(0.1, 10), whole)]) {
      expect(worstError(pow, truth, xy)).toBeLessThan(0.52);
    }
  });

  test('of bases of every size, and of bases next to 1 to high powers', () => {
    const sized = between(-700, 700).map(exp);
    for (const x of [sized, between(0.99, 1.01)]) {
      const xy = fc.tuple(x, between(-708, 708)).map(([x, log]): [number, number] => [x, log / ln(x)]);
      expect(worstError(pow, truth, xy)).toBeLessThan(0.52);
    }
  });

  test('is exact where a number can be: powers of two, and whole powers of whole numbers', () => {
    for (let k = -1074; k < 1024; k++) expect(pow(2, k)).toBe(2 ** k);
    for (let x = 2n; x <= 300n; x++) {
      for (let y = 1n; x ** y <= 2n ** 53n; y++) expect(pow(-Number(x), Number(y))).toBe(Number((-x) ** y));
    }
  });

  test('has the limits of Math.pow', () => {
    const ends = [0, 1, 2, 0.5, 3, 1.5, Infinity, 5e-324, 1e308, 2 ** 53 + 2];
    const special = [...ends, ...ends.map((x) => -x), Number.NaN];
    for (const x of special) {
      for (const y of special) {
        const [own, engine] = [pow(x, y), x ** y];
        if (Number.isFinite(engine) && Math.abs(engine) > 1e-300) expect(own / engine).toBeCloseTo(1, 14);
        else expect(own).toBe(engine);
      }
    }
  });
});

test('squares', () => {
  expect([0, -3, 1e200].map(square)).toEqual([0, 9, Infinity]);
});
