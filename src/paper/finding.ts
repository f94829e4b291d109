import type { Certificate } from '../inequality/certificate.js';
import type { DifferentialAnswer } from '../inequality/holds-for-densities.js';
import type { Counterexample } from '../inequality/refute/counterexample.js';

export type FindingOutcome = 'holds' | 'fails' | 'open';

/** An information inequality under premises, decided by a verified certificate or a verified counterexample. */
export interface Decided {
  readonly kind: 'decided';
  /** The premises by name. */
  readonly reading: string;
  /** In the language of claims, as the claim is. */
  readonly given: readonly string[];
  readonly claim: string;
  /** What the claim has on its larger side besides what is printed. */
  readonly correction?: string;
  /** Whether the claim is the reverse of what is printed. */
  readonly reversed?: true;
  readonly outcome: FindingOutcome;
  /** One line. */
  readonly reason: string;
  readonly certificate?: Certificate;
  readonly counterexample?: Counterexample;
  /** Whether it carries over to densities, as the audit found it where nothing else is assumed; no verdict rests on it. */
  readonly densities?: DifferentialAnswer;
}

/** What is also known about an item. */
export interface Known extends Decided {
  /** In words. */
  readonly says: string;
}

/** Something else, decided by computing it: by exact enumeration, a closed form, or a small system. */
export interface Computed {
  readonly kind: 'computed';
  /** How the statement is read, and on what it is computed. */
  readonly reading: string;
  readonly outcome: FindingOutcome;
  /** What came out, and why it is so in general: one or two sentences. */
  readonly reason: string;
  /** In nats, where nothing else is said. */
  readonly numbers: Readonly<Record<string, number>>;
  /** How many cases were gone through. */
  readonly cases: number;
}

/** What was found of a statement: decided for all random variables, or computed on cases. */
export type Finding = Decided | Computed;

/** All that is known of an item, and that its verdict is made of. */
export interface Evidence<F extends Finding = Finding> {
  /** The statement in the reading that its verdict is for. */
  readonly base: F;
  /** The same in other readings. */
  readonly readings: readonly F[];
  /** The same where it fails, saved by named extra premises: the weakest of those that do. */
  readonly premises: readonly F[];
  /** What holds in its place: with corrections, reversed, or with other constants. */
  readonly instead: readonly F[];
}
