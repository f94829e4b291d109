import Fraction from 'fraction.js';
import { toText } from './notation.js';
import type { Expression, MutualInformation, Quantity } from './syntax.js';

/** A term of an expression that is no number where its variables have a joint density. */
export interface SingularTerm {
  /** Infinity or −Infinity, or NaN for a difference of such. */
  readonly value: number;
  /** What is infinite, in words. */
  readonly reason: string;
}

/**
 * The terms that are no numbers for variables with a joint density: X has infinite information about itself,
 * I(X; X) = ∞. A canonical form does not show it, as the joint entropy of X and X is that of X. (In H(X, Y | X) what is
 * given is left out, by the same form: it is H(Y | X).)
 */
export function singularTerms(expression: Expression): SingularTerm[] {
  return expression.flatMap(({ coefficient, quantity }) => {
    if (!sharesVariable(quantity) || coefficient.equals(0)) return [];
    const value = quantity.between.length === 2 ? Infinity : Number.NaN;
    const size = value === Infinity ? 'infinite' : 'a difference of infinite ones';
    const reason = `${toText([{ coefficient: new Fraction(1), quantity }])} is ${size} for variables with a joint density`;
    return [{ value: value * Number(coefficient.s), reason }];
  });
}

/** Whether this is information between groups that have a variable in common which is not given. */
function sharesVariable(quantity: Quantity): quantity is MutualInformation {
  if (quantity.kind === 'entropy') return false;
  const given = new Set(quantity.given);
  const left = quantity.between.flatMap((group) => [...new Set(group)].filter((name) => !given.has(name)));
  return new Set(left).size < left.length;
}
