import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prove } from '../../src/inequality/prove.js';
import type { EntropySystem } from '../../src/information/entropy-system.js';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { holds } from '../../src/information/holds.js';
import { LinearCode } from '../../src/information/linear-code.js';
import { createRng, type Rng } from '../../src/random/rng.js';

describe('prove', () => {
  test('proves data processing, with a certificate that verifies', async () => {
    const verdict = await prove('I(X;Z) <= I(X;Y)', { given: ['X -> Y -> Z'] });
    expect(verdict.status).toBe('proved');
    expect(verdict.status === 'proved' && verdict.certificate.verify()).toBe(true);
  });

  test('refutes its converse by one bit, with a system that satisfies the premise', async () => {
    const verdict = await prove('I(X;Y) <= I(X;Z)', { given: ['X -> Y -> Z'] });
    if (verdict.status !== 'refuted') throw new Error(verdict.status);
    expect(verdict.violation).toBeCloseTo(1, 12);
    expect(holds('X -> Y -> Z', verdict.counterexample)).toBe(true);
    expect(evaluate('I(X;Y) - I(X;Z)', verdict.counterexample)).toBeCloseTo(Math.LN2, 12);
  });

  test('refutes Ingleton’s inequality, which holds for all linear codes', async () => {
    const verdict = await prove('I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)');
    if (verdict.status !== 'refuted') throw new Error(verdict.status);
    expect(verdict.violation).toBeGreaterThan(0.01);
    expect(holds('I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)', verdict.counterexample)).toBe(false);
  });

  test('neither proves nor refutes Zhang and Yeung’s inequality, and says why', async () => {
    const verdict = await prove('I(A;B) <= 2 I(A;B|C) + I(A;B|D) + I(C;D) + I(B;C|A) + I(A;C|B)', {
      timeLimit: 120,
    });
    if (verdict.status !== 'undecided') throw new Error(verdict.status);
    expect(verdict.reason).toContain("Shannon's inequalities and the premises do not prove it");
    expect(verdict.reason).toContain('no counterexample was found among all codes over GF(2) of up to 4 bits, ');
    expect(verdict.reason).toContain('; in part ');
    expect(verdict.polymatroid?.rank(['A', 'B', 'C', 'D']).valueOf()).toBeGreaterThan(0);
  });

  test('takes coefficients of any size that have simple proportions', async () => {
    const large = 10n ** 20n;
    expect((await prove(`${large} I(X;Y) <= ${large} H(X)`)).status).toBe('proved');
    expect((await prove(`${large} I(X;Y) >= ${2n * large} H(X)`)).status).toBe('refuted');
    expect((await prove(`1/${large} H(X) <= 1/${large} H(Y)`, { given: [`${large} H(X|Y) <= 0`] })).status).toBe(
      'proved',
    );
    await expect(prove(`H(X) + ${large} H(Y) >= 0`)).rejects.toThrow(
      "coefficients must be less than 2^53 as integers without a common factor, got '100000000000000000000' for H(Y)",
    );
  });

  test('proves each part of a chain of comparisons, and refutes it by any part', async () => {
    expect((await prove('I(X;Y) <= H(X) <= H(X,Y)')).status).toBe('proved');
    expect((await prove('I(X;Y) <= H(X) <= H(Y)')).status).toBe('refuted');
  });

  test('decides claims that are Markov chains, independences and functions', async () => {
    expect((await prove('Z -> Y -> X', { given: ['X -> Y -> Z'] })).status).toBe('proved');
    expect((await prove('X _|_ Z', { given: ['X -> Y -> Z'] })).status).toBe('refuted');
    expect((await prove('Z = f(X)', { given: ['Y = f(X)', 'Z = f(Y)'] })).status).toBe('proved');
  });

  test('proves anything of variables that the premises make constant', async () => {
    expect((await prove('H(X) <= H(Y)', { given: ['X _|_ X'] })).status).toBe('proved');
    expect((await prove('H(X) <= -5 H(Y)', { given: ['H(X) + H(Y) <= 0'] })).status).toBe('proved');
  });

  test('gives up when time is up, and says so', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `X${i}`);
    const verdict = await prove(`I(X0;X9) <= I(X4;X5)`, { given: [names.join(' -> ')], timeLimit: 1e-3 });
    expect(verdict).toMatchObject({ status: 'undecided', reason: expect.stringContaining('time was up') });
  });

  test.each([8, 10, 13])('keeps to its time with Han’s inequality on %i variables', async (count) => {
    const names = Array.from({ length: count }, (_, i) => `X${i}`);
    const sum = names.map((name) => `H(${names.filter((other) => other !== name)})`).join(' + ');
    const started = performance.now();
    const verdict = await prove(`${sum} >= ${count - 1} H(${names})`, { timeLimit: 1 });
    // HiGHS looks at the clock now and then, and other tests may run beside.
    expect(performance.now() - started).toBeLessThan(6000);
    expect(verdict.status).not.toBe('refuted');
  });

  test('refuses what it cannot read, and options that it has not', async () => {
    await expect(prove('I(X;Y) <= ')).rejects.toThrow('expected');
    await expect(prove('H(X) >= 0', { given: ['X -> Y'] })).rejects.toThrow('a Markov chain has at least three groups');
    await expect(prove('H(X) >= 0', { timeLimit: 0 })).rejects.toThrow(
      'timeLimit must be a finite positive number, got 0',
    );
    await expect(prove('H(X) >= 0', { premises: ['X -> Y -> Z'] } as object)).rejects.toThrow(
      "prove has no option 'premises'",
    );
  });
});

describe('for differential entropies, a verdict', () => {
  const answer = async (claim: string, given: readonly string[] = []) => {
    const { holdsForDifferentialEntropy, differentialReason } = await prove(claim, { given });
    expect(differentialReason).not.toBe('');
    return holdsForDifferentialEntropy;
  };

  test('carries over where mutual informations prove it', async () => {
    expect(await answer('I(X;Z) <= I(X;Y)', ['X -> Y -> Z'])).toBe('yes');
    expect(await answer('H(X,Y) <= H(X) + H(Y)')).toBe('yes');
    expect(await answer('H(A,B) + H(B,C) + H(A,C) >= 2 H(A,B,C)')).toBe('yes');
    expect(await answer('H(X) <= H(Y) + I(X;Z)', ['H(X) <= H(Y)'])).toBe('yes');
  });

  test('fails where it is not balanced', async () => {
    expect(await answer('H(X) >= 0')).toBe('no');
    expect(await answer('I(X;Y) <= H(X)')).toBe('no');
    expect(await answer('H(X|Y) >= 0', ['X _|_ Y'])).toBe('no');
  });

  test('fails where a discrete counterexample can be smoothed', async () => {
    expect(await answer('I(X;Y|Z) <= I(X;Y)')).toBe('no');
    expect(await answer('I(A;B) <= I(A;B|C) + I(A;B|D) + I(C;D)')).toBe('no');
  });

  test('fails under functional premises where a Gaussian system shows it', async () => {
    expect(await answer('H(M) <= H(h) + H(g)', ['M = f(h, g)'])).toBe('no');
  });

  test('is unknown where functions leave no joint density', async () => {
    expect(await answer('I(A;M) >= I(h;M)', ['h = f(A)'])).toBe('unknown');
    expect(await answer('H(X) <= H(Y)', ['X -> Y -> X'])).toBe('unknown');
  });

  test('knows that information of a variable about itself is infinite', async () => {
    expect(await answer('I(X;X) >= 0')).toBe('yes');
    expect(await answer('I(X;X) <= 0')).toBe('no');
    expect(await answer('I(X;X) >= I(X;Y)')).toBe('yes');
    expect(await answer('I(X,Y;Y|Z) = H(Y|Z)')).toBe('no');
    expect(await answer('I(X;X|X) = 0')).toBe('yes');
    expect(await answer('I(X;X) >= I(Y;Y)')).toBe('unknown');
    expect(await answer('I(X;X;Y) >= 0')).toBe('unknown');
    expect(await answer('0 <= I(X;Y) <= I(X;X)')).toBe('unknown');
  });
});

const PREMISES: readonly { readonly given: readonly string[]; readonly draw: (rng: Rng) => EntropySystem }[] = [
  { given: [], draw: (rng) => joint(rng) },
  { given: ['A -> B -> C'], draw: (rng) => chain(rng) },
  { given: ['C = f(A, B)'], draw: (rng) => functional(rng) },
  { given: ['A _|_ B', 'C = f(A, B)'], draw: (rng) => functional(rng, true) },
];

const SIZE = 3;
const values = Array.from({ length: SIZE }, (_, i) => i);
/** Probabilities that are often zero or nearly so: the interesting corners. */
function masses(rng: Rng, size: number): number[] {
  const raw = Array.from({ length: size }, () => (rng.uniform() < 0.4 ? 0 : rng.uniform() ** 4));
  raw[rng.integer(size)] += 0.1;
  const sum = raw.reduce((total, p) => total + p, 0);
  return raw.map((p) => p / sum);
}
const distribution = (rng: Rng) => masses(rng, SIZE).map((p, value) => [value, p] as const);

function joint(rng: Rng): FiniteDistribution {
  const cells = masses(rng, SIZE ** 3).map((p, i) => ({ A: i % 3, B: Math.floor(i / 3) % 3, C: Math.floor(i / 9), p }));
  return FiniteDistribution.fromTable(
    ['A', 'B', 'C'],
    cells.filter(({ p }) => p > 0).map(({ A, B, C, p }) => [[A, B, C], p] as const),
  );
}

function chain(rng: Rng): FiniteDistribution {
  const kernel = values.map(() => distribution(rng));
  const next = values.map(() => distribution(rng));
  return FiniteDistribution.empty()
    .source('A', distribution(rng))
    .channel('B', ['A'], (a: number) => kernel[a])
    .channel('C', ['B'], (b: number) => next[b]);
}

function functional(rng: Rng, independent = false): FiniteDistribution {
  const table = Array.from({ length: SIZE ** 2 }, () => rng.integer(SIZE));
  const kernel = values.map(() => distribution(rng));
  const start = FiniteDistribution.empty().source('A', distribution(rng));
  const pair = independent ? start.source('B', distribution(rng)) : start.channel('B', ['A'], (a: number) => kernel[a]);
  return pair.map('C', ['A', 'B'], (a: number, b: number) => table[SIZE * a + b]);
}

describe('on random claims', () => {
  const group = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 2 });
  const quantity = fc.oneof(
    fc.tuple(group, group).map(([of, given]) => `H(${of}|${given})`),
    group.map((of) => `H(${of})`),
    fc.tuple(group, group).map(([a, b]) => `I(${a};${b})`),
    fc.tuple(group, group, group).map(([a, b, given]) => `I(${a};${b}|${given})`),
  );
  const side = fc
    .array(fc.tuple(fc.constantFrom('1', '2', '1/2'), quantity), { minLength: 1, maxLength: 3 })
    .map((terms) => terms.map(([coefficient, text]) => `${coefficient} ${text}`).join(' + '));
  const claim = fc.tuple(side, side).map((sides) => sides.join(' <= '));

  test('proofs are never contradicted by random systems, and counterexamples hold in floating point', async () => {
    let proved = 0;
    let refuted = 0;
    const code = new LinearCode({ A: ['a'], B: ['b'], C: ['a + b'] });
    await fc.assert(
      fc.asyncProperty(claim, fc.constantFrom(...PREMISES), fc.nat(), async (text, { given, draw }, seed) => {
        const verdict = await prove(text, { given });
        if (verdict.status === 'proved') {
          proved++;
          expect(verdict.certificate.verify()).toBe(true);
          const rng = createRng(seed);
          for (let i = 0; i < 40; i++) expect([text, holds(text, draw(rng))]).toEqual([text, true]);
          if (given.every((premise) => holds(premise, code))) expect(holds(text, code)).toBe(true);
        } else if (verdict.status === 'refuted') {
          refuted++;
          for (const premise of given) expect(holds(premise, verdict.counterexample)).toBe(true);
          expect([text, holds(text, verdict.counterexample, verdict.violation / 2)]).toEqual([text, false]);
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(proved, refuted)).toBeGreaterThan(20);
  }, 120_000);

  test('the random systems satisfy their premises', () => {
    const rng = createRng('premises');
    for (const { given, draw } of PREMISES) {
      for (let i = 0; i < 20; i++) {
        const system = draw(rng);
        for (const premise of given) expect(holds(premise, system)).toBe(true);
      }
    }
  });
});
