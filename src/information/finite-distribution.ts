import { alignColumns } from '../numeric/align-columns.js';
import { brief, isList, requireFunction, requireList, requireRecord, requireTexts } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { inspection } from '../numeric/inspection.js';
import { pow } from '../numeric/power.js';
import { withinRange } from '../numeric/range.js';
import type { EntropySystem } from './entropy-system.js';
import { groupStates } from './group-states.js';
import { shannonEntropy } from './shannon-entropy.js';
import { requireNewVariable, requireVariables } from './variables.js';

/** A value of a finite variable. */
export type Label = string | number | boolean;

/** Probabilities by value: pairs, or a record for values that are strings. */
export type ProbabilityMass =
  | readonly (readonly [value: Label, probability: number])[]
  | Readonly<Record<string, number>>;

/** A function of values of variables, which its author knows to be numbers, say. */
// biome-ignore lint/suspicious/noExplicitAny: with Label, every such function would have to narrow its arguments first
type OfValues<Result> = (...values: any[]) => Result;

/** A joint outcome: a value for each variable, and its probability. */
export interface Outcome {
  readonly values: Readonly<Record<string, Label>>;
  readonly probability: number;
}

/** One variable of the support: the values it takes, and for each state the index of its value. */
interface Column {
  readonly values: readonly Label[];
  readonly indices: Int32Array;
}

/** How far probabilities may be from summing to one. */
const TOLERANCE = 1e-9;
/** States of a joint distribution: as many as 20 fair bits have. With more, entropies take minutes, and soon all memory. */
export const MOST_STATES = pow(2, 20);
/** How far a thousand such steps can lead. */
const ROUNDING = 1e-6;
/** How many states a printed table shows. */
const SHOWN_STATES = 20;

/**
 * The exact joint distribution of named finite variables, built up along a generating process. Immutable: each step
 * returns a new distribution. Only states of positive probability are kept.
 *
 * @example
 * const system = FiniteDistribution.empty()
 *   .source('A', [[0, 1 / 2], [1, 1 / 2]])
 *   .source('E', [[0, 0.9], [1, 0.1]])
 *   .map('S', ['A', 'E'], (a, e) => a ^ e);
 * evaluate('I(A; S)', system); // log 2 − h(0.1)
 * holds('A _|_ E', system); // true: noise is independent of what was there before
 * system.given({ S: 1 }).marginal(['A']); // A's distribution once S is known
 */
export class FiniteDistribution implements EntropySystem {
  /** Its entropies are Shannon's. */
  readonly kind = 'discrete';
  /** The names, in the order in which they were added. */
  readonly variables: readonly string[];
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #probabilities: Float64Array;
  readonly #entropies = new Map<string, number>();

  private constructor(columns: ReadonlyMap<string, Column>, probabilities: Float64Array) {
    this.#columns = columns;
    this.#probabilities = probabilities;
    this.variables = [...columns.keys()];
  }

  /** No variables, one state. */
  static empty(): FiniteDistribution {
    return new FiniteDistribution(new Map(), Float64Array.of(1));
  }

  /**
   * A distribution from its table; equal rows are added up.
   *
   * @throws RangeError if rows are ragged, probabilities are negative or do not sum to one, or a name is no name
   * @throws TypeError if a row is no pair of values and a probability
   */
  static fromTable(
    variables: readonly string[],
    rows: readonly (readonly [values: readonly Label[], probability: number])[],
  ): FiniteDistribution {
    requireTexts('variables', variables);
    requireList('rows', rows);
    variables.forEach((variable, j) => {
      requireNewVariable(variable, variables.slice(0, j));
    });
    Array.from(rows).forEach((row, i) => {
      requireList(`rows[${i}]`, row);
      const [values] = row;
      requireList(`rows[${i}]`, values);
      if (values.length !== variables.length) {
        throw new RangeError(`rows[${i}] must have ${variables.length} values, got ${values.length}`);
      }
    });
    checkedMass(
      'rows',
      rows.map(([, probability], i) => [i, probability] as const),
    );
    const kept = rows.filter(([, probability]) => probability > 0);
    const columns = variables.map((variable, j): [string, Column] => {
      const alphabet = new Alphabet(variable);
      const indices = Int32Array.from(kept, ([values]) => alphabet.indexOf(values[j]));
      return [variable, { values: alphabet.values, indices }];
    });
    const probabilities = Float64Array.from(kept, ([, probability]) => probability);
    return new FiniteDistribution(new Map(columns), probabilities).marginal(variables);
  }

  /** Number of states of positive probability. */
  get size(): number {
    return this.#probabilities.length;
  }

  /**
   * Adds a variable independent of all there are: a source, or noise.
   *
   * @throws RangeError if the name is taken or no name, or the probabilities are negative or do not sum to one
   */
  source(name: string, mass: ProbabilityMass): FiniteDistribution {
    const pairs = checkedMass(name, mass);
    return this.#extend(name, [], () => pairs);
  }

  /**
   * Adds a deterministic function of some variables.
   *
   * @throws RangeError if a name is unknown, taken or no name
   * @throws TypeError if a value of the function is no string, number or boolean
   */
  map(name: string, inputs: readonly string[], f: OfValues<Label>): FiniteDistribution {
    requireFunction('f', f);
    return this.#extend(name, inputs, (...values) => [[f(...values), 1]]);
  }

  /**
   * Adds the output of a channel: `transition` gives its distribution for each value of the inputs.
   *
   * @throws RangeError if a name is unknown, taken or no name, or a distribution does not sum to one
   * @throws TypeError if an output is no string, number or boolean
   */
  channel(name: string, inputs: readonly string[], transition: OfValues<ProbabilityMass>): FiniteDistribution {
    requireFunction('transition', transition);
    return this.#extend(name, inputs, (...values) => {
      const mass = transition(...values);
      const where = `${name} given ${inputs.map((input, i) => `${input} = ${brief(values[i])}`).join(', ')}`;
      return checkedMass(where, mass);
    });
  }

  /**
   * The joint distribution of some of the variables, in the order given.
   *
   * @throws RangeError if a variable is unknown
   */
  marginal(variables: readonly string[]): FiniteDistribution {
    requireVariables(variables, this.variables);
    const { groups, first } = this.#groups(variables);
    const probabilities = new Float64Array(first.length);
    for (let state = 0; state < groups.length; state++) probabilities[groups[state]] += this.#probabilities[state];
    return new FiniteDistribution(this.#columnsOf(variables, first), probabilities);
  }

  /**
   * The distribution given that variables have certain values.
   *
   * @throws RangeError if a variable is unknown or the event has probability zero
   */
  given(values: Readonly<Record<string, Label>>): FiniteDistribution {
    const kept = this.#statesWith(values);
    let total = 0;
    for (const state of kept) total += this.#probabilities[state];
    if (total === 0) {
      const event = Object.entries(values).map(([name, value]) => `${name} = ${brief(value)}`);
      throw new RangeError(`the event ${event.slice(0, SHOWN_STATES).join(', ')} has probability zero`);
    }
    const probabilities = Float64Array.from(kept, (state) => this.#probabilities[state] / total);
    return new FiniteDistribution(this.#columnsOf(this.variables, kept), probabilities);
  }

  /**
   * Probability that variables have certain values; 1 of none.
   *
   * @throws RangeError if a variable is unknown
   */
  probability(values: Readonly<Record<string, Label>>): number {
    const sum = this.#statesWith(values).reduce((total, state) => total + this.#probabilities[state], 0);
    return withinRange('the probability', sum, [0, 1], ROUNDING);
  }

  /**
   * The mean of a function of some variables.
   *
   * @throws RangeError if a variable is unknown
   * @throws TypeError if a value of the function is no number
   */
  expectation(inputs: readonly string[], f: OfValues<number>): number {
    requireVariables(inputs, this.variables);
    requireFunction('f', f);
    const columns = inputs.map((input) => this.#columns.get(input)!);
    return compensatedSum(this.size, (state) => {
      const value = f(...columns.map(({ values, indices }) => values[indices[state]]));
      if (typeof value !== 'number' || Number.isNaN(value))
        throw new TypeError(`f must return numbers, got ${brief(value)}`);
      return this.#probabilities[state] * value;
    });
  }

  /** The states of positive probability. */
  outcomes(): Outcome[] {
    return Array.from(this.#probabilities, (_, state) => this.#outcome(state));
  }

  /** The states and their probabilities as a table, the first of them if there are many. */
  toString(): string {
    const shown = Array.from({ length: Math.min(this.size, SHOWN_STATES) }, (_, state) => this.#outcome(state));
    const rows = shown.map(({ values, probability }) => [
      ...Object.values(values).map(String),
      String(Number(probability.toPrecision(6))),
    ]);
    const table = alignColumns([[...this.variables, 'probability'], ...rows]);
    const left = this.size - shown.length;
    return left > 0 ? `${table}\n… and ${left} more states` : table;
  }

  [inspection](): string {
    return this.toString();
  }

  /**
   * Joint Shannon entropy in nats.
   *
   * @throws RangeError if a variable is unknown
   */
  entropy(subset: readonly string[]): number {
    requireVariables(subset, this.variables);
    const key = [...new Set(subset)].sort().join();
    let entropy = this.#entropies.get(key);
    if (entropy === undefined) {
      entropy = shannonEntropy(
        subset.length === 0 ? Float64Array.of(1) : this.marginal([...new Set(subset)]).#probabilities,
      );
      this.#entropies.set(key, entropy);
    }
    return entropy;
  }

  /** Adds a variable whose distribution depends on the values of the inputs; asked once for each of their combinations. */
  #extend(
    name: string,
    inputs: readonly string[],
    distribution: (...values: Label[]) => readonly (readonly [Label, number])[],
  ): FiniteDistribution {
    requireNewVariable(name, this.variables);
    requireVariables(inputs, this.variables);
    const alphabet = new Alphabet(name);
    const { groups, first } = this.#groups(inputs);
    const inputColumns = inputs.map((input) => this.#columns.get(input)!);
    // The branches of group g are those from starts[g] up to starts[g + 1].
    const starts = [0];
    const branches: number[] = [];
    const weights: number[] = [];
    for (const state of first) {
      const combination = inputColumns.map(({ values, indices }) => values[indices[state]]);
      for (const [value, probability] of distribution(...combination)) {
        if (probability === 0) continue;
        branches.push(alphabet.indexOf(value));
        weights.push(probability);
      }
      requireFewStates(name, branches.length);
      starts.push(branches.length);
    }
    let size = 0;
    for (const group of groups) size += starts[group + 1] - starts[group];
    requireFewStates(name, size);
    const origins = new Int32Array(size);
    const indices = new Int32Array(size);
    const probabilities = new Float64Array(size);
    let next = 0;
    for (let state = 0; state < groups.length; state++) {
      for (let branch = starts[groups[state]]; branch < starts[groups[state] + 1]; branch++) {
        const joint = this.#probabilities[state] * weights[branch];
        if (joint === 0) continue; // underflow
        origins[next] = state;
        indices[next] = branches[branch];
        probabilities[next++] = joint;
      }
    }
    const columns = this.#columnsOf(this.variables, origins.subarray(0, next));
    columns.set(name, { values: alphabet.values, indices: indices.slice(0, next) });
    return new FiniteDistribution(columns, probabilities.slice(0, next));
  }

  /** Some of the variables at some of the states. */
  #columnsOf(variables: readonly string[], states: Int32Array): Map<string, Column> {
    return new Map(
      variables.map((variable) => {
        const { values, indices } = this.#columns.get(variable)!;
        const chosen = new Int32Array(states.length);
        for (let i = 0; i < states.length; i++) chosen[i] = indices[states[i]];
        return [variable, { values, indices: chosen }];
      }),
    );
  }

  #outcome(state: number): Outcome {
    const values = [...this.#columns].map(([name, { values, indices }]) => [name, values[indices[state]]]);
    return { values: Object.fromEntries(values), probability: this.#probabilities[state] };
  }

  #groups(variables: readonly string[]) {
    const columns = variables.map((variable) => this.#columns.get(variable)!);
    return groupStates(
      columns.map(({ values, indices }) => ({ size: values.length, indices })),
      this.size,
    );
  }

  #statesWith(values: Readonly<Record<string, Label>>): Int32Array {
    requireRecord('values', values);
    requireVariables(Object.keys(values), this.variables);
    const wanted = Object.entries(values).map(([name, value]) => {
      requireLabel(name, value);
      const { values: alphabet, indices } = this.#columns.get(name)!;
      return { indices, index: alphabet.indexOf(value) };
    });
    const states = Int32Array.from({ length: this.size }, (_, state) => state);
    return states.filter((state) => wanted.every(({ indices, index }) => indices[state] === index));
  }
}

/** @throws RangeError if there would be more states than there is room for */
export function requireFewStates(name: string, states: number): void {
  if (states > MOST_STATES) {
    throw new RangeError(`with ${name} there would be ${states} states, more than ${MOST_STATES}`);
  }
}

/** The pairs of values and probabilities, none of which is left to be checked but the values. */
function checkedMass(name: string, mass: ProbabilityMass): readonly (readonly [Label, number])[] {
  if (!isList(mass)) requireRecord(name, mass);
  const pairs: readonly (readonly [Label, number])[] = isList(mass) ? Array.from(mass) : Object.entries(mass);
  let total = 0;
  for (const pair of pairs) {
    if (!isList(pair) || pair.length !== 2) {
      throw new TypeError(`${name} must have pairs of a value and its probability, got ${brief(pair)}`);
    }
    const [value, probability] = pair;
    if (!(typeof probability === 'number' && probability >= 0 && probability < Infinity)) {
      throw new RangeError(
        `${name}: the probability of ${brief(value)} must be non-negative, got ${brief(probability)}`,
      );
    }
    total += probability;
  }
  if (Math.abs(total - 1) > TOLERANCE) {
    throw new RangeError(`${name}: probabilities must sum to 1, got a sum of ${total}`);
  }
  return pairs;
}

/** @throws TypeError unless the value can be one of a finite variable */
export function requireLabel(name: string, value: Label): void {
  if (!['string', 'number', 'boolean'].includes(typeof value) || Number.isNaN(value)) {
    throw new TypeError(`${name} must have strings, numbers or booleans as values, got ${brief(value)}`);
  }
}

/** The values of a variable, numbered in order of appearance. */
class Alphabet {
  readonly #indices = new Map<Label, number>();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  get values(): Label[] {
    return [...this.#indices.keys()];
  }

  indexOf(value: Label): number {
    const known = this.#indices.get(value);
    if (known !== undefined) return known;
    requireLabel(this.#name, value);
    const index = this.#indices.size;
    this.#indices.set(value, index);
    return index;
  }
}
