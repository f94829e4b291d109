import { describe, expect, test } from 'vitest';
import { repair } from '../../src/inequality/repair.js';
import { toText } from '../../src/information/notation.js';

describe('repair', () => {
  const claim = 'I(S;W) <= I(M;W)';
  const given = ['M -> S -> W', 'S = f(M, E)'];

  test('finds the premises that make a claim provable', async () => {
    const repairs = await repair(claim, given, ['S = f(M)', 'E _|_ M', 'E _|_ W', 'H(E) = 0']);
    expect(repairs.map(({ kind, candidate }) => [kind, candidate])).toEqual([
      ['premise', 'S = f(M)'],
      ['premise', 'H(E) = 0'],
    ]);
    for (const { certificate } of repairs) expect(certificate.verify()).toBe(true);
  });

  test('finds the smallest coefficient of a correction', async () => {
    const repairs = await repair(claim, given, ['H(E)', '2 H(S|M)', 'H(M)', 'I(S;E|M)']);
    expect(
      repairs.map((found) => found.kind === 'correction' && [found.coefficient.toFraction(), found.claim]),
    ).toEqual([
      ['1', 'I(S; W) <= I(M; W) + H(E)'],
      ['1/2', 'I(S; W) <= I(M; W) + H(S|M)'],
      ['1', 'I(S; W) <= I(M; W) + I(S; E|M)'],
    ]);
    for (const { certificate } of repairs) expect(certificate.verify()).toBe(true);
  });

  test('finds fractional coefficients, on whichever side is larger', async () => {
    const [found] = await repair('3 H(A,B,C) >= H(A) + H(B) + 2 H(C)', [], ['H(A) + H(B)']);
    // Shannon: 2 H(A,B,C) >= 2 H(C), and H(A,B,C) >= (H(A) + H(B)) / 2.
    expect(found.kind === 'correction' && found.coefficient.toFraction()).toBe('1/2');
    expect(found.kind === 'correction' && found.claim).toBe(
      '3 H(A, B, C) + 1/2 H(A) + 1/2 H(B) >= H(A) + H(B) + 2 H(C)',
    );
  });

  test('says that a claim needs no correction by the coefficient 0', async () => {
    const [found] = await repair('I(X;Y) <= H(X)', [], ['H(Y)']);
    expect(found.kind === 'correction' && [found.coefficient.toFraction(), found.claim]).toEqual([
      '0',
      'I(X; Y) <= H(X)',
    ]);
    expect(toText(found.certificate.claim)).toBe('I(X; Y) <= H(X)');
  });

  test('refuses a correction to what is not a single inequality, and candidates that cannot be read', async () => {
    await expect(repair('I(X;Y) = 0', [], ['H(X)'])).rejects.toThrow(
      "candidate 'H(X)' can only correct a single inequality",
    );
    await expect(repair('I(X;Y) >= 1/2 H(X)', [], ['H(X'])).rejects.toThrow("expected ')'");
  });

  test('refuses premises among the options, where they would be ignored', async () => {
    await expect(repair('H(X) >= 0', [], [], { given: [] } as object)).rejects.toThrow(
      "repair has no option 'given'; it takes timeLimit",
    );
  });
});
