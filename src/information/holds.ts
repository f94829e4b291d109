import { requireNonNegative } from '../numeric/arguments.js';
import { assertions } from './assertions.js';
import type { EntropySystem } from './entropy-system.js';
import { evaluateExpression } from './evaluate.js';
import { parseStatement } from './parse.js';

/**
 * Whether a claim or premise holds on a system, up to a tolerance in nats for the rounding of entropies.
 *
 * @example
 * const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] });
 * holds('X _|_ Y', xor); // true
 * holds('X _|_ Y | Z', xor); // false
 * @throws ParseError if the text is no statement
 * @throws RangeError if it names a variable that the system has not, or the tolerance is negative
 */
export function holds(statement: string, system: EntropySystem, tolerance = 1e-9): boolean {
  requireNonNegative('tolerance', tolerance);
  return assertions(parseStatement(statement)).every(({ expression, relation }) => {
    const value = evaluateExpression(expression, system);
    return relation === '=' ? Math.abs(value) <= tolerance : value >= -tolerance;
  });
}
