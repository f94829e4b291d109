import Fraction from 'fraction.js';
import type { EntropySystem } from '../../information/entropy-system.js';
import { type LinearForm, linearForm } from '../../information/linear-form.js';
import { DegenerateError } from '../../information/linear-gaussian.js';
import type { Quantity } from '../../information/syntax.js';
import { LogCombination } from './log-combination.js';

/** A table of text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A system whose entropies are exact numbers. */
export interface ExactSystem {
  readonly variables: readonly string[];
  /**
   * Joint entropy.
   *
   * @throws DegenerateError if there is none
   */
  entropy(subset: readonly string[]): LogCombination;
  /** Whether a conditional entropy or mutual information is zero: a functional dependence or independence. */
  vanishes(quantity: Quantity): boolean;
  /** Systems a step simpler, the greatest simplifications first. */
  simpler(): Iterator<ExactSystem, void>;
  /** The same system for general use. */
  toEntropySystem(): EntropySystem;
  /** The system as it is printed, with exact numbers. */
  toTable(): Table;
}

/**
 * The exact value of a form on a system.
 *
 * @throws DegenerateError if an entropy it names does not exist
 */
export function exactValue(form: LinearForm, system: ExactSystem): LogCombination {
  return LogCombination.sum(form.terms.map(({ coefficient, subset }) => system.entropy(subset).times(coefficient)));
}

/** Whether a quantity is zero, where all entropies exist. */
export function vanishesByValue(quantity: Quantity, system: ExactSystem): boolean {
  return exactValue(linearForm([{ coefficient: new Fraction(1), quantity }]), system).isZero;
}

/** A value, or null where it names a joint entropy that does not exist. */
export function existing<T>(value: () => T): T | null {
  try {
    return value();
  } catch (error) {
    if (error instanceof DegenerateError) return null;
    throw error;
  }
}
