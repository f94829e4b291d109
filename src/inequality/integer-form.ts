import type Fraction from 'fraction.js';
import type { LinearForm } from '../information/linear-form.js';
import { brief } from '../numeric/arguments.js';
import { primitiveMultiple } from '../numeric/common-denominator.js';
import type { Closure } from './closure.js';
import type { VariableSet, VariableSets } from './variable-sets.js';

/** A positive multiple of a form with integer coefficients, which floating point holds exactly, by closed set. */
export interface IntegerForm {
  readonly coefficients: ReadonlyMap<VariableSet, number>;
  readonly scale: Fraction;
}

/** @throws RangeError if an integer, without common factors, is too large to be exact in floating point */
export function toIntegerForm(form: LinearForm, sets: VariableSets, closure: Closure): IntegerForm {
  const scale = primitiveMultiple(form.terms.map(({ coefficient }) => coefficient));
  const coefficients = form.terms.map(({ coefficient, subset }) => {
    const exact = coefficient.mul(scale);
    const integer = exact.valueOf();
    if (!Number.isSafeInteger(integer)) {
      throw new RangeError(
        `coefficients must be less than 2^53 as integers without a common factor, got ${brief(exact.toFraction())} for H(${subset.join(', ')})`,
      );
    }
    return [sets.of(subset), integer] as const;
  });
  return { coefficients: sumByClosure(coefficients, closure), scale };
}

/** Multiples of joint entropies by closed set, since H(S) = H(cl(S)); what nothing determines has no entropy. */
export function sumByClosure(
  terms: readonly (readonly [VariableSet, number])[],
  closure: Closure,
): Map<VariableSet, number> {
  const sums = new Map<VariableSet, number>();
  for (const [set, coefficient] of terms) {
    const closed = closure.of(set);
    sums.set(closed, (sums.get(closed) ?? 0) + coefficient);
  }
  sums.delete(closure.of(0));
  return new Map([...sums].filter(([, coefficient]) => coefficient !== 0));
}
