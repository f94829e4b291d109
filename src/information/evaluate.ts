import { type EntropySystem, requireSystem } from './entropy-system.js';
import { type LinearForm, linearForm } from './linear-form.js';
import { DegenerateError } from './linear-gaussian.js';
import { parseExpression } from './parse.js';
import { singularTerms } from './singular.js';
import type { Expression, ExpressionTerm } from './syntax.js';
import { requireVariables } from './variables.js';

/**
 * The value of an information expression on a system, in nats. What cannot be negative is not so by rounding, up to 1e-9.
 *
 * @example
 * const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] });
 * evaluate('I(X; Y | Z) - I(X; Y)', xor); // log 2
 * @throws ParseError if the text is no expression
 * @throws RangeError if it names a variable that the system has not
 * @throws DegenerateError if it is infinite, as I(X; X) is where X has a density
 */
export function evaluate(expression: string, system: EntropySystem): number {
  requireSystem('system', system);
  return evaluateExpression(parseExpression(expression), system);
}

/** Of entropies, in nats. */
const ROUNDING = 1e-9;

/**
 * The value of a parsed expression on a system, in nats: of its canonical form, or term by term as it is written where the
 * system has a way of its own with quantities. What cannot be negative is not so by rounding.
 *
 * @throws RangeError if it names a variable that the system has not
 * @throws DegenerateError if it is infinite
 */
export function evaluateExpression(expression: Expression, system: EntropySystem): number {
  const singular = system.kind === 'continuous' ? singularTerms(expression).at(0) : undefined;
  if (singular) throw new DegenerateError(singular.reason);
  if (system.quantity) {
    let sum = 0;
    for (const { coefficient, quantity } of expression) sum += coefficient.valueOf() * system.quantity(quantity);
    return sum;
  }
  const value = evaluateForm(linearForm(expression), system);
  const rounded = value < 0 && value >= -ROUNDING;
  return rounded && expression.every((term) => isNotNegative(term, system.kind)) ? 0 : value;
}

function isNotNegative({ coefficient, quantity }: ExpressionTerm, kind: EntropySystem['kind']): boolean {
  if (coefficient.compare(0) < 0) return false;
  if (quantity.kind === 'entropy') return kind === 'discrete';
  // That of McGill for three may be negative.
  return quantity.between.length === 2;
}

/**
 * The value of a canonical form on a system, in nats.
 *
 * @throws RangeError if it names a variable that the system has not, or a coefficient is too large
 */
export function evaluateForm(form: LinearForm, system: EntropySystem): number {
  requireVariables(form.variables, system.variables);
  return form.terms.reduce((sum, { coefficient, subset }) => {
    const multiple = coefficient.valueOf();
    if (!Number.isFinite(multiple)) throw new RangeError(`the coefficient of H(${subset.join(', ')}) is too large`);
    return sum + multiple * system.entropy(subset);
  }, 0);
}
