import type Fraction from 'fraction.js';
import type { Assertion } from '../information/assertions.js';
import type { Statement } from '../information/syntax.js';

/** Why an expression is zero, or not negative. */
export type Reason =
  /** Entropies and mutual informations, conditional or not, are never negative. */
  | { readonly kind: 'shannon' }
  | { readonly kind: 'premise'; readonly premise: Statement }
  /** H(Y | X) = 0, because the premises make Y a function of X. */
  | { readonly kind: 'dependence'; readonly premises: readonly Statement[] };

/** A multiple of an expression that is zero, or, with a coefficient that is not negative either, not negative. */
export interface CertificateTerm extends Assertion {
  readonly coefficient: Fraction;
  readonly reason: Reason;
}

/** An expression that is not negative, or zero, because it is exactly the sum of these terms. */
export interface CertifiedForm extends Assertion {
  readonly terms: readonly CertificateTerm[];
}

/** A claim and what shows it: one form for each inequality; an equation is two, or one sum of terms that are all zero. */
export interface Proof {
  readonly claim: Statement;
  readonly given: readonly Statement[];
  readonly parts: readonly CertifiedForm[];
}

/** The premises that a reason names. */
export function premisesOf(reason: Reason): readonly Statement[] {
  switch (reason.kind) {
    case 'shannon':
      return [];
    case 'premise':
      return [reason.premise];
    case 'dependence':
      return reason.premises;
  }
}
