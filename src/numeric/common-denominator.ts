import Fraction from 'fraction.js';

/** The least positive integer that makes integers of all the fractions when it multiplies them; 1 for none. */
export function commonDenominator(fractions: Iterable<Fraction>): Fraction {
  let multiple = new Fraction(1);
  for (const { d } of fractions) multiple = multiple.lcm(new Fraction(d));
  return multiple;
}
