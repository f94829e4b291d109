import type { EntropySystem } from './entropy-system.js';
import { linearForm } from './linear-form.js';
import { parseExpression } from './parse.js';

/**
 * The value of an information expression on a system, in nats.
 *
 * @example evaluate('I(S_gen; W) - H(M | W)', system)
 * @throws ParseError if the text is no expression; RangeError if it names a variable that the system has not
 */
export function evaluate(expression: string, system: EntropySystem): number {
  const form = linearForm(parseExpression(expression));
  for (const variable of form.variables) {
    if (!system.variables.includes(variable)) {
      throw new RangeError(`the system has no variable '${variable}', only ${system.variables.join(', ')}`);
    }
  }
  return form.terms.reduce((sum, { coefficient, subset }) => sum + coefficient.valueOf() * system.entropy(subset), 0);
}
