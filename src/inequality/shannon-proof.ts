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
    const above = await proveNonNegative(problem, cone, expression, deadline);
    if ('status' in above) return above;
    // A sum of terms that are all zero proves both directions.
    if (relation === '>=' || above.relation === '=') {
      parts.push(above);
      continue;
    }
    const below = await proveNonNegative(problem, cone, negated(expression), deadline);
    if ('status' in below) return below;
    parts.push(...(below.relation === '=' ? [turned(below, expression)] : [above, below]));
  }
  return { status: 'proved', parts };
}

/** A form that is zero, as its negative. */
function turned({ terms }: CertifiedForm, expression: Expression): CertifiedForm {
  const opposite = terms.map((term) => ({ ...term, coefficient: term.coefficient.neg() }));
  return { expression, relation: '=', terms: opposite };
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
  const result = await solveLinearProgram(program, deadline);
  switch (result.status) {
    case 'infeasible':
      return { status: 'outside', expression };
    case 'time-limit':
      return { status: 'open', reason: 'time was up before the linear program was solved' };
    case 'failed':
      return { status: 'open', reason: result.reason };
    case 'optimal': {
      const exact = exactSolution(columns, rightHandSide, result.solution, deadline);
      if (!exact) {
        const late = performance.now() >= deadline ? ' in time' : '';
        return { status: 'open', reason: `a proof was found in floating point that could not be made exact${late}` };
      }
      return certify(
        problem,
        expression,
        [...exact].map(([i, x]) => [cone.columns[i].term, x.div(scale)] as const),
        deadline,
      );
    }
  }
}
