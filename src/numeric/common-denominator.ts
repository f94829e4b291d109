import Fraction from 'fraction.js';

/** The least positive integer that makes integers of all the fractions when it multiplies them; 1 for none. */
export function commonDenominator(fractions: Iterable<Fraction>): Fraction {
  let multiple = new Fraction(1);
  for (const { d } of fractions) multiple = multiple.lcm(new Fraction(d));
  return multiple;
}

/** The positive number that makes integers without a common factor of the fractions when it multiplies them; 1 for none. */
export function primitiveMultiple(fractions: Iterable<Fraction>): Fraction {
  let divisor = new Fraction(0);
  for (const fraction of fractions) divisor = divisor.gcd(fraction);
  return divisor.equals(0) ? new Fraction(1) : divisor.inverse();
}
