import { describe, expect, test } from 'vitest';
import { holds } from '../../../src/information/holds.js';
import { ENTRIES } from '../../../src/paper/entries.js';
import { ledger } from '../../../src/paper/ledger.js';
import {
  CHAIN_OF_MODEL,
  CHAIN_OF_PROMPT,
  DETERMINISTIC_CURATION,
  GENERATING_PROCESS,
  INDEPENDENT_MODEL,
  INDEPENDENT_NOISE,
  LITERAL_CHAINS,
  PROMPT_FACTOR,
  type Premise,
} from '../../../src/paper/premise.js';
import { randomSystemEvidence } from '../../../src/paper/random/random-evidence.js';
import { FAMILY_NAMES, type Family, randomSystem } from '../../../src/paper/random/random-systems.js';
import { createRng } from '../../../src/random/rng.js';

const SATISFIED: Readonly<Record<Family, readonly Premise[]>> = {
  'additive structure only': [
    // The first eight statements: M = h + g and S_gen = M + ε.
    { name: 'Definition 4.1', statements: GENERATING_PROCESS.statements.slice(0, 8) },
  ],
  'generating process, dependent factors': [GENERATING_PROCESS],
  'generating process, independent factors': [GENERATING_PROCESS, INDEPENDENT_MODEL, INDEPENDENT_NOISE],
  'literal chains': [GENERATING_PROCESS, LITERAL_CHAINS, CHAIN_OF_PROMPT, CHAIN_OF_MODEL],
  'deterministic curation': [GENERATING_PROCESS, DETERMINISTIC_CURATION],
  'deterministic prompt and curation': [GENERATING_PROCESS, DETERMINISTIC_CURATION, PROMPT_FACTOR],
};

describe('a random system', () => {
  test.each(FAMILY_NAMES)('of the family "%s" satisfies what the family is said to', (family) => {
    for (let i = 0; i < 20; i++) {
      const system = randomSystem(family, createRng(i));
      for (const { statements } of SATISFIED[family]) {
        for (const statement of statements) expect([statement, holds(statement, system)]).toEqual([statement, true]);
      }
    }
  });

  test('depends on the seed only', () => {
    for (const family of FAMILY_NAMES) {
      const [one, same, other] = [1, 1, 2].map((seed) => randomSystem(family, createRng(seed)).toString());
      expect(same).toBe(one);
      expect(other).not.toBe(one);
    }
  });
});

describe('random systems as evidence', () => {
  const options = () => ({ systems: 60, rng: createRng('random systems') });
  const lines = randomSystemEvidence(options());
  const line = (id: string) => lines.find((candidate) => candidate.id === id)!;

  test('violate no line that holds, in the families of the generating process', () => {
    for (const { id, families } of lines) {
      const { verdict, kind } = ledger.find((candidate) => candidate.id === id)!;
      if (verdict !== 'holds' && kind !== 'definition') continue;
      for (const family of FAMILY_NAMES.slice(1)) {
        expect([id, families[family]]).toEqual([id, { violated: 0, smallestSlack: expect.any(Number) }]);
        expect(families[family].smallestSlack).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('violate lines that fail, but not where the premises are among those that save them', () => {
    const violated = (id: string) => FAMILY_NAMES.map((family) => line(id).families[family].violated);
    expect(Math.min(...violated('eq-15').slice(0, 4))).toBeGreaterThan(0.3);
    expect(violated('eq-15')[4]).toBe(0);
    expect(violated('lemma-4.5')[3]).toBe(0);
    expect(Math.max(...violated('lemma-4.5'))).toBeGreaterThan(0.02);
    expect(violated('eq-23.5')[2]).toBe(0);
    expect(Math.min(...violated('theorem-4.10').slice(0, 5))).toBeGreaterThan(0.05);
    expect(violated('theorem-4.10')[5]).toBe(0);
  });

  test('say of equations that they hold, and of chains how far they are from holding', () => {
    expect(line('eq-33.3').families['additive structure only']).toEqual({ violated: 0, smallestSlack: 0 });
    expect(line('chain-4.1.2').families['generating process, independent factors'].smallestSlack).toBeLessThan(-0.1);
  });

  test('are the same on every run, and of every line that they can be about', () => {
    expect(randomSystemEvidence(options())).toEqual(lines);
    const claims = ENTRIES.filter(({ claimed }) => claimed).map(({ id }) => id);
    expect(claims.filter((id) => !lines.some((candidate) => candidate.id === id))).toEqual(['lemma-e.1', 'eq-22']);
  });

  test('refuse bad input', () => {
    expect(() => randomSystemEvidence({ systems: 0, rng: createRng(1) })).toThrow(
      'systems must be a positive integer, got 0',
    );
    expect(() => randomSystemEvidence({ systems: 1e9, rng: createRng(1) })).toThrow(
      'systems must be at most 10000, got 1000000000',
    );
    expect(() => randomSystemEvidence({ systems: 1 } as never)).toThrow('rng must come from createRng(seed)');
    expect(() => randomSystemEvidence({ ...options(), n: 1 } as never)).toThrow(
      "randomSystemEvidence has no option 'n'",
    );
  });
});
