import { type Assertion, assertions } from '../information/assertions.js';
import { readStatement } from '../information/parse.js';
import { separateNames } from '../information/separate-names.js';
import type { Statement } from '../information/syntax.js';
import { brief } from '../numeric/arguments.js';
import { Closure } from './closure.js';
import { dependencesOf } from './dependences.js';
import { requireFewVariables, VariableSets } from './variable-sets.js';

/** A claim to decide under premises. */
export interface Problem {
  readonly claim: Statement;
  /** What the claim says: all of these are to be shown. */
  readonly goals: readonly Assertion[];
  readonly given: readonly Statement[];
  /** The variables named, those of the claim first. */
  readonly sets: VariableSets;
  /** What the functional dependences among the premises determine. */
  readonly closure: Closure<Statement>;
}

/**
 * Reads a claim and its premises.
 *
 * @throws ParseError if a text is no statement
 * @throws TypeError if `given` is no list
 * @throws RangeError if there are more than 30 variables
 */
export function readProblem(claim: string, given: readonly string[]): Problem {
  if (!Array.isArray(given)) throw new TypeError(`given must be a list of premises, got ${brief(given)}`);
  const statements = [readStatement(claim, 'claim'), ...given.map((text, i) => readStatement(text, `given[${i}]`))];
  // Before a long chain is taken apart.
  requireFewVariables([...separateNames([claim, ...given])]);
  return toProblem(statements[0], statements.slice(1));
}

/**
 * The problem of a claim and its premises.
 *
 * @throws RangeError if there are more than 30 variables
 */
export function toProblem(claim: Statement, given: readonly Statement[]): Problem {
  const goals = assertions(claim);
  const sets = VariableSets.namedIn([...goals, ...given.flatMap(assertions)].map(({ expression }) => expression));
  return { claim, goals, given, sets, closure: new Closure(dependencesOf(given, sets)) };
}
