import { assertions } from '../../information/assertions.js';
import type { EntropySystem } from '../../information/entropy-system.js';
import { evaluateForm } from '../../information/evaluate.js';
import { type Constraint, constraints, type LinearForm, linearForm } from '../../information/linear-form.js';
import { toText } from '../../information/notation.js';
import { requireStatement, requireStatements } from '../../information/require-statement.js';
import type { Statement } from '../../information/syntax.js';
import { alignColumns } from '../../numeric/align-columns.js';
import { brief, requireRecord } from '../../numeric/arguments.js';
import { inspection } from '../../numeric/inspection.js';
import { type ExactSystem, exactValue, existing, type Table } from './exact-system.js';

/** A claim about all systems that satisfy the premises. */
export interface Claimed {
  readonly claim: Statement;
  readonly given: readonly Statement[];
}

/** One thing that a statement says, and what it comes to on a system. */
export interface CheckedStatement {
  /** `I(S; W) <= I(M; W)`, or `A -> P -> W`. */
  readonly statement: string;
  /** With exact values in bits: `1 <= 0`, or `I(A; W|P) = 0`. Where there is no value, `by construction`. */
  readonly values: string;
  readonly holds: boolean;
}

/** How far entropies in floating point may be from the exact ones, in nats. */
const ROUNDING = 1e-9;

/** A system that satisfies every premise exactly and violates the claim. */
export class Counterexample {
  /** The system with entropies in floating point, to evaluate other expressions on. */
  readonly system: EntropySystem;
  /** By how much the claim is violated, in bits. */
  readonly violation: number;
  /** The part of the claim that is violated. */
  readonly violated: Constraint;
  /** The system with exact entropies. */
  readonly exact: ExactSystem;
  readonly #claimed: Claimed;

  private constructor(claimed: Claimed, exact: ExactSystem, violated: Constraint) {
    this.system = exact.toEntropySystem();
    this.violation = Math.abs(exactValue(violated.form, exact).valueOf()) / Math.LN2;
    this.violated = violated;
    this.exact = exact;
    this.#claimed = claimed;
  }

  /**
   * The counterexample that a system is, by exact arithmetic; null if it fails a premise or the claim holds.
   *
   * @throws TypeError if claim and premises are no statements, or the system has no exact entropies
   */
  static from(claimed: Claimed, exact: ExactSystem): Counterexample | null {
    requireRecord('claimed', claimed);
    requireStatement('claim', claimed.claim);
    requireStatements('given', claimed.given);
    const isExact = typeof exact?.entropy === 'function' && typeof exact.vanishes === 'function';
    if (!isExact) throw new TypeError(`exact must be a system with exact entropies, got ${brief(exact)}`);
    if (!claimed.given.every((premise) => satisfies(premise, exact))) return null;
    const violated = constraints(claimed.claim).find((constraint) => !admits(constraint, exact));
    return violated ? new Counterexample(claimed, exact, violated) : null;
  }

  /** Outcomes with their probabilities, or what each variable is made of. */
  get table(): Table {
    return this.exact.toTable();
  }

  /** What each premise says, all of which holds. */
  get premises(): CheckedStatement[] {
    return this.#claimed.given.flatMap((premise) => findings(premise, this.exact));
  }

  /** What the claim says, not all of which holds. */
  get claim(): CheckedStatement[] {
    return findings(this.#claimed.claim, this.exact);
  }

  /** The table, the premises and the claim as text. */
  toString(): string {
    const { columns, rows } = this.table;
    const premises = this.premises.map(({ statement, values }) => `${statement}: ${values}`);
    const claim = this.claim.map(({ statement, values, holds }) => `${statement}: ${values}${holds ? '' : ', false'}`);
    const violation = `violated by ${Number(this.violation.toPrecision(6))} bits`;
    const table = alignColumns([columns, ...rows]);
    return [table, ...(premises.length > 0 ? ['given', ...premises] : []), 'claimed', ...claim, violation].join('\n');
  }

  [inspection](): string {
    return this.toString();
  }
}

/**
 * Checks a counterexample from scratch: that its exact system satisfies every premise and violates the claim as it says,
 * and that the entropies of `system` are the exact ones, in floating point.
 */
export function verifyCounterexample(
  claimed: Claimed,
  { exact, system, violation, violated }: Counterexample,
): boolean {
  const goals = constraints(claimed.claim);
  const forms = [...goals, ...claimed.given.flatMap(constraints)].map(({ form }) => form);
  return (
    claimed.given.every((premise) => satisfies(premise, exact)) &&
    goals.some(({ form, relation }) => form.equals(violated.form) && relation === violated.relation) &&
    !admits(violated, exact) &&
    Math.abs(violation - Math.abs(exactValue(violated.form, exact).valueOf()) / Math.LN2) <= ROUNDING &&
    forms.every((form) => agree(form, exact, system))
  );
}

/** Whether a form has the same value on both, as far as floating point goes, or on neither. */
function agree(form: LinearForm, exact: ExactSystem, system: EntropySystem): boolean {
  const value = existing(() => exactValue(form, exact).valueOf());
  const rounded = existing(() => evaluateForm(form, system));
  if (value === null || rounded === null) return value === rounded;
  const scale = form.terms.reduce((sum, { coefficient }) => sum + coefficient.abs().valueOf(), 1);
  return Math.abs(value - rounded) <= ROUNDING * scale;
}

/**
 * Whether a premise holds, exactly. Dependences, independences and Markov chains are told by structure, which needs no
 * joint density; comparisons need the entropies that they name.
 */
function satisfies(premise: Statement, system: ExactSystem): boolean {
  return assertions(premise).every(({ expression, relation }) =>
    premise.kind === 'comparison'
      ? admits({ form: linearForm(expression), relation }, system)
      : expression.every(({ quantity }) => system.vanishes(quantity)),
  );
}

/**
 * Whether a constraint holds, exactly.
 *
 * @throws DegenerateError if it names an entropy that does not exist
 */
function admits({ form, relation }: Constraint, system: ExactSystem): boolean {
  const value = exactValue(form, system);
  return relation === '=' ? value.isZero : value.sign() >= 0;
}

function findings(statement: Statement, system: ExactSystem): CheckedStatement[] {
  return assertions(statement).map(({ expression, relation }, i) => {
    const form = linearForm(expression);
    const value = existing(() => exactValue(form, system));
    if (statement.kind !== 'comparison') {
      return {
        statement: toText(statement),
        values: value === null ? 'by construction' : `${toText(expression)} = ${value}`,
        holds: expression.every(({ quantity }) => system.vanishes(quantity)),
      };
    }
    const sign = statement.relations[i];
    const sides = statement.sides.slice(i, i + 2);
    const [left, right] = sides.map((side) => existing(() => exactValue(linearForm(side), system)));
    return {
      statement: sides.map((side) => toText(side)).join(` ${sign} `),
      // Entropies that do not exist may cancel between the sides.
      values: left && right ? `${left} ${sign} ${right}` : `${toText(form)} = ${value}`,
      holds: admits({ form, relation }, system),
    };
  });
}
