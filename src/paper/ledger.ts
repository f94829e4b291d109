import { brief, requireList } from '../numeric/arguments.js';
import { type StoredEvidence, storedAnswer } from './answers.js';
import { claimOf, ENTRIES } from './entries.js';
import type { Entry, Kind } from './entry.js';
import type { Evidence, Known } from './finding.js';
import { type Findings, investigate } from './investigate.js';
import type { Place } from './notebooks.js';
import { once } from './once.js';
import { GENERATING_PROCESS, statementsOf } from './premise.js';
import { storedEvidence } from './stored-evidence.js';
import { type PaperVerdict, type Role, reasonFor, verdictOf } from './verdict.js';

/** A printed item: what it says, and what is known of it. */
export interface PaperItem {
  /** Such as 'lemma-4.5', 'eq-21.2' for the second relation sign of (21), or 'eq-21' for what its two ends say. */
  readonly id: string;
  readonly kind: Kind;
  /** What the paper puts it forward as. */
  readonly role: Role;
  /** The paper's own formula or sentence, for MathJax or KaTeX, without delimiters. */
  readonly latex: string;
  /** In our own words. */
  readonly statement: string;
  /** In the language of claims, and the premises that the verdict is for, where it is an information inequality. */
  readonly claim?: string;
  readonly given?: readonly string[];
  /** Where it is stepped through. */
  readonly notebook: Place;
  readonly verdict: PaperVerdict;
  /** Why, in one line. */
  readonly reason: string;
  /** The reading that the verdict is for. */
  readonly reading: string;
  /** What the verdict is made of; null where the audit has no answer that verifies. */
  readonly evidence: Evidence | null;
  /** What else is known of it, in the language of claims. */
  readonly facts: readonly Known[];
}

/**
 * An item whose verdict is computed when it is first asked for: proofs and counterexamples that the audit found are
 * verified against what the entry asks, everything else is computed afresh.
 */
export function toPaperItem(entry: Entry, stored?: StoredEvidence): PaperItem {
  const { id, kind, role, latex, statement, notebook, claimed, check } = entry;
  const premises = claimed && [GENERATING_PROCESS, ...(claimed.assuming ?? [])];
  const found = once(() => lookUp(entry, stored ?? storedEvidence()));
  const evidence = once((): Evidence | null => (check ? check() : (found()?.evidence ?? null)));
  return {
    id,
    kind,
    role,
    latex,
    statement,
    ...(premises && { claim: claimed.claim, given: statementsOf(premises) }),
    notebook,
    get verdict() {
      return verdictOf(role, evidence());
    },
    get reason() {
      return reasonFor(role, evidence());
    },
    get reading() {
      return evidence()?.base.reading ?? 'none';
    },
    get evidence() {
      return evidence();
    },
    get facts() {
      return found()?.facts ?? [];
    },
  };
}

/** Investigates with the answers that are stored; null where one is missing or does not verify. */
function lookUp(entry: Entry, stored: StoredEvidence): Findings | null {
  const inquiry = investigate(entry, claimOf);
  let step = inquiry.next();
  while (!step.done) {
    const answer = storedAnswer(step.value, stored);
    if (!answer) return null;
    step = inquiry.next(answer);
  }
  return step.value;
}

/** Every definition, lemma, theorem, numbered equation and display line, chain, density, remark and figure. */
export const ledger: readonly PaperItem[] = ENTRIES.map((entry) => toPaperItem(entry));

/** @throws TypeError unless the value is a list of items of the ledger */
export function requireItems(name: string, items: readonly PaperItem[]): void {
  requireList(name, items);
  for (let i = 0; i < items.length; i++) {
    if (typeof items[i]?.id !== 'string' || typeof items[i].statement !== 'string') {
      throw new TypeError(`${name}[${i}] must be an item of the ledger, got ${brief(items[i])}`);
    }
  }
}

/**
 * The item of that id.
 *
 * @throws RangeError if there is none
 */
export function itemOf(id: string): PaperItem {
  const item = ledger.find((one) => one.id === id);
  if (!item)
    throw new RangeError(`id must be of an item of the ledger, such as 'lemma-4.5' or 'eq-21.2', got ${brief(id)}`);
  return item;
}
