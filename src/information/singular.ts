import Fraction from 'fraction.js';
import { toText } from './notation.js';
import type { Expression, Quantity } from './syntax.js';

/** A term of an expression that is no number where its variables have a joint density. */
export interface SingularTerm {
  /** Infinity or −Infinity, or NaN for a difference of such. */
  readonly value: number;
  /** What is infinite, in words. */
  readonly reason: string;
}

/**
 * The terms that are no numbers for variables with a joint density: X has infinite information about itself,
 * I(X; X) = ∞, and no density once it is given, H(X | X) = −∞. A canonical form does not show it, as the joint entropies of
 * X and X are those of X.
 */
export function singularTerms(expression: Expression): SingularTerm[] {
  return expression.flatMap(({ coefficient, quantity }) => {
    const value = singularValue(quantity);
    if (value === 0 || coefficient.equals(0)) return [];
    const size = Number.isNaN(value) ? '∞ − ∞' : value > 0 ? '∞' : '−∞';
    const reason = `${toText([{ coefficient: new Fraction(1), quantity }])} is ${size} for variables with a joint density`;
    return [{ value: value * Number(coefficient.s), reason }];
  });
}

/** 0 for a quantity that is a number. */
function singularValue(quantity: Quantity): number {
  const given = new Set(quantity.given);
  if (quantity.kind === 'entropy') return quantity.of.some((name) => given.has(name)) ? -Infinity : 0;
  const left = quantity.between.flatMap((group) => [...new Set(group)].filter((name) => !given.has(name)));
  if (new Set(left).size === left.length) return 0;
  return quantity.between.length === 2 ? Infinity : Number.NaN;
}
