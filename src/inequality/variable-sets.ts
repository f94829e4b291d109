import type { Expression } from '../information/syntax.js';
import { brief } from '../numeric/arguments.js';
import { pow } from '../numeric/power.js';

/** A set of variables as bits of an integer. */
export type VariableSet = number;

const MOST = 30;

/** Sets of the variables of one problem, as bits. */
export class VariableSets {
  readonly names: readonly string[];
  readonly #index: ReadonlyMap<string, number>;

  private constructor(names: readonly string[]) {
    requireFewVariables(names);
    this.names = names;
    this.#index = new Map(names.map((name, i) => [name, i]));
  }

  /**
   * The variables that expressions name, in order of appearance.
   *
   * @throws RangeError if there are more than 30
   */
  static namedIn(expressions: readonly Expression[]): VariableSets {
    const groups = expressions
      .flat()
      .flatMap(({ quantity }) => [...(quantity.kind === 'entropy' ? [quantity.of] : quantity.between), quantity.given]);
    return new VariableSets([...new Set(groups.flat())]);
  }

  /** All variables. */
  get all(): VariableSet {
    return pow(2, this.names.length) - 1;
  }

  of(names: readonly string[]): VariableSet {
    return names.reduce((set, name) => set | (1 << this.#index.get(name)!), 0);
  }

  namesOf(set: VariableSet): string[] {
    return this.names.filter((_, i) => set & (1 << i));
  }
}

/** @throws RangeError if there are more variables than a set has bits for */
export function requireFewVariables(names: readonly string[]): void {
  if (names.length > MOST) {
    throw new RangeError(`claim and premises may name ${MOST} variables, got ${names.length}: ${brief(names)}`);
  }
}

/** Whether all variables of a are in b. */
export function isSubset(a: VariableSet, b: VariableSet): boolean {
  return (a & ~b) === 0;
}

/** The single variables of a set, each as a set. */
export function* singletons(set: VariableSet): Generator<VariableSet> {
  for (let rest = set; rest; rest &= rest - 1) yield rest & -rest;
}

/** The number of variables. */
export function size(set: VariableSet): number {
  let count = 0;
  for (let rest = set; rest; rest &= rest - 1) count++;
  return count;
}
