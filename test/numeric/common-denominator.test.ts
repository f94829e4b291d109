import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { commonDenominator, primitiveMultiple } from '../../src/numeric/common-denominator.js';

test('the common denominator of 1/4, −5/6 and 2 is 12, and of nothing 1', () => {
  const fractions = [new Fraction(1, 4), new Fraction(-5, 6), new Fraction(2)];
  expect(commonDenominator(fractions).valueOf()).toBe(12);
  expect(commonDenominator([]).valueOf()).toBe(1);
});

test('it is the first of 1, 2, … that makes integers of all', () => {
  const fraction = fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 12 }))
    .map(([n, d]) => new Fraction(n, d));
  fc.assert(
    fc.property(fc.array(fraction, { maxLength: 3 }), (fractions) => {
      let multiple = 1;
      while (!fractions.every((x) => x.mul(multiple).d === 1n)) multiple++;
      expect(commonDenominator(fractions).valueOf()).toBe(multiple);
    }),
  );
});

test('the primitive multiple leaves integers without a common factor: of 4/6 and −10/9 it is 9/2, of zeros 1', () => {
  expect(primitiveMultiple([new Fraction(4, 6), new Fraction(-10, 9)]).toFraction()).toBe('9/2');
  expect(primitiveMultiple([new Fraction(10n ** 20n), new Fraction(0)]).valueOf()).toBe(1e-20);
  expect(primitiveMultiple([new Fraction(0)]).valueOf()).toBe(1);
});
