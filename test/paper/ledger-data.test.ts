import { describe, expect, test } from 'vitest';
import { certificateFromData } from '../../src/inequality/certificate-data.js';
import { Counterexample } from '../../src/inequality/refute/counterexample.js';
import { exactSystemFromData } from '../../src/inequality/refute/exact-system-data.js';
import { parseStatement } from '../../src/information/parse.js';
import { ENTRIES } from '../../src/paper/entries.js';
import { ledger, toPaperItem } from '../../src/paper/ledger.js';
import { type LedgerData, ledgerData } from '../../src/paper/ledger-data.js';

const data = ledgerData();
const copy: LedgerData[] = JSON.parse(JSON.stringify(data));

describe('the ledger as data', () => {
  test('is what JSON can hold: nothing is lost, and all numbers are finite', () => {
    expect(copy).toEqual(data);
    expect(copy).toHaveLength(ledger.length);
    const numbers = copy.flatMap(({ base, readings, premises, instead }) =>
      [base, ...readings, ...premises, ...instead].flatMap((finding) => Object.values(finding?.numbers ?? {})),
    );
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  test('has all it takes to check every proof and every counterexample again', () => {
    let [proofs, counterexamples] = [0, 0];
    for (const { base, readings, premises, instead, facts } of copy) {
      for (const { claim, given, proof, counterexample } of [base!, ...readings, ...premises, ...instead, ...facts]) {
        if (claim === undefined) continue;
        const claimed = { claim: parseStatement(claim), given: given!.map(parseStatement) };
        if (proof) {
          expect(certificateFromData(claimed, proof).verify()).toBe(true);
          proofs += 1;
        }
        if (counterexample) {
          const again = Counterexample.from(claimed, exactSystemFromData(counterexample.system));
          expect(again!.violation).toBeCloseTo(counterexample.violation, 12);
          counterexamples += 1;
        }
      }
    }
    expect(proofs).toBeGreaterThan(200);
    expect(counterexamples).toBeGreaterThan(40);
  });

  test('has no evidence for an item without', () => {
    const unanswered = toPaperItem(ENTRIES.find(({ id }) => id === 'eq-15')!, { premises: {}, answers: {} });
    expect(ledgerData([unanswered])).toEqual([
      expect.objectContaining({
        id: 'eq-15',
        verdict: 'not-decided',
        readings: [],
        premises: [],
        instead: [],
        facts: [],
      }),
    ]);
    expect(ledgerData([unanswered])[0].base).toBeUndefined();
  });
});
