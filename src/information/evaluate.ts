import type { EntropySystem } from './entropy-system.js';
import { type LinearForm, linearForm } from './linear-form.js';
import { parseExpression } from './parse.js';
import { requireVariables } from './variables.js';

/**
 * The value of an information expression on a system, in nats.
 *
 * @example
 * const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] });
 * evaluate('I(X; Y | Z) - I(X; Y)', xor); // log 2
 * @throws ParseError if the text is no expression
 * @throws RangeError if it names a variable that the system has not
 */
export function evaluate(expression: string, system: EntropySystem): number {
  return evaluateForm(linearForm(parseExpression(expression)), system);
}

/**
 * The value of a canonical form on a system, in nats.
 *
 * @throws RangeError if it names a variable that the system has not
 */
export function evaluateForm(form: LinearForm, system: EntropySystem): number {
  requireVariables(form.variables, system.variables);
  return form.terms.reduce((sum, { coefficient, subset }) => sum + coefficient.valueOf() * system.entropy(subset), 0);
}
