import type Fraction from 'fraction.js';
import { linearForm } from '../information/linear-form.js';
import type { Expression, Statement } from '../information/syntax.js';
import { elementalInequalities } from './elemental.js';
import type { IntegerColumn } from './exact-solution.js';
import { entropiesOf, type InformationTerm } from './information-term.js';
import { sumByClosure, toIntegerForm } from './integer-form.js';
import type { Problem } from './problem.js';
import { statedBy } from './stated.js';
import { size, type VariableSet } from './variable-sets.js';

/** More sets than this make a linear program of hundreds of thousands of inequalities. */
export const MOST_CLOSED_SETS = 8192;

/** What is known not to be negative: a Shannon inequality, or a multiple of what a premise says. */
export type KnownTerm =
  | { readonly kind: 'shannon'; readonly information: InformationTerm }
  | {
      readonly kind: 'premise';
      readonly premise: Statement;
      readonly expression: Expression;
      readonly relation: '>=' | '=';
      /** Negative for the other side of an equation. */
      readonly multiple: Fraction;
    };

export interface ConeColumn {
  readonly term: KnownTerm;
  readonly entries: IntegerColumn;
  /** How much longer a proof gets by it. */
  readonly cost: number;
}

/**
 * All sums of non-negative multiples of the columns: what Shannon's inequalities and the premises together show not to be
 * negative. A claim has a Shannon-type proof exactly if it is in this cone.
 */
export interface ShannonCone {
  /** The closed set that each row is the entropy of. */
  readonly rows: readonly VariableSet[];
  readonly rowOf: ReadonlyMap<VariableSet, number>;
  readonly columns: readonly ConeColumn[];
}

interface WeighedTerm {
  readonly term: KnownTerm;
  readonly coefficients: ReadonlyMap<VariableSet, number>;
  readonly cost: number;
}

/** Inequalities between two looks at the clock. */
const PAUSE = 1024;

/**
 * The cone of a problem; null if there are more than `limit` closed sets, or the deadline passes, in ms of
 * `performance.now()`. For densities, entropies may be negative: only mutual informations are left of Shannon's
 * inequalities.
 */
export function shannonCone(
  problem: Problem,
  of: 'discrete' | 'continuous',
  deadline: number,
  limit = MOST_CLOSED_SETS,
): ShannonCone | null {
  const closedSets = problem.closure.closedSets(problem.sets.all, limit);
  if (!closedSets) return null;
  // The closure of nothing comes first and has no entropy.
  const rows = closedSets.slice(1);
  const rowOf = new Map(rows.map((set, row) => [set, row]));
  const columns = new Map<string, ConeColumn>();
  const add = ({ term, coefficients, cost }: WeighedTerm) => {
    const entries = [...coefficients].map(([set, value]) => [rowOf.get(set)!, value] as const);
    const key = entries.toSorted(([a], [b]) => a - b).join(';');
    const known = columns.get(key);
    if (entries.length > 0 && !(known && known.cost <= cost)) columns.set(key, { term, entries, cost });
  };
  let count = 0;
  for (const term of shannonTerms(problem, closedSets, of)) {
    if (count++ % PAUSE === 0 && performance.now() >= deadline) return null;
    add(term);
  }
  for (const term of premiseTerms(problem)) add(term);
  return { rows, rowOf, columns: [...columns.values()] };
}

function* shannonTerms(
  { closure, sets }: Problem,
  closedSets: readonly VariableSet[],
  of: 'discrete' | 'continuous',
): Generator<WeighedTerm> {
  for (const information of elementalInequalities(closedSets, closure, sets.all)) {
    if (of === 'continuous' && information.a === information.b) continue;
    yield {
      term: { kind: 'shannon', information },
      coefficients: sumByClosure(entropiesOf(information), closure),
      cost: 1 + size(information.given) / 100,
    };
  }
}

function* premiseTerms({ given, sets, closure }: Problem): Generator<WeighedTerm> {
  for (const premise of given) {
    for (const { expression, relation } of statedBy(premise)) {
      const form = linearForm(expression);
      const { coefficients, scale } = toIntegerForm(form, sets, closure);
      const cost = (1 + form.variables.length / 100) / 3;
      const term = { kind: 'premise', premise, expression, relation } as const;
      yield { term: { ...term, multiple: scale }, coefficients, cost };
      if (relation === '>=') continue;
      const negated = new Map([...coefficients].map(([set, value]) => [set, -value]));
      yield { term: { ...term, multiple: scale.neg() }, coefficients: negated, cost };
    }
  }
}
