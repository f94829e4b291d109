import { describe, expect, test } from 'vitest';
import type { Computed, Evidence, FindingOutcome } from '../../src/paper/finding.js';
import { reasonFor, verdictOf } from '../../src/paper/verdict.js';

const finding = (outcome: FindingOutcome, reading = 'base'): Computed => {
  return { kind: 'computed', reading, outcome, reason: `${outcome} so`, numbers: {}, cases: 1 };
};
const found = (outcome: FindingOutcome, saving: readonly string[] = []): Evidence => ({
  base: finding(outcome),
  readings: [finding('holds', 'another reading')],
  premises: saving.map((reading) => finding('holds', reading)),
  instead: [finding('holds', 'corrected')],
});

describe('a verdict', () => {
  test.each([
    ['statement', 'holds', [], 'holds'],
    ['statement', 'fails', [], 'fails'],
    ['statement', 'fails', ['noise'], 'holds-under'],
    ['statement', 'open', [], 'not-decided'],
    ['statement', 'open', ['noise'], 'not-decided'],
    ['definition', 'holds', [], 'definition'],
    ['definition', 'fails', [], 'fails'],
    ['assumption', 'holds', [], 'holds'],
    ['assumption', 'fails', ['noise'], 'assumption'],
    ['assumption', 'fails', [], 'fails'],
  ] as const)('on a %s that %s, saved by [%s], is %s', (role, outcome, saving, verdict) => {
    expect(verdictOf(role, found(outcome, saving))).toBe(verdict);
  });

  test('is not decided without evidence', () => {
    expect(verdictOf('statement', null)).toBe('not-decided');
  });

  test('has a reason in one line', () => {
    expect(reasonFor('statement', found('holds'))).toBe('holds so');
    expect(reasonFor('statement', found('fails', ['a', 'b and c']))).toBe('fails so; but it holds if a, or if b and c');
    expect(reasonFor('assumption', found('fails', ['a']))).toBe('fails so; it is met if a');
    expect(reasonFor('statement', null)).toBe('the audit has no answer that verifies for what is asked now');
  });
});
