import { describe, expect, test } from 'vitest';
import { attemptProof } from '../../src/inequality/attempt-proof.js';
import { violatingPolymatroid } from '../../src/inequality/polymatroid.js';
import { readProblem } from '../../src/inequality/problem.js';
import { evaluate } from '../../src/information/evaluate.js';
import { holds } from '../../src/information/holds.js';

async function polymatroidFor(claim: string, given: readonly string[]) {
  const problem = readProblem(claim, given);
  const deadline = performance.now() + 20_000;
  const attempt = await attemptProof(problem, deadline);
  if (attempt.status !== 'outside') throw new Error(`${claim} is ${attempt.status}`);
  const polymatroid = await violatingPolymatroid(problem, attempt.cone, attempt.expression, deadline);
  if (!polymatroid) throw new Error('none found');
  return polymatroid;
}

describe('a violating polymatroid', () => {
  test.each([
    ['I(X;Y|Z) <= I(X;Y)', []],
    ['I(S;W) <= I(M;W)', ['M -> S -> W', 'S = f(M, E)']],
    ['2 I(C;D) <= I(A;B) + I(A;C,D) + 3 I(C;D|A) + I(C;D|B)', []],
    ['H(X) <= 1/3 H(Y)', ['H(X) <= H(Y)']],
  ])('of %s, given %j, satisfies the premises and violates the claim by one bit', async (claim, given) => {
    const polymatroid = await polymatroidFor(claim, given);
    for (const premise of given) expect(holds(premise, polymatroid, 0)).toBe(true);
    const [left, right] = claim.split('<=');
    expect(evaluate(left, polymatroid) - evaluate(right, polymatroid)).toBeCloseTo(Math.LN2, 12);
  });

  test('satisfies Shannon’s inequalities', async () => {
    const polymatroid = await polymatroidFor('2 I(C;D) <= I(A;B) + I(A;C,D) + 3 I(C;D|A) + I(C;D|B)', []);
    for (const inequality of ['I(A;B) >= 0', 'I(A;B|C) >= 0', 'I(A;B|C,D) >= 0', 'I(C;D|A) >= 0', 'H(A|B,C,D) >= 0']) {
      expect(holds(inequality, polymatroid)).toBe(true);
    }
    expect(polymatroid.rank(['A', 'B', 'C', 'D']).toFraction()).toMatch(/^\d+(\/\d+)?$/);
    expect(() => polymatroid.rank(['Q'])).toThrow("no variable 'Q'");
  });
});
