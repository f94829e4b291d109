import { describe, expect, test } from 'vitest';
import type { CertificateData } from '../../src/inequality/certificate-data.js';
import { verifyCounterexample } from '../../src/inequality/refute/counterexample.js';
import { holds } from '../../src/information/holds.js';
import { parseStatement } from '../../src/information/parse.js';
import type { StoredAnswer, StoredEvidence } from '../../src/paper/answers.js';
import { ENTRIES } from '../../src/paper/entries.js';
import type { Entry, EntryClaim } from '../../src/paper/entry.js';
import type { Decided } from '../../src/paper/finding.js';
import { ledger, toPaperItem } from '../../src/paper/ledger.js';
import { ANY_LAMBDA } from '../../src/paper/premise.js';
import { claimKey } from '../../src/paper/question.js';
import { storedEvidence } from '../../src/paper/stored-evidence.js';

const entry = (id: string): Entry => ENTRIES.find((candidate) => candidate.id === id)!;

/** An entry that claims something else. */
function claiming(id: string, change: (claimed: EntryClaim) => EntryClaim): Entry {
  const { claimed, check, ...text } = entry(id);
  if (check) throw new Error(`${id} has no claim`);
  return { ...text, claimed: change(claimed!) };
}

const findings: readonly Decided[] = ledger.flatMap(({ evidence, facts }) =>
  [
    ...(evidence ? [evidence.base, ...evidence.readings, ...evidence.premises, ...evidence.instead] : []),
    ...facts,
  ].flatMap((finding) => (finding.kind === 'decided' ? [finding] : [])),
);

const [BOUND] = ANY_LAMBDA.statements;

describe('the evidence of the ledger', () => {
  test('is a certificate that verifies for what holds, of the claim and from the premises that it is said to be of', () => {
    const proved = findings.filter(({ outcome }) => outcome === 'holds');
    expect(proved.length).toBeGreaterThan(200);
    for (const { certificate, claim, given } of proved) {
      expect(certificate!.verify()).toBe(true);
      expect(certificate!.claim).toEqual(parseStatement(claim));
      expect(certificate!.given).toEqual(given.map(parseStatement));
    }
  });

  test('is a counterexample that verifies for what fails, exactly and in floating point', () => {
    const refuted = findings.filter(({ outcome }) => outcome === 'fails');
    expect(refuted.length).toBeGreaterThan(40);
    for (const { counterexample, claim, given } of refuted) {
      expect(
        verifyCounterexample({ claim: parseStatement(claim), given: given.map(parseStatement) }, counterexample!),
      ).toBe(true);
      const { system } = counterexample!;
      for (const premise of given) expect([premise, holds(premise, system)]).toEqual([premise, true]);
      expect(holds(claim, system)).toBe(false);
      expect(counterexample!.violation).toBeGreaterThanOrEqual(1);
    }
  });

  test('leaves nothing open', () => {
    expect(findings.filter(({ outcome }) => outcome === 'open')).toEqual([]);
  });

  test('is for all λ, where it proves a line with λ: no proof uses that λ is at most 2', () => {
    const withLambda = findings.filter(({ certificate, given }) => certificate && given.includes(BOUND));
    expect(withLambda.length).toBeGreaterThan(20);
    for (const { certificate } of withLambda) {
      expect(certificate!.premises).not.toContainEqual(parseStatement(BOUND));
    }
  });
});

/** The evidence with one answer changed. */
function withAnswer(change: (answer: StoredAnswer, claim: string, given: string) => StoredAnswer): StoredEvidence {
  const answers = Object.entries(storedEvidence().answers).map(([claim, byPremises]) => [
    claim,
    Object.fromEntries(Object.entries(byPremises).map(([given, answer]) => [given, change(answer, claim, given)])),
  ]);
  return { ...storedEvidence(), answers: Object.fromEntries(answers) };
}

describe('a verdict', () => {
  test('is not decided where there is no evidence', () => {
    const item = toPaperItem(entry('eq-19.2'), { premises: {}, answers: {} });
    expect([item.verdict, item.evidence, item.facts]).toEqual(['not-decided', null, []]);
    expect(item.reason).toContain('the audit has no answer');
  });

  test('is not decided once the claim says something else', () => {
    const item = toPaperItem(claiming('eq-16', (claimed) => ({ ...claimed, claim: 'I(S_gen; W) <= 2 I(M; W)' })));
    expect(item.verdict).toBe('not-decided');
  });

  test('is not decided once a premise says something else under the same name', () => {
    const premises = { ...storedEvidence().premises, 'generating process': ['h = f(e_p)'] };
    expect(toPaperItem(entry('eq-18.1'), { ...storedEvidence(), premises }).verdict).toBe('not-decided');
    expect(toPaperItem(entry('eq-18.1')).verdict).toBe('holds');
  });

  test('is another where a premise makes it another', () => {
    // (15), with what saves it among what it assumes.
    const assuming = [{ name: 'S_gen is a function of M(p)', statements: ['S_gen = f(M)'] }];
    const changed = claiming('eq-15', ({ claim }) => ({ claim, assuming }));
    expect(toPaperItem(changed).verdict).toBe('not-decided');
    const key = claimKey({ claim: changed.claimed!.claim });
    const byPremises = storedEvidence().answers[key];
    const proof = byPremises['generating process + S_gen is a function of M(p)'];
    const answers = {
      ...storedEvidence().answers,
      // What an audit adds: under the literal chains it can be proved as well, from the same premise.
      [key]: { ...byPremises, 'literal chains + S_gen is a function of M(p)': proof },
    };
    expect(toPaperItem(changed, { ...storedEvidence(), answers }).verdict).toBe('holds');
  });

  test('does not take a proof that was tampered with', () => {
    const scaled = ({ parts }: CertificateData): CertificateData => ({
      parts: parts.map((part) => ({ ...part, terms: part.terms.map((term) => ({ ...term, coefficient: '2' })) })),
    });
    const tampered = withAnswer((answer) =>
      typeof answer === 'object' && 'proof' in answer ? { proof: scaled(answer.proof) } : answer,
    );
    for (const id of ['eq-18.1', 'eq-19.2', 'eq-24', 'eq-26.4', 'chain-appendix-e']) {
      expect(toPaperItem(entry(id), tampered).verdict).toBe('not-decided');
    }
  });

  test('does not take a proof of nothing for a proof', () => {
    const empty = withAnswer((answer) => (typeof answer === 'object' ? { proof: { parts: [] } } : answer));
    expect(ENTRIES.filter(({ claimed }) => claimed).map((one) => toPaperItem(one, empty).verdict)).not.toContain(
      'holds',
    );
  });

  test('does not take a counterexample that violates a premise, or nothing, or that cannot be read', () => {
    for (const sums of [{ M: [], S_gen: [1] }, {}, { M: [0.5] }]) {
      const tampered = withAnswer((answer) =>
        typeof answer === 'object' && 'counterexample' in answer ? { counterexample: { kind: 'code', sums } } : answer,
      );
      expect(toPaperItem(entry('eq-15'), tampered).verdict).toBe('not-decided');
    }
  });

  test('is not that a line fails where it was only not proved', () => {
    const unproved = withAnswer((answer) =>
      typeof answer === 'object' && 'counterexample' in answer ? 'unproved' : answer,
    );
    expect(toPaperItem(entry('eq-15'), unproved).verdict).toBe('not-decided');
  });

  test('is not decided where neither was found', () => {
    const undecided = withAnswer(() => 'undecided');
    const item = toPaperItem(entry('eq-15'), undecided);
    expect(item.verdict).toBe('not-decided');
    expect(item.reason).toBe('neither a proof nor a counterexample was found');
  });
});
