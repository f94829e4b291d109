import { describe, expect, test } from 'vitest';
import { audit, evidenceModule } from '../../src/paper/audit.js';
import { ENTRIES } from '../../src/paper/entries.js';
import { STORED_EVIDENCE } from '../../src/paper/stored-evidence.js';

describe('the audit', () => {
  test('finds what is stored, for a line that holds, one that a premise saves and one with λ', async () => {
    const { premises, answers } = await audit({ ids: ['eq-20.2', 'eq-17.2', 'eq-23.6'] });
    expect(Object.keys(answers).length).toBeGreaterThan(3);
    for (const [name, statements] of Object.entries(premises))
      expect(STORED_EVIDENCE.premises[name]).toEqual(statements);
    for (const [claim, byPremises] of Object.entries(answers)) {
      for (const [given, answer] of Object.entries(byPremises)) {
        const stored = STORED_EVIDENCE.answers[claim][given];
        // Another line may ask more of the same claim, so that more of it is stored.
        if (answer === 'unproved') expect(typeof stored === 'object' && 'proof' in stored).toBe(false);
        else expect(stored).toMatchObject(answer as object);
      }
    }
  });

  test('finds what is stored, for all lines', { timeout: 300_000 }, async () => {
    const seen: string[] = [];
    const found = await audit({ onProgress: ({ id }) => seen.push(id) });
    expect(seen).toEqual(ENTRIES.map(({ id }) => id));
    await expect(evidenceModule(found)).toMatchFileSnapshot('../../src/paper/stored-evidence.ts');
  });

  test('refuses ids that are none, and options that it has not', async () => {
    await expect(audit({ ids: ['eq-36'] })).rejects.toThrow("ids must be ids of the ledger, got 'eq-36'");
    await expect(audit({ seconds: 1 } as never)).rejects.toThrow("audit has no option 'seconds'");
    await expect(audit({ timeLimit: 0 })).rejects.toThrow('timeLimit must be a finite positive number, got 0');
  });
});
