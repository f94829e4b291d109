import { describe, expect, test } from 'vitest';
import { attemptProof } from '../../src/inequality/attempt-proof.js';
import { toProblem } from '../../src/inequality/problem.js';
import { statedBy } from '../../src/inequality/stated.js';
import { type Assertion, assertions } from '../../src/information/assertions.js';
import { toText } from '../../src/information/notation.js';
import { parseStatement } from '../../src/information/parse.js';
import type { Comparison } from '../../src/information/syntax.js';

const comparison = ({ expression, relation }: Assertion): Comparison => ({
  kind: 'comparison',
  sides: [expression, []],
  relations: [relation],
});

async function follows(claim: Assertion, given: readonly Assertion[]): Promise<boolean> {
  const problem = toProblem(comparison(claim), given.map(comparison));
  return (await attemptProof(problem, performance.now() + 10_000)).status === 'proved';
}

describe.each([
  'A -> B -> C',
  'A -> B -> C -> D -> E',
  '(A, B) -> C -> (A, D) -> E',
  'X _|_ Y _|_ Z _|_ U',
  '(X, Y) _|_ Z | U',
  'X _|_ X',
  'Y = f(X, Z)',
  'H(X) <= H(Y) <= 2 H(Z)',
])('what proofs may take from %s', (text) => {
  const premise = parseStatement(text);

  test('follows from what it asserts, each by itself', async () => {
    for (const stated of statedBy(premise)) {
      expect([toText(stated.expression), await follows(stated, assertions(premise))]).toEqual([
        toText(stated.expression),
        true,
      ]);
    }
  });

  test('implies what it asserts', async () => {
    for (const assertion of assertions(premise)) expect(await follows(assertion, statedBy(premise))).toBe(true);
  });
});
