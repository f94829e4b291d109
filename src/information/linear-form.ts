import Fraction from 'fraction.js';
import { pow } from '../numeric/power.js';
import { assertions } from './assertions.js';
import type { Expression, Group, Quantity, Statement } from './syntax.js';

/** A multiple of one joint entropy. */
export interface EntropyTerm {
  readonly coefficient: Fraction;
  /** The variables, sorted, each once, at least one. */
  readonly subset: Group;
}

/** Of one mutual information: 4096 entropies. */
const MOST_GROUPS = 12;

/**
 * An information expression in canonical form: a linear combination of joint entropies with exact rational
 * coefficients. Two expressions are equal on every system exactly when their canonical forms are.
 */
export class LinearForm {
  /** The form without terms. */
  static readonly ZERO = new LinearForm([]);

  /** The terms with a coefficient other than zero, smaller subsets first, then by name. */
  readonly terms: readonly EntropyTerm[];

  private constructor(terms: readonly EntropyTerm[]) {
    this.terms = terms;
  }

  /** Sums of multiples of joint entropies; subsets in any order, repetitions and the empty set allowed. */
  static of(terms: readonly EntropyTerm[]): LinearForm {
    const sums = new Map<string, EntropyTerm>();
    for (const { coefficient, subset } of terms) {
      const sorted = [...new Set(subset)].sort();
      const key = sorted.join();
      const sum = sums.get(key)?.coefficient.add(coefficient) ?? coefficient;
      // The entropy of nothing is zero.
      if (sorted.length > 0) sums.set(key, { coefficient: sum, subset: sorted });
    }
    const kept = [...sums].filter(([, { coefficient }]) => !coefficient.equals(0));
    kept.sort(([a, { subset: s }], [b, { subset: t }]) => s.length - t.length || (a < b ? -1 : 1));
    return new LinearForm(kept.map(([, term]) => term));
  }

  /** The variables that occur, sorted. */
  get variables(): readonly string[] {
    return [...new Set(this.terms.flatMap(({ subset }) => subset))].sort();
  }

  /** Whether it has no terms, and so is zero on every system. */
  get isZero(): boolean {
    return this.terms.length === 0;
  }

  /** The sum. */
  plus(other: LinearForm): LinearForm {
    return LinearForm.of([...this.terms, ...other.terms]);
  }

  /** The difference. */
  minus(other: LinearForm): LinearForm {
    return this.plus(other.times(new Fraction(-1)));
  }

  /** The multiple. */
  times(factor: Fraction): LinearForm {
    return LinearForm.of(
      this.terms.map(({ coefficient, subset }) => ({ coefficient: coefficient.mul(factor), subset })),
    );
  }

  /** Whether both are the same on every system. */
  equals(other: LinearForm): boolean {
    return this.minus(other).isZero;
  }
}

/** What a statement says of the joint entropies: `form` is at least zero, or zero. */
export interface Constraint {
  readonly form: LinearForm;
  readonly relation: '>=' | '=';
}

/**
 * The canonical form of an expression.
 *
 * @throws RangeError if a mutual information has more than 12 groups: its form has 2ⁿ terms
 */
export function linearForm(expression: Expression): LinearForm {
  return LinearForm.of(
    expression.flatMap(({ coefficient, quantity }) => {
      const opposite = coefficient.neg();
      return entropiesOf(quantity).map(({ subset, positive }) => ({
        coefficient: positive ? coefficient : opposite,
        subset,
      }));
    }),
  );
}

/** The constraints that a statement amounts to: its assertions, in canonical form. */
export function constraints(statement: Statement): Constraint[] {
  return assertions(statement).map(({ expression, relation }) => ({ form: linearForm(expression), relation }));
}

/** A quantity as a sum of joint entropies and their negatives. */
function entropiesOf(quantity: Quantity): SignedEntropy[] {
  const { given } = quantity;
  if (quantity.kind === 'entropy') return conditionalEntropy(quantity.of, given, true);
  const { between } = quantity;
  if (between.length > MOST_GROUPS) {
    throw new RangeError(
      `I(…) of ${between.length} groups would be 2^${between.length} entropies: it may have ${MOST_GROUPS} groups`,
    );
  }
  // I(A; B; … | Z) = Σ over non-empty choices of groups, −(−1)^size H(chosen | Z): inclusion–exclusion.
  return Array.from({ length: pow(2, between.length) - 1 }, (_, i) => {
    const groups = between.filter((_, at) => (i + 1) & (1 << at));
    return conditionalEntropy(groups.flat(), given, groups.length % 2 === 1);
  }).flat();
}

interface SignedEntropy {
  readonly subset: Group;
  readonly positive: boolean;
}

function conditionalEntropy(of: Group, given: Group, positive: boolean): SignedEntropy[] {
  return [
    { subset: [...of, ...given], positive },
    { subset: given, positive: !positive },
  ];
}
