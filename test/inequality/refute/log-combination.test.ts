import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { LogCombination } from '../../../src/inequality/refute/log-combination.js';

const log = (n: number, d = 1) => LogCombination.log(new Fraction(n, d));
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }))
  .map(([n, d]) => new Fraction(n, d));
const coefficient = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]) => new Fraction(n, d));

test.each([
  [log(8), '3'],
  [log(1), '0'],
  [log(1, 12), '-2 - log2(3)'],
  [
    log(2)
      .times(new Fraction(5, 2))
      .plus(log(3).times(new Fraction(-3, 2))),
    '5/2 - 3/2 log2(3)',
  ],
  [log(15), 'log2(3) + log2(5)'],
  [log(999983), 'log2(999983)'],
  [LogCombination.TWO_PI_E.plus(log(2)).times(new Fraction(1, 2)), '1/2 + 1/2 log2(2πe)'],
])('is written in bits: %#', (number, expected) => {
  expect(String(number)).toBe(expected);
});

test('is zero exactly where it should be', () => {
  expect(log(6).plus(log(2, 12)).isZero).toBe(true);
  expect(
    log(8)
      .times(new Fraction(2))
      .plus(log(4).times(new Fraction(-3))).isZero,
  ).toBe(true);
  // 3^12 is 2^19 but for 1.4%.
  const comma = log(3)
    .times(new Fraction(12))
    .plus(log(2).times(new Fraction(-19)));
  expect(comma.isZero).toBe(false);
  expect(comma.sign()).toBe(1);
});

test('the sign is exact where floating point is all rounding', () => {
  for (const sign of [1n, -1n]) {
    const close = LogCombination.log(new Fraction(10n ** 17n + sign, 10n ** 17n));
    expect(Math.abs(close.valueOf())).toBeLessThan(1e-13);
    expect(close.sign()).toBe(Number(sign));
    expect(close.isZero).toBe(false);
  }
});

test('large powers are not multiplied out: a common factor does not matter, and what floating point settles it does', () => {
  const large = new Fraction(10n ** 20n);
  const comma = log(3)
    .times(new Fraction(12))
    .plus(log(2).times(new Fraction(-19)));
  expect(comma.times(large).sign()).toBe(1);
  expect(comma.times(large.neg()).sign()).toBe(-1);
  expect(log(3).times(large).plus(log(2)).sign()).toBe(1);
  expect(log(2).times(large.neg()).plus(log(3)).sign()).toBe(-1);
  // log2(3) to 21 digits.
  const close = log(3)
    .times(large)
    .plus(log(2).times(new Fraction(-158496250072115618145n)));
  expect(() => close.sign()).toThrow('is too close to call');
});

test('adds up, scales and has a sign as real numbers do', () => {
  fc.assert(
    fc.property(fraction, fraction, coefficient, coefficient, (x, y, a, b) => {
      const number = LogCombination.log(x).times(a).plus(LogCombination.log(y).times(b));
      const value = a.valueOf() * Math.log(x.valueOf()) + b.valueOf() * Math.log(y.valueOf());
      expect(number.valueOf()).toBeCloseTo(value, 10);
      if (Math.abs(value) > 1e-10) expect(number.sign()).toBe(Math.sign(value));
      expect(number.isZero).toBe(number.sign() === 0);
      expect(number.plus(number.times(new Fraction(-1))).isZero).toBe(true);
    }),
  );
});

test('2πe is a number of its own', () => {
  const { TWO_PI_E } = LogCombination;
  expect(TWO_PI_E.valueOf()).toBeCloseTo(Math.log(2 * Math.PI * Math.E), 14);
  expect(TWO_PI_E.plus(log(17).times(new Fraction(-1))).sign()).toBe(1);
  expect(TWO_PI_E.plus(log(18).times(new Fraction(-1))).sign()).toBe(-1);
  expect(TWO_PI_E.plus(TWO_PI_E.times(new Fraction(-1))).isZero).toBe(true);
});

test('a logarithm needs a positive number', () => {
  expect(() => log(0)).toThrow('x must be positive, got 0');
  expect(() => log(-1, 2)).toThrow('x must be positive, got -1/2');
});
