import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExactCode } from '../../../src/inequality/refute/exact-code.js';
import { ExactTable } from '../../../src/inequality/refute/exact-table.js';
import { planSearch } from '../../../src/inequality/refute/plan.js';
import { type Claimed, Counterexample, refute, verifyCounterexample } from '../../../src/inequality/refute/refute.js';
import { searchDiscrete } from '../../../src/inequality/refute/search-discrete.js';
import { evaluate } from '../../../src/information/evaluate.js';
import { holds } from '../../../src/information/holds.js';
import { LinearCode } from '../../../src/information/linear-code.js';
import { linearForm } from '../../../src/information/linear-form.js';
import { parseExpression, parseStatement } from '../../../src/information/parse.js';

const LIMITS = { deadline: Infinity };

function claimed(claim: string, given: readonly string[]): Claimed {
  return { claim: parseStatement(claim), given: given.map((text) => parseStatement(text)) };
}

/** What is found to refute a claim, checked in floating point by the language's own evaluation. */
async function refuted(claim: string, ...given: string[]) {
  const problem = claimed(claim, given);
  const found = await refute(problem, LIMITS);
  if (!found) throw new Error(`${claim} was not refuted`);
  expect(verifyCounterexample(problem, found)).toBe(true);
  expect(found.violation).toBeGreaterThan(1e-6);
  for (const premise of given) expect(holds(premise, found.system), premise).toBe(true);
  expect(holds(claim, found.system, found.violation * Math.LN2 * 0.999)).toBe(false);
  return found;
}

const INGLETON = 'I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)';

describe('textbook claims that fail', () => {
  test.each<[string, ...string[]]>([
    // Conditioning, chains and data processing the wrong way round.
    ['I(X;Y|Z) <= I(X;Y)'],
    ['I(X;Y) <= I(X;Y|Z)'],
    ['H(X|Y) = H(Y|X)'],
    ['H(X) <= H(X|Y)'],
    ['I(X;Y) <= I(X;Z)', 'X -> Y -> Z'],
    ['I(Y;Z) <= I(X;Z)', 'X -> Y -> Z'],
    ['X -> Z -> Y', 'X -> Y -> Z'],
    ['X _|_ Z', 'X -> Y -> Z'],
    ['I(X;Y|Z) >= I(X;Y)', 'X -> Y -> Z'],
    ['H(f) >= H(X)', 'f = g(X)'],
    ['I(f;Y) >= I(X;Y)', 'f = g(X)'],
    ['A -> B -> D', 'A -> B -> C', 'B -> C -> D'],
    // Sums: synergy and redundancy.
    ['I(X,Y;Z) <= I(X;Z) + I(Y;Z)'],
    ['I(X,Y;Z) >= I(X;Z) + I(Y;Z)'],
    ['I(X,Y;Z) <= I(X;Z) + I(Y;Z)', 'X _|_ Y'],
    ['I(X;Y;Z) >= 0'],
    ['I(X;Y;Z) <= 0'],
    ['H(X,Y,Z) >= H(X) + H(Y) + H(Z)', 'X _|_ Y', 'Y _|_ Z', 'X _|_ Z'],
    ['2 H(X,Y,Z) >= H(X,Y) + H(Y,Z) + H(X,Z)'],
    ['H(X,Y,Z) <= 1/2 H(X,Y) + 1/2 H(Y,Z) + 1/3 H(X,Z)'],
    ['I(X;Y) + I(Y;Z) <= H(Y)'],
    ['I(X;Z) >= I(X;Y) + I(Y;Z) - 1/2 H(Y)'],
    // Graphoids.
    ['X _|_ (Y, W) | Z', 'X _|_ Y | Z, W', 'X _|_ W | Z, Y'],
    ['X _|_ (Y, W)', 'X _|_ Y', 'X _|_ W'],
    ['X _|_ Y', 'X _|_ Y | Z'],
    ['X _|_ Y | Z', 'X _|_ Y'],
    ['I(X;W) <= 0', 'X _|_ Y', 'X _|_ Y | W'],
    ['I(X;W) + I(Y;W) <= I(X;Y|W)', 'X _|_ Y'],
    // Comparisons as premises.
    ['X = f(Y)', 'H(X) <= H(Y)'],
    ['I(X;Y) <= I(X;Z)', 'H(Y) <= H(Z)'],
    ['H(X|Y) = H(Y|X)', 'H(X) >= H(Y)'],
    ['X = f(Y, Z)', 'I(X;Y) = I(X;Z)', 'I(Y;Z) = 0', 'H(X) = H(Y) + H(Z)'],
    ['I(X;Y|Z) <= I(X;Y)', 'H(X) = 2 H(Y)', 'H(Z) >= 3 H(X)'],
    ['H(Z) <= H(X)', 'I(X;Y) = 1/3 H(Z)', 'H(Y) <= H(X)'],
  ])('%s', async (claim, ...given) => {
    await refuted(claim, ...given);
  });
});

describe('claims that hold for all linear codes, but not in general', () => {
  test.each<[string, ...string[]]>([
    [INGLETON],
    ['I(A;B) <= 100 I(A;B|C) + 100 I(A;B|D) + 100 I(C;D)'],
    [INGLETON, 'A _|_ B | C', 'C _|_ D'],
    [INGLETON, 'A _|_ B | C', 'H(A) = H(B)'],
    [INGLETON, 'H(C) = H(A)'],
    ['A _|_ B', 'A _|_ B | C', 'A _|_ B | D', 'C _|_ D'],
    ['B _|_ C', 'B _|_ C | A', 'A _|_ B | D', 'C _|_ D'],
    // Linear rank inequalities on five variables (Dougherty, Freiling & Zeger 2009, inequalities 1 to 3).
    ['I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D|E) + I(A;E)'],
    ['I(A;B) <= I(A;B|C) + I(A;C|D) + I(A;D|E) + I(B;E)'],
    ['I(A;B) <= I(A;C) + I(A;B|D) + I(B;E|C) + I(A;D|C,E)'],
  ])('%s', async (claim, ...given) => {
    const { exact } = await refuted(claim, ...given);
    expect(exact).not.toBeInstanceOf(ExactCode);
  });

  test('the counterexample to Ingleton is AND and OR of two fair bits', async () => {
    const found = await refuted(INGLETON);
    expect(found.table.rows.length).toBe(4);
    expect(found.violation).toBeCloseTo(2.5 - 1.5 * Math.log2(3), 12);
    expect(evaluate('I(A;B|C) + I(A;B|D) + I(C;D)', found.system)).toBeCloseTo(0, 12);
  });
});

describe('claims that fail on small tables of unequal weights', () => {
  test.each<[string, number, number, ...string[]]>([
    // Independences that binary tables with Ingleton violated satisfy; with weights that add up to 11 there are no others.
    [INGLETON, 5, 6, 'A _|_ B | D', 'A _|_ B | C, D', 'A _|_ C | B', 'C _|_ D'],
    [INGLETON, 6, 7, 'A _|_ B | D', 'A _|_ B | C, D', 'A _|_ C | B', 'C _|_ D | A'],
    [INGLETON, 6, 7, 'A _|_ B | C', 'A _|_ B | C, D', 'B _|_ D | A', 'C _|_ D | B'],
    [INGLETON, 6, 7, 'A _|_ B | C', 'A _|_ B | D', 'A _|_ B | C, D', 'C _|_ D | A', 'C _|_ D | B'],
  ])('%s on %i outcomes of weight %i in all', async (claim, outcomes, total, ...given) => {
    const { exact, table } = await refuted(claim, ...given);
    expect(exact).toBeInstanceOf(ExactTable);
    expect(table.rows).toHaveLength(outcomes);
    expect((exact as ExactTable).outcomes.reduce((sum, { weight }) => sum + weight, 0)).toBe(total);
  });

  // Kaced & Romashchenko 2013: Ingleton's inequality holds where these vanish, but no multiple of them makes it hold.
  test.each([
    ['5 I(A;B) + 5 I(A;B|C)'],
    ['20 I(A;B) + 20 I(A;B|C)'],
    ['5 I(A;B|C) + 5 H(C|A,B)'],
    ['I(A;C|D) + I(A;D|C)'],
    ['5 I(B;C|D) + 5 I(C;D|B)'],
  ])('Ingleton with %s', async (added) => {
    await refuted(`I(C;D) <= I(C;D|A) + I(C;D|B) + I(A;B) + ${added}`);
  });
});

test('a claim that holds for codes over GF(2), under the premises of the non-Fano matroid, fails over GF(3)', async () => {
  const sums = ['W = f(A, B)', 'X = f(A, C)', 'Y = f(B, C)', 'Z = f(A, B, C)'];
  const back = ['A = f(Y, Z)', 'B = f(X, Z)', 'C = f(W, Z)'];
  const equal = 'H(A) = H(B) = H(C) = H(W) = H(X) = H(Y) = H(Z)';
  const { exact, violation } = await refuted('W = f(X, Y)', 'A _|_ B _|_ C', ...sums, ...back, equal);
  // A + B is a combination of A + C and B + C modulo 2, but not modulo 3.
  expect(exact.toTable().rows).toHaveLength(27);
  expect(violation).toBeCloseTo(Math.log2(3), 12);
});

describe('the paper', () => {
  const functions = ['h = f(P)', 'g = f(Q)', 'M = f(h, g)', 'h = f(M, g)', 'g = f(M, h)'];
  const noise = ['S = f(M, E)', 'M = f(S, E)', 'E = f(S, M)'];
  const prompt = ['p = f(A)', 'A = f(p)'];
  const chains = ['A -> P -> W', 'M -> Q -> W', 'M -> S -> W', 'h -> M -> S'];
  const literal = [...functions, ...noise, ...prompt, ...chains];
  const process = [...functions, ...prompt, '(A, P, Q) -> M -> S -> W', 'V -> A -> (P, Q, M, S, W)'];
  const curated = [...process, 'S = f(M)', 'P _|_ Q', 'P = f(A)'];
  const gain = '(H(M) - I(h;M))';
  // λ* = H(P) / I(P;M) makes (λ − 1) I(P;M) equal to H(P) − I(P;M); δ = I(M;W) − I(S;W).
  const lemma = `I(S;W) <= -${gain} + I(Q;W) + I(P;W) + H(Q) + H(P) - I(P;M) - (I(M;W) - I(S;W))`;
  // (α + 1) H(A|W) = H(A|V) + H(A|W).
  const theorem = `I(A;V) - I(S;W) <= ${gain} - H(A|V) - H(A|W) + 2 (H(A) - H(S)) + H(S|W) + H(A|W) - H(A|M)`;

  test.each<[string, string, readonly string[]]>([
    ['(15) and (28) under the chains', 'H(S) <= H(M)', literal],
    ['(16) under the chains', 'I(S;W) <= I(M;W)', literal],
    ['(16) in the process', 'I(S;W) <= I(M;W)', process],
    ['(21) under the chains', 'I(M;W) <= I(h;W) + I(g;W)', literal],
    ['(21) with deterministic curation and independent factors', 'I(M;W) <= I(h;W) + I(g;W)', curated],
    ['(5) in the process', lemma, process],
    ['(5) with deterministic curation and independent factors', lemma, curated],
    ['(29) in the process', 'I(A;M) >= I(h;M)', process],
    ['(30) in the process', `${gain} >= H(S) - I(A;M)`, process],
    ['(10) in the process', theorem, process],
    ['(10) under the chains', theorem, [...literal, 'V -> A -> (P, Q, M, S, W)']],
  ])('%s', async (_, claim, given) => {
    const found = await refuted(claim, ...given);
    expect(found.exact).toBeInstanceOf(ExactCode);
    expect((found.exact as ExactCode).sources).toBeLessThanOrEqual(2);
  });

  test.each<[string, string, readonly string[]]>([
    ['(19) in the process', 'I(h;W) <= I(P;W)', process],
    ['(10) with deterministic curation and P a function of A', theorem, curated],
  ])('%s is not refuted', async (_, claim, given) => {
    expect(await refute(claimed(claim, given), LIMITS)).toBeNull();
  });
});

describe('claims that hold are not refuted', () => {
  test.each<[string, ...string[]]>([
    ['I(X;Y|Z) >= 0'],
    ['H(X,Y) <= H(X) + H(Y)'],
    ['H(X|Y) <= H(X)'],
    ['I(X;Y,Z) = I(X;Y) + I(X;Z|Y)'],
    ['2 H(X,Y,Z) <= H(X,Y) + H(Y,Z) + H(X,Z)'],
    ['I(X;Y) + I(Y;Z) <= H(Y) + I(X;Z)'],
    ['I(X;Y;Z) >= -I(X;Y|Z)'],
    ['I(X;Z) <= I(X;Y)', 'X -> Y -> Z'],
    ['I(X;Y|Z) <= I(X;Y)', 'X -> Y -> Z'],
    ['Z -> Y -> X', 'X -> Y -> Z'],
    ['I(X,Y;Z) >= I(X;Z) + I(Y;Z)', 'X _|_ Y'],
    ['I(f;Y) <= I(X;Y)', 'f = g(X)'],
    ['X _|_ (Y, W) | Z', 'X _|_ Y | Z', 'X _|_ W | Z, Y'],
    ['X _|_ W', 'X _|_ Y', 'X _|_ W | Y'],
    ['H(X) = H(Y)', 'X = f(Y)', 'Y = g(X)'],
    ['I(X;Y) = 0', 'H(X) <= I(X;Z)', 'Z _|_ Y', 'X = f(Z)'],
    ['H(X) <= H(Z)', 'H(X) <= H(Y)', 'H(Y) <= H(Z)'],
    ['0 <= 0'],
    // Zhang & Yeung 1998: not Shannon-type.
    ['2 I(C;D) <= I(A;B) + I(A;C,D) + 3 I(C;D|A) + I(C;D|B)'],
    ['I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D) + I(A;B|C) + I(A;C|B) + I(B;C|A)'],
    // Zhang & Yeung 1997: not Shannon-type.
    ['I(C;D) <= I(C;D|A) + I(C;D|B)', 'A _|_ B', 'A _|_ B | C'],
    ['I(X0;X5) <= I(X1;X4)', 'X0 -> X1 -> X2 -> X3 -> X4 -> X5'],
  ])('%s', async (claim, ...given) => {
    expect(await refute(claimed(claim, given), LIMITS)).toBeNull();
  });
});

describe('three variables: what is false is refuted, and nothing else', () => {
  // The extreme rays of the Shannon cone of three variables, all of which are codes.
  const rays = (
    [
      [['a'], [], []],
      [[], ['a'], []],
      [[], [], ['a']],
      [['a'], ['a'], []],
      [['a'], [], ['a']],
      [[], ['a'], ['a']],
      [['a'], ['a'], ['a']],
      [['a'], ['b'], ['a + b']],
    ] as const
  ).map(([X, Y, Z]) => new LinearCode({ X, Y, Z }));
  const SUBSETS = ['X', 'Y', 'Z', 'X,Y', 'X,Z', 'Y,Z', 'X,Y,Z'];
  const expression = fc
    .array(fc.integer({ min: -4, max: 4 }), { minLength: 7, maxLength: 7 })
    .map(
      (coefficients) =>
        `0 ${coefficients.map((c, i) => `${c < 0 ? '-' : '+'} ${Math.abs(c)} H(${SUBSETS[i]})`).join(' ')}`,
    );
  const bits = (text: string) => rays.map((ray) => Math.round(evaluate(text, ray) / Math.LN2));

  /** What is found on the first pages of the catalogues. */
  const searched = (problem: Claimed): Counterexample | null => {
    let pauses = 0;
    for (const system of searchDiscrete(planSearch(problem), new Map())) {
      const found = system && Counterexample.from(problem, system);
      if (found || pauses++ === 10) return found;
    }
    return null;
  };

  test('without premises', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const found = searched(claimed(`${text} >= 0`, []));
        expect(found !== null).toBe(bits(text).some((value) => value < 0));
        if (found) expect(evaluate(text, found.system)).toBeLessThan(-1e-6);
      }),
    );
  });

  test('under a comparison, which mixtures of two rays decide', () => {
    fc.assert(
      fc.property(expression, expression, fc.constantFrom('=', '>='), (premise, text, relation) => {
        const values = bits(premise).map((p, i) => ({ p, c: bits(text)[i] }));
        const alone = values.some(({ p, c }) => c < 0 && (p === 0 || (p > 0 && relation === '>=')));
        const together = values.some((a) => values.some((b) => a.p > 0 && b.p < 0 && a.p * b.c - b.p * a.c < 0));
        const problem = claimed(`${text} >= 0`, [`${premise} ${relation} 0`]);
        const found = searched(problem);
        expect(found !== null).toBe(alone || together);
        if (found) expect(verifyCounterexample(problem, found)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a counterexample', () => {
  test('prints as a table with what each premise and the claim come to', async () => {
    expect(`${await refuted('I(X,Y;Z) <= I(X;Z) + I(Y;Z)', 'X _|_ Y', 'H(Z) <= 2 H(X)')}`).toBe(
      [
        'variable  bits',
        'X         a',
        'Y         b',
        'Z         a + b',
        'given',
        'X _|_ Y: I(X; Y) = 0',
        'H(Z) <= 2 H(X): 1 <= 2',
        'claimed',
        'I(X, Y; Z) <= I(X; Z) + I(Y; Z): 1 <= 0, false',
        'violated by 1 bits',
      ].join('\n'),
    );
    // C and D are fair bits, A is their AND and B their OR.
    expect(`${await refuted('I(A;B) <= I(A;B|C) + I(A;B|D)', 'C _|_ D')}`).toBe(
      [
        'C  D  A  B  probability',
        '0  0  0  0  1/4',
        '1  1  1  1  1/4',
        '1  0  0  1  1/4',
        '0  1  0  1  1/4',
        'given',
        'C _|_ D: I(C; D) = 0',
        'claimed',
        'I(A; B) <= I(A; B|C) + I(A; B|D): 5/2 - 3/2 log2(3) <= 0, false',
        'violated by 0.122556 bits',
      ].join('\n'),
    );
  });

  test('tells which part of a claim fails', async () => {
    const { violated, claim, violation } = await refuted('0 <= I(X;Y) <= H(X) <= I(X;Y)');
    expect(violated.form.equals(linearForm(parseExpression('I(X;Y) - H(X)')))).toBe(true);
    expect(claim.map(({ holds }) => holds)).toEqual([true, true, false]);
    expect(violation).toBe(1);
  });

  test('is the same each time', async () => {
    const [first, second] = [await refuted(INGLETON, 'H(C) = H(A)'), await refuted(INGLETON, 'H(C) = H(A)')];
    expect(`${first}`).toBe(`${second}`);
  });

  test('is not verified for another claim, or with other premises', async () => {
    const found = await refuted('I(X;Y|Z) <= I(X;Y)');
    expect(verifyCounterexample(claimed('I(X;Y) <= I(X;Y|Z)', []), found)).toBe(false);
    expect(verifyCounterexample(claimed('I(X;Y|Z) <= I(X;Y)', ['X _|_ Y | Z']), found)).toBe(false);
    expect(verifyCounterexample(claimed('I(X;Y|Z) <= I(X;Y)', ['X _|_ Y']), found)).toBe(true);
    const otherSystem = Object.assign(Object.create(found), {
      system: new LinearCode({ X: ['a'], Y: ['a'], Z: ['a'] }),
    });
    expect(verifyCounterexample(claimed('I(X;Y|Z) <= I(X;Y)', []), otherSystem)).toBe(false);
  });
});

describe('limits', () => {
  const hard = claimed('2 I(C;D) <= I(A;B) + I(A;C,D) + 3 I(C;D|A) + I(C;D|B)', []);

  test('a deadline ends the search', async () => {
    const started = performance.now();
    expect(await refute(hard, { deadline: started + 50 })).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('other work has its turn', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await refute(hard, LIMITS);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('at most thirty variables', async () => {
    const names = Array.from({ length: 31 }, (_, i) => `X${i}`);
    await expect(refute(claimed(`H(${names.join(',')}) >= 0`, []), LIMITS)).rejects.toThrow(
      'claim and premises may name 30 variables, got 31',
    );
    await refuted('H(X0) >= H(X1)', names.slice(0, 30).join(' -> '));
  });
});
