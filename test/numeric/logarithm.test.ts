import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp } from '../../src/numeric/exponential.js';
import { ln, log1p } from '../../src/numeric/logarithm.js';
import { exactLog, exactly, ONE } from './exact.js';
import { ascends, between, worstError } from './worst-error.js';

/** Numbers of every size. */
const sizes = (low: number, high: number) => between(low, high).map(exp);

describe('log x', () => {
  const truth = (x: number) => exactLog(exactly(x));

  test('is the nearest number, or nearly so, subnormal numbers included', () => {
    for (const x of [sizes(-740, 709), between(0.7, 1.42), between(0.99, 1.01), sizes(-740, -708)]) {
      expect(worstError(ln, truth, fc.tuple(x))).toBeLessThan(0.51);
    }
  });

  test('of 1, of powers of two, and of numbers next to 1', () => {
    expect([1, 2, 4, 0.5].map(ln)).toEqual([0, Math.LN2, 2 * Math.LN2, -Math.LN2]);
    expect([1 + 2 ** -52, 1 - 2 ** -53].map(ln)).toEqual([2 ** -52 - 2 ** -105, -(2 ** -53) - 2 ** -107]);
  });

  test('has the limits of Math.log', () => {
    expect([0, -0].map(ln)).toEqual([-Infinity, -Infinity]);
    expect(ln(Infinity)).toBe(Infinity);
    for (const x of [-5e-324, -1, -Infinity, Number.NaN]) expect(ln(x)).toBeNaN();
  });

  test('never falls', () => {
    ascends(ln, sizes(-740, 700));
    ascends(ln, between(0.99, 1.01));
  });
});

describe('log (1 + x)', () => {
  test('is the nearest number, or nearly so, however near to 0 or −1', () => {
    for (const x of [between(-0.999, 1), between(-1e-3, 1e-3), sizes(-60, 60), sizes(-60, 0).map((x) => -x)]) {
      expect(worstError(log1p, (x) => exactLog(ONE + exactly(x)), fc.tuple(x))).toBeLessThan(0.51);
    }
  });

  test('has the limits of Math.log1p', () => {
    for (const x of [0, -0, 5e-324, -1e-20, -1, -1.5, 1e308, Infinity, -Infinity, Number.NaN]) {
      expect(log1p(x)).toBe(Math.log1p(x));
    }
  });
});
