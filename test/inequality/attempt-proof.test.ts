import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { attemptProof } from '../../src/inequality/attempt-proof.js';
import { readProblem, toProblem } from '../../src/inequality/problem.js';
import { parseStatement } from '../../src/information/parse.js';
import type { Comparison, ExpressionTerm } from '../../src/information/syntax.js';

const soon = () => performance.now() + 20_000;

async function statusOf(claim: string, given: readonly string[]): Promise<string> {
  const attempt = await attemptProof(readProblem(claim, given), soon());
  if (attempt.status === 'proved') expect(attempt.certificate.verify()).toBe(true);
  return attempt.status;
}

/** Han's inequality for all but one of n variables. */
const han = (names: readonly string[]) =>
  `${names.map((left) => `H(${names.filter((name) => name !== left)})`).join(' + ')} >= ${names.length - 1} H(${names})`;

const TRUE: readonly (readonly [claim: string, given?: readonly string[]])[] = [
  ['H(X) >= 0'],
  ['0 <= I(X;Y|Z)'],
  ['I(X;Y) = H(X) - H(X|Y)'],
  ['I(X,Y;Z) = I(X;Z) + I(Y;Z|X)'],
  ['I(X;Y;Z) = I(X;Y) - I(X;Y|Z)'],
  ['H(X,Y,Z) <= H(X) + H(Y) + H(Z)'],
  ['H(X|Y,Z) <= H(X|Y) <= H(X)'],
  ['I(X;Y;Z) <= I(X;Y)'],
  ['I(X;Y|Z) <= I(X;Y) + H(Z)'],
  [han(['A', 'B', 'C'])],
  [han(['A', 'B', 'C', 'D', 'E'])],
  ['H(A,B) + H(B,C) + H(C,A) >= 2 H(A,B,C)'],
  ['I(X;Z) <= I(X;Y)', ['X -> Y -> Z']],
  ['I(X;Z) <= I(Y;Z)', ['X -> Y -> Z']],
  ['I(X;Y|Z) <= I(X;Y)', ['X -> Y -> Z']],
  ['I(X;Y|Z) >= I(X;Y)', ['X _|_ Z']],
  ['I(A;D) <= I(B;C)', ['A -> B -> C -> D']],
  ['A -> (B, C) -> D', ['A -> B -> C -> D']],
  ['D -> C -> B -> A', ['A -> B -> C -> D']],
  ['I(X0;X6) <= H(X3)', ['X0 -> X1 -> X2 -> X3 -> X4 -> X5 -> X6']],
  // The graphoid axioms.
  ['X _|_ Y | Z', ['X _|_ (Y, W) | Z']],
  ['X _|_ Y | Z, W', ['X _|_ (Y, W) | Z']],
  ['X _|_ (Y, W) | Z', ['X _|_ Y | Z', 'X _|_ W | Z, Y']],
  ['H(X) = 0', ['X _|_ X']],
  // Functions.
  ['H(Z) <= H(X) + H(Y)', ['Z = f(X, Y)']],
  ['I(S;W) = I(M;W)', ['S = f(M)', 'M -> S -> W']],
  ['I(X;Y) >= I(X;Z)', ['Z = f(Y)']],
  ['H(X) = H(Y)', ['X = f(Y)', 'Y = f(X)']],
  ['H(Y|Z) = 0', ['H(Y|X) = 0', 'H(X|Z) = 0']],
  ['H(Z|X) = H(Y)', ['Z = f(X, Y)', 'Y = f(X, Z)', 'X _|_ Y']],
  // Perfect secrecy: a key at least as long as the message (Shannon 1949).
  ['H(M) <= H(K)', ['C = f(M, K)', 'M = f(C, K)', 'M _|_ C']],
  // A cut-set bound and a secret-sharing bound.
  ['H(S) <= H(A|B)', ['S = f(A, B)', 'S _|_ B']],
  ['I(X;Y) = 0', ['X -> Z -> Y', 'X _|_ Z']],
  ['I(X;Z) <= 2 I(X;Y)', ['I(X;Z) <= 3/2 I(X;Y)']],
  ['H(X) <= H(Z)', ['H(X) <= H(Y) <= H(Z)']],
  ['I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)', ['A _|_ B']],
  // Zhang & Yeung (1998), from the copy lemma: R is a copy of C over A, B.
  [
    'I(A;B) <= 2 I(A;B|C) + I(A;B|D) + I(C;D) + I(B;C|A) + I(A;C|B)',
    ['H(R) = H(C)', 'H(R,A) = H(C,A)', 'H(R,B) = H(C,B)', 'H(R,A,B) = H(C,A,B)', 'R -> (A, B) -> (C, D)'],
  ],
];

const NOT_SHANNON: readonly (readonly [claim: string, given?: readonly string[]])[] = [
  ['I(X;Y|Z) <= I(X;Y)'],
  ['I(X;Y|Z) >= I(X;Y)'],
  ['I(X,Y;Z) <= I(X;Z) + I(Y;Z)'],
  ['I(X;Y) <= I(X;Z)', ['X -> Y -> Z']],
  ['X _|_ (Y, Z)', ['X _|_ Y', 'X _|_ Z']],
  ['X _|_ (Y, Z) | W', ['X _|_ Y | W, Z', 'X _|_ Z | W, Y']],
  ['H(X) <= H(Y)', ['Y = f(X)']],
  ['H(M) <= H(C)', ['C = f(M, K)']],
  ['I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)'],
  ['I(A;B) <= 2 I(A;B|C) + I(A;B|D) + I(C;D) + I(B;C|A) + I(A;C|B)'],
];

describe('Shannon-type proofs', () => {
  test.each(TRUE.map(([claim, given = []]) => ({ claim, given })))('prove $claim, given $given', async (known) => {
    expect(await statusOf(known.claim, known.given)).toBe('proved');
  });

  test.each(NOT_SHANNON.map(([claim, given = []]) => ({ claim, given })))(
    'do not exist of $claim, given $given',
    async (known) => {
      expect(await statusOf(known.claim, known.given)).toBe('outside');
    },
  );

  test('are found of every sum of Shannon inequalities and premises, and of nothing stronger', async () => {
    const group = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 2 });
    const term = fc
      .record({
        n: fc.integer({ min: 1, max: 5 }),
        d: fc.integer({ min: 1, max: 4 }),
        a: group,
        b: group,
        given: group,
      })
      .map(({ n, d, a, b, given }): ExpressionTerm => {
        return { coefficient: new Fraction(n, d), quantity: { kind: 'mutual-information', between: [a, b], given } };
      });
    const premise = parseStatement('A -> B -> C');
    const vanishing: ExpressionTerm = {
      coefficient: new Fraction(-7, 3),
      quantity: { kind: 'mutual-information', between: [['A'], ['C']], given: ['B'] },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 5 }), async (terms) => {
        const claim = (side: readonly ExpressionTerm[]): Comparison => ({
          kind: 'comparison',
          sides: [side, []],
          relations: ['>='],
        });
        const sum = await attemptProof(toProblem(claim([...terms, vanishing]), [premise]), soon());
        expect(sum.status).toBe('proved');
        // Less an entropy that nothing pays for.
        const extra: ExpressionTerm = {
          coefficient: new Fraction(-1, 10),
          quantity: { kind: 'entropy', of: ['E'], given: [] },
        };
        expect((await attemptProof(toProblem(claim([...terms, extra]), [premise]), soon())).status).toBe('outside');
      }),
      { numRuns: 60 },
    );
  });

  test('are not looked for when time is up, or sets are too many', async () => {
    const chain = readProblem('I(A;C) <= I(A;B)', ['A -> B -> C']);
    expect(await attemptProof(chain, performance.now() - 1)).toEqual({
      status: 'open',
      reason: 'time was up before the linear program was set up',
    });
    const names = Array.from({ length: 14 }, (_, i) => `X${i}`);
    const wide = await attemptProof(
      readProblem(`H(${names}) <= ${names.map((name) => `H(${name})`).join(' + ')}`, []),
      soon(),
    );
    expect(wide).toMatchObject({ status: 'open', reason: expect.stringContaining('8192 sets') });
  });
});

describe('reading a problem', () => {
  test('refuses what is no claim or premise, and too many variables, by name', () => {
    expect(() => readProblem('H(X', [])).toThrow("expected ')'");
    expect(() => readProblem('H(X) >= 0', ['X ->'])).toThrow('expected');
    expect(() => readProblem('H(X) >= 0', 'X -> Y -> Z' as unknown as string[])).toThrow(
      "given must be a list of premises, got 'X -> Y -> Z'",
    );
    const names = Array.from({ length: 31 }, (_, i) => `X${i}`);
    expect(() => readProblem(`H(${names}) >= 0`, [])).toThrow('may name 30 variables, got 31');
    const chain = Array.from({ length: 3000 }, (_, i) => `X${i}`).join(' -> ');
    expect(() => readProblem(chain, [])).toThrow("may name 30 variables, got 3000: ['X0', 'X1', 'X2', 'X3', …]");
  });

  test('refuses coefficients that would not be exact', async () => {
    const problem = readProblem('1/99999999999999999 H(X) >= 1/3 H(Y)', []);
    await expect(attemptProof(problem, soon())).rejects.toThrow(
      "coefficients must be less than 2^53 as integers without a common factor, got '-33333333333333333' for H(Y)",
    );
  });
});
