import type Fraction from 'fraction.js';

/**
 * What can be said about information quantities, in the language of the field (ITIP and its successors):
 *
 *     I(S_gen; W) <= I(M; W)            comparisons, also chained; coefficients 2, 1/2, 0.5, -3
 *     H(X,Y|Z) - 2 I(X;Y|Z) + I(A,B;C)  expressions
 *     S_anchor -> p -> (e_p, W)         Markov chains
 *     M = f(h, g)                       M is a function of h and g
 *     X _|_ Y | Z                       independence
 *
 * Symbols may be Unicode (≤ ⩽ → ↔ ⊥ ⫫ ∣ − ·) or LaTeX, as `toLatex` writes it. Variables stand apart by commas: XY is one
 * name, and refused where X or Y is another.
 */
export type Statement = Comparison | MarkovChain | FunctionalDependence | Independence;

/** A group of variables, taken jointly. */
export type Group = readonly string[];

/** H(of | given). */
export interface Entropy {
  readonly kind: 'entropy';
  readonly of: Group;
  readonly given: Group;
}

/** I(between₁; between₂; … | given); with three groups or more, McGill's interaction information. */
export interface MutualInformation {
  readonly kind: 'mutual-information';
  readonly between: readonly Group[];
  readonly given: Group;
}

export type Quantity = Entropy | MutualInformation;

export interface ExpressionTerm {
  readonly coefficient: Fraction;
  readonly quantity: Quantity;
}

/** A sum of terms; 0 if there are none. */
export type Expression = readonly ExpressionTerm[];

export type Relation = '<=' | '>=' | '=';

/** sides₀ relations₀ sides₁ relations₁ … */
export interface Comparison {
  readonly kind: 'comparison';
  readonly sides: readonly Expression[];
  readonly relations: readonly Relation[];
}

export interface MarkovChain {
  readonly kind: 'markov-chain';
  readonly groups: readonly Group[];
}

/** `of` is a function of `inputs`. */
export interface FunctionalDependence {
  readonly kind: 'functional-dependence';
  readonly of: Group;
  readonly name: string;
  readonly inputs: Group;
}

/** The groups are independent of each other, given `given`. */
export interface Independence {
  readonly kind: 'independence';
  readonly groups: readonly Group[];
  readonly given: Group;
}
