import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { Closure } from '../../src/inequality/closure.js';
import { combineTerms } from '../../src/inequality/combine-terms.js';

test('terms are combined by the chain rule until time is up', () => {
  // H(A) + H(B | A) = H(A, B), for A and B the bits 1 and 2.
  const coefficient = new Fraction(1);
  const terms = [
    { coefficient, information: { a: 1, b: 1, given: 0 } },
    { coefficient, information: { a: 2, b: 2, given: 1 } },
  ];
  expect(combineTerms(terms, new Closure([]), Infinity)).toEqual([
    { coefficient, information: { a: 3, b: 3, given: 0 } },
  ]);
  expect(combineTerms(terms, new Closure([]), performance.now())).toEqual(terms);
});
