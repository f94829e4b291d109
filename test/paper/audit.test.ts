import { describe, expect, test } from 'vitest';
import { storedAnswer } from '../../src/paper/answers.js';
import { audit } from '../../src/paper/audit.js';
import { claimOf, ENTRIES } from '../../src/paper/entries.js';
import { type Inquiry, investigate } from '../../src/paper/investigate.js';
import { claimKey, givenKey } from '../../src/paper/question.js';
import { evidenceText, storedEvidence } from '../../src/paper/stored-evidence.js';
import { createRng } from '../../src/random/rng.js';

const IDS = ENTRIES.filter(({ claimed, facts }) => claimed || facts).map(({ id }) => id);

describe('what is stored', () => {
  test('answers every question that the ledger asks, verified, and no other', () => {
    const asked = new Set(ENTRIES.flatMap((entry) => keysOf(investigate(entry, claimOf))));
    const stored = Object.entries(storedEvidence().answers).flatMap(([claim, byPremises]) =>
      Object.keys(byPremises).map((given) => `${claim} | ${given}`),
    );
    expect([...asked].sort()).toEqual(stored.sort());
  });

  /** The keys of all questions of an inquiry, each answered from what is stored. */
  function keysOf<T>(inquiry: Inquiry<T>): string[] {
    const keys: string[] = [];
    for (let step = inquiry.next(); !step.done; ) {
      const question = step.value;
      const answer = storedAnswer(question, storedEvidence());
      keys.push(answer ? `${claimKey(question)} | ${givenKey(question)}` : `not verified: ${claimKey(question)}`);
      step = inquiry.next(answer ?? {});
    }
    return keys;
  }
});

describe('the audit', () => {
  test('finds what is stored, for a line that holds, one that a premise saves, one with λ, and a sample', async () => {
    const rng = createRng('audit');
    const sample = Array.from({ length: 4 }, () => IDS[rng.integer(IDS.length)]);
    const ids = [...new Set(['eq-20.2', 'eq-17.2', 'eq-23.6', ...sample])];
    const seen: string[] = [];
    const found = await audit({ ids, onProgress: ({ id }) => seen.push(id) });
    expect(seen).toEqual(ENTRIES.map(({ id }) => id));
    expect(evidenceText(found)).toBe(evidenceText(storedEvidence()));
  });

  test('refuses ids that are none, and options that it has not', async () => {
    await expect(audit({ ids: ['eq-36'] })).rejects.toThrow("ids must be ids of the ledger, got 'eq-36'");
    await expect(audit({ seconds: 1 } as never)).rejects.toThrow("audit has no option 'seconds'");
    await expect(audit({ timeLimit: 0 })).rejects.toThrow('timeLimit must be a finite positive number, got 0');
  });
});
