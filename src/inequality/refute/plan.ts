import Fraction from 'fraction.js';
import { type Constraint, constraints, type LinearForm, linearForm } from '../../information/linear-form.js';
import { toText } from '../../information/notation.js';
import type { Group, Quantity, Statement } from '../../information/syntax.js';
import { primitiveMultiple } from '../../numeric/common-denominator.js';
import type { Claimed } from './counterexample.js';
import { namesOf, readPremise } from './premise.js';

/** A multiple of a form with integer coefficients, on numbered sets of variables. */
export interface PlannedForm {
  readonly sets: Int32Array;
  readonly coefficients: Float64Array;
}

/** What to do when the next variable has been chosen. */
export interface Step {
  /** Pairs (set, the same set without this variable): set 0 is empty. */
  readonly joins: Int32Array;
  /** What must vanish now. */
  readonly vanishing: readonly PlannedForm[];
}

/** A search for a system, one variable after the other, each checked as soon as a premise can be. */
export interface Plan {
  /** In the order in which premises and claim name them, inputs first. */
  readonly variables: readonly string[];
  /** In the order in which they are chosen. */
  readonly order: readonly string[];
  /** Number of sets, the empty one included. */
  readonly sets: number;
  readonly steps: readonly Step[];
  /** Premises that are checked at the end. */
  readonly premises: readonly (PlannedForm & { readonly relation: Constraint['relation'] })[];
  /** Each refutes the claim where it is negative. */
  readonly targets: readonly PlannedForm[];
}

/** Sets of variables are bits of a 32-bit integer. */
const MOST_VARIABLES = 30;

/**
 * Plans the search for a system that satisfies the premises and violates the claim.
 *
 * @throws RangeError if they name more than 30 variables
 */
export function planSearch({ claim, given }: Claimed): Plan {
  const premises = given.map(readPremise);
  const variables = [...new Set([...given, claim].flatMap(namesIn))];
  if (variables.length > MOST_VARIABLES) {
    throw new RangeError(`claim and premises may name ${MOST_VARIABLES} variables, got ${variables.length}`);
  }
  const vanishing = premises.flatMap((premise) => premise.vanishing);
  const order = searchOrder(variables, vanishing);
  const position = new Map(order.map((name, i) => [name, i]));
  const sets = new Map([[0, 0]]);
  const joins: number[][] = order.map(() => []);
  const setOf = (mask: number): number => {
    const known = sets.get(mask);
    if (known !== undefined) return known;
    const last = 31 - Math.clz32(mask);
    const prefix = setOf(mask & ~(1 << last));
    const set = sets.size;
    sets.set(mask, set);
    joins[last].push(set, prefix);
    return set;
  };
  const plan = (form: LinearForm): PlannedForm => {
    const scale = primitiveMultiple(form.terms.map(({ coefficient }) => coefficient));
    return {
      sets: Int32Array.from(form.terms, ({ subset }) =>
        setOf(subset.reduce((mask, name) => mask | (1 << position.get(name)!), 0)),
      ),
      coefficients: Float64Array.from(form.terms, ({ coefficient }) => coefficient.mul(scale).valueOf()),
    };
  };
  const last = (form: LinearForm) => Math.max(...form.variables.map((name) => position.get(name)!));
  const checks: PlannedForm[][] = order.map(() => []);
  for (const form of distinct(vanishing.flatMap(consequences))) checks[last(form)].push(plan(form));
  const compared = premises
    .flatMap((premise) => premise.constraints)
    .map(({ form, relation }) => ({ ...plan(form), relation }));
  const targets = constraints(claim).flatMap(({ form, relation }) =>
    relation === '=' ? [plan(form), plan(form.times(new Fraction(-1)))] : [plan(form)],
  );
  return {
    variables,
    order,
    sets: sets.size,
    steps: order.map((_, i) => ({ joins: Int32Array.from(joins[i]), vanishing: checks[i] })),
    premises: compared,
    targets,
  };
}

/** Inputs before what is a function of them, so that a system reads in the order in which it is made. */
function namesIn(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'comparison':
      return statement.sides.flat().flatMap(({ quantity }) => namesOf(quantity));
    case 'functional-dependence':
      return [...statement.inputs, ...statement.of];
    case 'markov-chain':
      return statement.groups.flat();
    case 'independence':
      return [...statement.groups.flat(), ...statement.given];
  }
}

/** What belongs to the variables in the order in which they are chosen, in the order in which they are named. */
export function asNamed<T>({ variables, order }: Plan, chosen: readonly T[]): T[] {
  return variables.map((name) => chosen[order.indexOf(name)]);
}

/** The quantity's form and those of its single variables, which vanish with it and can be checked sooner. */
function consequences(quantity: Quantity): LinearForm[] {
  const parts: Quantity[] =
    quantity.kind === 'entropy'
      ? singles(quantity.of).map((of) => ({ ...quantity, of }))
      : singles(quantity.between[0]).flatMap((a) =>
          singles(quantity.between[1]).map((b) => ({ ...quantity, between: [a, b] })),
        );
  return [...parts, quantity].map((part) => linearForm([{ coefficient: new Fraction(1), quantity: part }]));
}

function singles(group: Group): Group[] {
  return group.map((name) => [name]);
}

function distinct(forms: readonly LinearForm[]): LinearForm[] {
  return [...new Map(forms.map((form) => [toText(form), form])).values()].filter((form) => !form.isZero);
}

/**
 * Inputs before what is a function of them, and otherwise next the variable that completes the most premises, so that
 * the search turns back early.
 */
function searchOrder(variables: readonly string[], vanishing: readonly Quantity[]): string[] {
  const groups = vanishing.map((quantity) => ({
    determined: quantity.kind === 'entropy' ? quantity.of : [],
    names: namesOf(quantity),
    given: quantity.given,
  }));
  const order: string[] = [];
  const missing = (names: Group) => names.filter((name) => !order.includes(name)).length;
  const score = (name: string) => {
    const waiting = groups.filter(({ determined, given }) => determined.includes(name) && missing(given) > 0).length;
    const completed = groups.filter(({ names }) => names.includes(name) && missing(names) === 1).length;
    const occurrences = groups.filter(({ names }) => names.includes(name)).length;
    return -1e6 * waiting + 1e3 * completed + occurrences;
  };
  while (order.length < variables.length) {
    const left = variables.filter((name) => !order.includes(name));
    const scores = left.map(score);
    order.push(left[scores.indexOf(Math.max(...scores))]);
  }
  return order;
}
