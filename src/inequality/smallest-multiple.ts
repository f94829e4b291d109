import Fraction from 'fraction.js';
import { linearForm } from '../information/linear-form.js';
import type { Expression } from '../information/syntax.js';
import { exactSolution, type IntegerColumn } from './exact-solution.js';
import { toIntegerForm } from './integer-form.js';
import { solveLinearProgram } from './linear-program.js';
import type { Problem } from './problem.js';
import type { ShannonCone } from './shannon-cone.js';

/** The smallest c >= 0 with which `expression` + c · `correction` is in the cone; null if none was found in time. */
export async function smallestMultiple(
  problem: Problem,
  cone: ShannonCone,
  expression: Expression,
  correction: Expression,
  deadline: number,
): Promise<Fraction | null> {
  const integer = (what: Expression) => toIntegerForm(linearForm(what), problem.sets, problem.closure);
  const target = integer(expression);
  const added = integer(correction);
  const entries = (coefficients: ReadonlyMap<number, number>, sign: 1 | -1): IntegerColumn =>
    [...coefficients].map(([set, value]) => [cone.rowOf.get(set)!, sign * value] as const);
  // expression = Σ columns − c · correction, in multiples that make all of it integers.
  const columns = [...cone.columns.map((column) => column.entries), entries(added.coefficients, -1)];
  const last = cone.columns.length;
  const rightHandSide = new Map(entries(target.coefficients, 1));
  const result = await solveLinearProgram(
    {
      rows: cone.rows.length,
      columns,
      costs: columns.map((_, i) => (i === last ? 1 : 0)),
      relation: '=',
      rightHandSide,
    },
    deadline,
  );
  if (result.status !== 'optimal') return null;
  const exact = exactSolution(columns, rightHandSide, result.solution, deadline);
  return exact && (exact.get(last) ?? new Fraction(0)).mul(added.scale).div(target.scale);
}
