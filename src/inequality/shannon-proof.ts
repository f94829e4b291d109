import { negated } from '../information/assertions.js';
import { linearForm } from '../information/linear-form.js';
import type { Expression } from '../information/syntax.js';
import type { CertifiedForm } from './certified-form.js';
import { certify } from './certify.js';
import { exactSolution } from './exact-solution.js';
import { toIntegerForm } from './integer-form.js';
import { solveLinearProgram } from './linear-program.js';
import type { Problem } from './problem.js';
import type { ShannonCone } from './shannon-cone.js';

/** What became of a search for a proof: found; none, since `expression` is outside of the cone; or not known, and why. */
export type ShannonProof =
  | { readonly status: 'proved'; readonly parts: readonly CertifiedForm[] }
  | { readonly status: 'outside'; readonly expression: Expression }
  | { readonly status: 'open'; readonly reason: string };

/** Proves all goals of a problem within a cone, or stops at the first that it cannot. `deadline` is in performance.now() ms. */
export async function proveInCone(problem: Problem, cone: ShannonCone, deadline: number): Promise<ShannonProof> {
  const parts: CertifiedForm[] = [];
  for (const { expression, relation } of problem.goals) {
    const directions = relation === '=' ? [expression, negated(expression)] : [expression];
    for (const direction of directions) {
      const proof = await proveNonNegative(problem, cone, direction, deadline);
      if ('status' in proof) return proof;
      parts.push(proof);
      // A sum of terms that are all zero proves both directions.
      if (proof.relation === '=') break;
    }
  }
  return { status: 'proved', parts };
}

async function proveNonNegative(
  problem: Problem,
  cone: ShannonCone,
  expression: Expression,
  deadline: number,
): Promise<CertifiedForm | Exclude<ShannonProof, { status: 'proved' }>> {
  const { coefficients, scale } = toIntegerForm(linearForm(expression), problem.sets, problem.closure);
  const rightHandSide = new Map([...coefficients].map(([set, value]) => [cone.rowOf.get(set)!, value]));
  const columns = cone.columns.map(({ entries }) => entries);
  const program = {
    rows: cone.rows.length,
    columns,
    costs: cone.columns.map(({ cost }) => cost),
    rightHandSide,
    relation: '=',
  } as const;
  const result = await solveLinearProgram(program, (deadline - performance.now()) / 1000);
  switch (result.status) {
    case 'infeasible':
      return { status: 'outside', expression };
    case 'time-limit':
      return { status: 'open', reason: 'time was up before the linear program was solved' };
    case 'failed':
      return { status: 'open', reason: result.reason };
    case 'optimal': {
      const exact = exactSolution(columns, rightHandSide, result.solution);
      if (!exact) return { status: 'open', reason: 'a proof was found in floating point that could not be made exact' };
      return certify(
        problem,
        expression,
        [...exact].map(([i, x]) => [cone.columns[i].term, x.div(scale)] as const),
      );
    }
  }
}
