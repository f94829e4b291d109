import Fraction from 'fraction.js';
import type { EntropySystem } from '../information/entropy-system.js';
import { linearForm } from '../information/linear-form.js';
import type { Expression } from '../information/syntax.js';
import { requireVariables } from '../information/variables.js';
import { brief, requireInstance } from '../numeric/arguments.js';
import { nearestSimple } from './exact-solution.js';
import { toIntegerForm } from './integer-form.js';
import { solveLinearProgram } from './linear-program.js';
import type { Problem } from './problem.js';
import type { ShannonCone } from './shannon-cone.js';
import { type VariableSet, VariableSets } from './variable-sets.js';

/**
 * A set function that satisfies all Shannon inequalities, in bits. It shows that a claim has no Shannon-type proof; it may
 * not be the entropies of any random variables, so that it refutes nothing.
 */
export class Polymatroid implements EntropySystem {
  /** Its values are taken for Shannon entropies. */
  readonly kind = 'discrete';
  /** The names, in the order of the problem. */
  readonly variables: readonly string[];
  readonly #values: ReadonlyMap<VariableSet, Fraction>;
  readonly #problem: Problem;

  /**
   * Made by {@link prove}: `values` are in bits, of the sets that are closed under the premises.
   *
   * @throws TypeError unless they are
   */
  constructor(problem: Problem, values: ReadonlyMap<VariableSet, Fraction>) {
    if (!(problem?.sets instanceof VariableSets)) throw new TypeError(`problem must be one, got ${brief(problem)}`);
    requireInstance('values', values, Map);
    for (const value of values.values()) requireInstance('values', value, Fraction);
    this.variables = problem.sets.names;
    this.#problem = problem;
    this.#values = values;
  }

  /** The exact value of a set of variables, in bits. */
  rank(subset: readonly string[]): Fraction {
    requireVariables(subset, this.variables);
    const { closure, sets } = this.#problem;
    return this.#values.get(closure.of(sets.of(subset))) ?? new Fraction(0);
  }

  /** The same in nats. */
  entropy(subset: readonly string[]): number {
    return this.rank(subset).valueOf() * Math.LN2;
  }
}

/**
 * The polymatroid of least total rank that satisfies the premises and has the expression at −1 bit, re-checked over the
 * rationals; null if none was found in time.
 */
export async function violatingPolymatroid(
  problem: Problem,
  cone: ShannonCone,
  expression: Expression,
  deadline: number,
): Promise<Polymatroid | null> {
  const { coefficients, scale } = toIntegerForm(linearForm(expression), problem.sets, problem.closure);
  // One unknown for each closed set; one row for each column of the cone, and the last for the expression.
  const columns = cone.rows.map((): (readonly [number, number])[] => []);
  cone.columns.forEach(({ entries }, row) => {
    for (const [set, value] of entries) columns[set].push([row, value]);
  });
  const last = cone.columns.length;
  for (const [set, value] of coefficients) columns[cone.rowOf.get(set)!].push([last, -value]);
  const result = await solveLinearProgram(
    {
      rows: last + 1,
      columns,
      costs: cone.rows.map((set) => (set === problem.sets.all ? 1 : 0)),
      relation: '>=',
      rightHandSide: new Map([[last, scale.valueOf()]]),
    },
    deadline,
  );
  if (result.status !== 'optimal') return null;
  const values = Array.from(result.solution, nearestSimple);
  const slack = new Array<Fraction>(last + 1).fill(new Fraction(0));
  columns.forEach((column, set) => {
    if (values[set].equals(0)) return;
    for (const [row, value] of column) slack[row] = slack[row].add(values[set].mul(value));
  });
  slack[last] = slack[last].sub(scale);
  if (slack.some((value) => value.compare(0) < 0)) return null;
  return new Polymatroid(problem, new Map(cone.rows.map((set, i) => [set, values[i]])));
}
