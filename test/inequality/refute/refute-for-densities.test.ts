import { describe, expect, test } from 'vitest';
import {
  type Claimed,
  refute,
  refuteForDensities,
  verifyCounterexample,
} from '../../../src/inequality/refute/refute.js';
import { evaluate } from '../../../src/information/evaluate.js';
import { holds } from '../../../src/information/holds.js';
import { DegenerateError } from '../../../src/information/linear-gaussian.js';
import { parseStatement } from '../../../src/information/parse.js';

const LIMITS = { deadline: Infinity };

function claimed(claim: string, given: readonly string[]): Claimed {
  return { claim: parseStatement(claim), given: given.map((text) => parseStatement(text)) };
}

async function refuted(claim: string, ...given: string[]) {
  const problem = claimed(claim, given);
  const found = await refuteForDensities(problem, LIMITS);
  if (!found) throw new Error(`${claim} was not refuted`);
  expect(verifyCounterexample(problem, found)).toBe(true);
  expect(found.system.kind).toBe('continuous');
  expect(holds(claim, found.system, found.violation * Math.LN2 * 0.999)).toBe(false);
  return found;
}

describe('what holds for discrete variables only', () => {
  test.each<[string, ...string[]]>([
    ['H(X) >= 0'],
    ['H(X|Y) >= 0'],
    ['H(X) <= H(X,Y)'],
    ['I(X;Y) <= H(X)'],
    ['2 H(X,Y,Z) <= 3 H(X,Y) + H(Z)'],
    ['H(M) <= H(h) + H(g)', 'M = f(h, g)'],
    ['H(f) <= H(X)', 'f = g(X)'],
    ['H(S) >= H(M)', 'S = f(M, E)', 'M = f(S, E)', 'M _|_ E'],
    ['H(X) <= H(Y)', 'X = f(Y)', 'Y = g(X)'],
    ['H(X) >= I(X;Z)', 'X -> Y -> Z'],
    ['H(X) >= 0', 'H(X) = H(Y)'],
  ])('%s', async (claim, ...given) => {
    await refuted(claim, ...given);
  });
});

describe('what does not hold for discrete variables either', () => {
  test.each<[string, ...string[]]>([
    ['I(X;Y|Z) <= I(X;Y)'],
    ['I(X;Y) <= I(X;Y|Z)'],
    ['I(X,Y;Z) <= I(X;Z) + I(Y;Z)', 'X _|_ Y'],
    ['I(X;Y) <= I(X;Z)', 'X -> Y -> Z'],
    ['I(S;W) <= I(M;W)', 'M -> S -> W'],
    ['I(M;W) <= I(h;W) + I(g;W)', 'M = f(h, g)', 'h _|_ g', 'h -> M -> W', 'g -> M -> W'],
    ['I(X;Y) = I(X;Z)', 'H(Y) = H(Z)'],
  ])('%s', async (claim, ...given) => {
    const found = await refuted(claim, ...given);
    for (const premise of given.filter((text) => !text.includes('f('))) {
      expect(holds(premise, found.system), premise).toBe(true);
    }
    expect(await refute(claimed(claim, given), LIMITS)).not.toBeNull();
  });
});

describe('what holds for densities is not refuted', () => {
  test.each<[string, ...string[]]>([
    ['I(X;Y|Z) >= 0'],
    ['H(X,Y) <= H(X) + H(Y)'],
    ['2 H(X,Y,Z) <= H(X,Y) + H(Y,Z) + H(X,Z)'],
    ['I(X;Z) <= I(X;Y)', 'X -> Y -> Z'],
    ['I(f;Y) <= I(X;Y)', 'f = g(X)'],
    ['2 I(C;D) <= I(A;B) + I(A;C,D) + 3 I(C;D|A) + I(C;D|B)'],
    ['H(X) = H(Y)', 'H(X) = H(Y)'],
  ])('%s', async (claim, ...given) => {
    expect(await refuteForDensities(claimed(claim, given), LIMITS)).toBeNull();
  });

  test('nor what names a joint entropy that does not exist', async () => {
    expect(await refuteForDensities(claimed('H(M|h, g) >= 0', ['M = f(h, g)']), LIMITS)).toBeNull();
    expect(await refuteForDensities(claimed('H(X) <= H(X, Z)', ['Y = f(X)', 'Z = g(Y)']), LIMITS)).toBeNull();
  });
});

test('a functional dependence holds by construction', async () => {
  const found = await refuted('H(M) <= H(h) + H(g)', 'M = f(h, g)');
  expect(found.premises).toEqual([{ statement: 'M = f(h, g)', values: 'by construction', holds: true }]);
  expect(() => evaluate('H(M|h, g)', found.system)).toThrow(DegenerateError);
});

test('numbers are exact', async () => {
  expect(`${await refuted('I(X;Y|Z) <= I(X;Y)', 'X _|_ Y')}`).toBe(
    [
      'variable  combination of independent standard normals',
      'X         z1',
      'Y         z2',
      'Z         z1 + z2 + z3',
      'given',
      'X _|_ Y: I(X; Y) = 0',
      'claimed',
      'I(X; Y|Z) <= I(X; Y): 1 - 1/2 log2(3) <= 0, false',
      'violated by 0.207519 bits',
    ].join('\n'),
  );
});

test('entropies that do not exist may cancel', async () => {
  const found = await refuted('I(A;M) + H(M|A) <= H(h)', 'M = f(h, A)', 'h _|_ A');
  expect(found.claim[0].holds).toBe(false);
});
