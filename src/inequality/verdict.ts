import type { EntropySystem } from '../information/entropy-system.js';
import type { Statement } from '../information/syntax.js';
import type { Certificate } from './certificate.js';
import type { Polymatroid } from './polymatroid.js';
import type { Counterexample } from './refute/refute.js';

interface Decision {
  readonly claim: Statement;
  readonly given: readonly Statement[];
  /** Whether the claim, here decided for discrete variables, also holds for variables with a joint density. */
  readonly holdsForDifferentialEntropy: 'yes' | 'no' | 'unknown';
  readonly differentialReason: string;
}

/** The claim holds for all discrete random variables that satisfy the premises. */
export interface Proved extends Decision {
  readonly status: 'proved';
  readonly certificate: Certificate;
}

/** A system satisfies every premise and violates the claim. */
export interface Refuted extends Decision {
  readonly status: 'refuted';
  readonly counterexample: EntropySystem;
  /** By how much the claim is violated, in bits. */
  readonly violation: number;
  /** The exact numbers behind it. */
  readonly evidence: Counterexample;
}

/** Neither a proof nor a counterexample was found; the claim may be true or false. */
export interface Undecided extends Decision {
  readonly status: 'undecided';
  readonly reason: string;
  /**
   * Where it is certain that Shannon's inequalities do not prove the claim: what satisfies all of them and the premises,
   * and violates it.
   */
  readonly polymatroid: Polymatroid | null;
}

/** What is known of a claim about all random variables; `status` says which of the three it is. */
export type Verdict = Proved | Refuted | Undecided;
