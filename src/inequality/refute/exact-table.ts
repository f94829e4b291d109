import Fraction from 'fraction.js';
import { FiniteDistribution } from '../../information/finite-distribution.js';
import type { Quantity } from '../../information/syntax.js';
import { requireVariables } from '../../information/variables.js';
import { greatestCommonDivisor } from '../../numeric/greatest-common-divisor.js';
import { type ExactSystem, type Table, vanishesByValue } from './exact-system.js';
import { LogCombination } from './log-combination.js';

/** An outcome: the value of each variable, and its probability as a multiple of one over the sum of all weights. */
export interface WeightedOutcome {
  readonly values: readonly number[];
  readonly weight: number;
}

/** A finite joint distribution with rational probabilities: entropies are logarithms of integers. */
export class ExactTable implements ExactSystem {
  readonly variables: readonly string[];
  readonly outcomes: readonly WeightedOutcome[];
  readonly #total: number;
  readonly #entropies = new Map<string, LogCombination>();

  /** @param outcomes with positive integer weights; those with equal values are added up */
  constructor(variables: readonly string[], outcomes: readonly WeightedOutcome[]) {
    const weights = new Map<string, WeightedOutcome>();
    const relabel = variables.map(() => new Map<number, number>());
    for (const { values, weight } of outcomes) {
      if (!Number.isSafeInteger(weight) || weight < 1)
        throw new RangeError(`weights must be positive integers, got ${weight}`);
      const labels = values.map((value, i) => numberOf(value, relabel[i]));
      const key = labels.join();
      weights.set(key, { values: labels, weight: weight + (weights.get(key)?.weight ?? 0) });
    }
    const divisor = [...weights.values()].reduce((gcd, { weight }) => greatestCommonDivisor(gcd, weight), 0);
    this.variables = variables;
    this.outcomes = [...weights.values()].map(({ values, weight }) => ({ values, weight: weight / divisor }));
    this.#total = this.outcomes.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** H = log N − Σ k log k / N for probabilities k/N. */
  entropy(subset: readonly string[]): LogCombination {
    requireVariables(subset, this.variables);
    const key = subset.join();
    let entropy = this.#entropies.get(key);
    if (!entropy) {
      const columns = subset.map((name) => this.variables.indexOf(name));
      const marginal = new Map<string, number>();
      for (const { values, weight } of this.outcomes) {
        const cell = columns.map((column) => values[column]).join();
        marginal.set(cell, weight + (marginal.get(cell) ?? 0));
      }
      entropy = LogCombination.sum([
        LogCombination.log(new Fraction(this.#total)),
        ...[...marginal.values()].map((k) => LogCombination.log(new Fraction(k)).times(new Fraction(-k, this.#total))),
      ]);
      this.#entropies.set(key, entropy);
    }
    return entropy;
  }

  vanishes(quantity: Quantity): boolean {
    return vanishesByValue(quantity, this);
  }

  *simpler(): Generator<ExactTable> {
    const { outcomes, variables } = this;
    const make = (changed: readonly WeightedOutcome[]) => new ExactTable(variables, changed);
    if (outcomes.length > 1) {
      for (const dropped of outcomes) yield make(outcomes.filter((outcome) => outcome !== dropped));
    }
    // Two values of a variable made the same.
    for (const [i] of variables.entries()) {
      const size = Math.max(...outcomes.map(({ values }) => values[i])) + 1;
      for (let from = 1; from < size; from++) {
        for (let to = 0; to < from; to++) {
          yield make(
            outcomes.map(({ values, weight }) => ({
              values: values.map((value, j) => (j === i && value === from ? to : value)),
              weight,
            })),
          );
        }
      }
    }
    if (outcomes.some(({ weight }) => weight > 1)) {
      yield make(outcomes.map(({ values }) => ({ values, weight: 1 })));
      for (const [i, { values, weight }] of outcomes.entries()) {
        if (weight > 1) yield make(outcomes.with(i, { values, weight: weight - 1 }));
      }
    }
  }

  toEntropySystem(): FiniteDistribution {
    return FiniteDistribution.fromTable(
      this.variables,
      this.outcomes.map(({ values, weight }) => [values, weight / this.#total]),
    );
  }

  toTable(): Table {
    return {
      columns: [...this.variables, 'probability'],
      rows: this.outcomes.map(({ values, weight }) => [
        ...values.map(String),
        new Fraction(weight, this.#total).toFraction(),
      ]),
    };
  }
}

/** The number of a value in order of first appearance. */
function numberOf(value: number, seen: Map<number, number>): number {
  const known = seen.get(value);
  if (known !== undefined) return known;
  seen.set(value, seen.size);
  return seen.size - 1;
}
