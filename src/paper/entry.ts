import type { Computed, Evidence } from './finding.js';
import type { Place } from './notebooks.js';
import type { Premise } from './premise.js';
import type { Role } from './verdict.js';

export type Kind =
  | 'definition'
  | 'lemma'
  | 'theorem'
  | 'equation'
  | 'chain'
  | 'density'
  | 'remark'
  | 'claim'
  | 'figure';

/** A claim in the language of claims, and what there is to try on it. */
export interface EntryClaim {
  readonly claim: string;
  /** Premises besides the generating process. */
  readonly assuming?: readonly Premise[];
  /** Ids of what the paper derives it from. */
  readonly from?: readonly string[];
  /** What may save it, first of all. */
  readonly candidates?: readonly Premise[];
  /** What may save it besides, in place of the extra premises that are tried on everything. */
  readonly extra?: readonly Premise[];
  /** Expressions that may correct it, added to the larger side. */
  readonly corrections?: readonly string[];
}

/** What is also to be known about an item, in the language of claims; it has no part in the verdict. */
export interface Fact {
  /** In words. */
  readonly says: string;
  readonly claim: string;
  /** Premises besides the process. */
  readonly assuming?: readonly Premise[];
  /** The generating process by default. */
  readonly process?: Premise;
}

/** What evidence comes from: questions to the audit, or, for what is no information inequality, a deterministic computation. */
export type Basis =
  | { readonly claimed: EntryClaim; readonly check?: never }
  | { readonly check: () => Evidence<Computed>; readonly claimed?: never };

/** A printed item, as the source has it. The verdict is not in it. */
export type Entry = EntryText & Basis;

export interface EntryText {
  readonly id: string;
  readonly kind: Kind;
  readonly role: Role;
  /** The paper's own formula, or sentence, for MathJax or KaTeX, without delimiters. */
  readonly latex: string;
  /** In our own words. */
  readonly statement: string;
  readonly notebook: Place;
  readonly facts?: readonly Fact[];
}
