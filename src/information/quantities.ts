import Fraction from 'fraction.js';
import type { EntropySystem } from './entropy-system.js';
import { evaluateExpression } from './evaluate.js';
import { parseGroup } from './parse.js';
import type { Group, Quantity } from './syntax.js';

/** Variables of a system: `'X'`, `'X, Y'` or `['X', 'Y']`. */
export type Variables = string | readonly string[];

/**
 * The entropy H(of | given) of variables of a system, in nats: `H(system, 'X, Y', 'Z')` is
 * `evaluate('H(X, Y | Z)', system)`.
 *
 * @throws ParseError if a text is no list of names
 * @throws RangeError if a list is empty or the system lacks a variable
 */
export function H(system: EntropySystem, of: Variables, given: Variables = []): number {
  return evaluateQuantity({ kind: 'entropy', of: group('of', of), given: condition(given) }, system);
}

/**
 * The mutual information I(x; y | given) of variables of a system, in nats: `I(system, 'X', 'Y', 'Z')` is
 * `evaluate('I(X; Y | Z)', system)`.
 *
 * @throws ParseError if a text is no list of names
 * @throws RangeError if a list is empty or the system lacks a variable
 */
export function I(system: EntropySystem, x: Variables, y: Variables, given: Variables = []): number {
  const between = [group('x', x), group('y', y)];
  return evaluateQuantity({ kind: 'mutual-information', between, given: condition(given) }, system);
}

function evaluateQuantity(quantity: Quantity, system: EntropySystem): number {
  return evaluateExpression([{ coefficient: new Fraction(1), quantity }], system);
}

function group(name: string, variables: Variables): Group {
  if (variables.length === 0) throw new RangeError(`${name} must name at least one variable`);
  return typeof variables === 'string' ? parseGroup(variables) : variables;
}

/** Nothing may be given. */
function condition(given: Variables): Group {
  return given.length === 0 ? [] : group('given', given);
}
