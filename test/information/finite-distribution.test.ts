import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution, type Label } from '../../src/information/finite-distribution.js';
import { holds } from '../../src/information/holds.js';
import { LinearCode } from '../../src/information/linear-code.js';

const fair = [
  [0, 1 / 2],
  [1, 1 / 2],
] as const;
const binaryEntropy = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);

/** Joint entropy as the definition says, from the list of outcomes. */
function entropyByTheBook(system: FiniteDistribution, subset: readonly string[]): number {
  const sums = new Map<string, number>();
  for (const { values, probability } of system.outcomes()) {
    const key = JSON.stringify(subset.map((variable) => values[variable]));
    sums.set(key, (sums.get(key) ?? 0) + probability);
  }
  return -[...sums.values()].reduce((sum, p) => sum + p * Math.log(p), 0);
}

/** A random chain A → M → S with noise E, and a function F of two of them. */
const randomSystem = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
    noise: fc.double({ min: 0.05, max: 0.45, noNaN: true }),
    flips: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ weights, noise, flips }) => {
    const total = weights.reduce((a, b) => a + b);
    return FiniteDistribution.empty()
      .source(
        'A',
        weights.map((weight, value) => [value, weight / total]),
      )
      .channel('M', ['A'], (a) => ({ yes: flips[a], no: 1 - flips[a] }))
      .source('E', [
        [true, noise],
        [false, 1 - noise],
      ])
      .map('S', ['M', 'E'], (m, e) => (e ? 'noise' : m))
      .map('F', ['A', 'S'], (a, s) => `${a % 2}${s}`);
  });

describe('known values', () => {
  test('a binary symmetric channel carries log 2 − h(p)', () => {
    const channel = FiniteDistribution.empty()
      .source('X', fair)
      .channel('Y', ['X'], (x) => [
        [x, 0.9],
        [1 - x, 0.1],
      ]);
    expect(evaluate('I(X;Y)', channel)).toBeCloseTo(Math.LN2 - binaryEntropy(0.1), 14);
    expect(evaluate('H(Y|X)', channel)).toBeCloseTo(binaryEntropy(0.1), 14);
  });

  test('an erasure channel carries (1 − e) log 2', () => {
    const channel = FiniteDistribution.empty()
      .source('X', fair)
      .channel('Y', ['X'], (x) => [
        [x, 0.75],
        ['erased', 0.25],
      ]);
    expect(evaluate('I(X;Y)', channel)).toBeCloseTo(0.75 * Math.LN2, 14);
  });

  test('the exclusive or is the linear code of the same name', () => {
    const table = FiniteDistribution.empty()
      .source('X', fair)
      .source('Y', fair)
      .map('Z', ['X', 'Y'], (x, y) => x ^ y);
    const code = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] });
    for (const expression of ['H(X,Y,Z)', 'I(X;Y)', 'I(X;Y|Z)', 'I(X;Y;Z)', 'I(X,Y;Z)']) {
      expect(evaluate(expression, table)).toBeCloseTo(evaluate(expression, code), 14);
    }
  });

  test('copy or explore on Z_N: H(M) and H(M|A) in closed form', () => {
    const [N, K, explore] = [6, 2, 0.3];
    const M = FiniteDistribution.empty()
      .source(
        'A',
        [0, 1].map((a) => [a, 1 / K]),
      )
      .source(
        'Q',
        Array.from({ length: N }, (_, q) => [q, explore / N + (q === 0 ? 1 - explore : 0)]),
      )
      .map('M', ['A', 'Q'], (a, q) => (a + q) % N);
    const stay = 1 - explore + explore / N;
    const conditional = -stay * Math.log(stay) - (N - 1) * (explore / N) * Math.log(explore / N);
    const [inside, outside] = [(1 - explore) / K + explore / N, explore / N];
    expect(evaluate('H(M|A)', M)).toBeCloseTo(conditional, 13);
    expect(evaluate('H(M)', M)).toBeCloseTo(-K * inside * Math.log(inside) - (N - K) * outside * Math.log(outside), 13);
  });
});

describe('on random systems', () => {
  test('entropies are those of the definition', () => {
    fc.assert(
      fc.property(randomSystem, fc.subarray(['A', 'M', 'E', 'S', 'F']), (random, subset) => {
        expect(random.entropy(subset)).toBeCloseTo(entropyByTheBook(random, subset), 12);
      }),
    );
  });

  test('what the process implies holds, and what it breaks does not', () => {
    fc.assert(
      fc.property(randomSystem, (random) => {
        for (const implied of [
          'A -> M -> S',
          'E _|_ (A, M)',
          'S = f(M, E)',
          'F = f(A, S)',
          'I(A;S) <= I(A;M)',
          'H(S|A) <= H(S)',
        ]) {
          expect(holds(implied, random)).toBe(true);
        }
        expect(holds('A = f(S)', random)).toBe(false);
        expect(holds('H(E) <= 0', random)).toBe(false);
      }),
    );
  });

  test('Shannon’s inequalities hold', () => {
    fc.assert(
      fc.property(randomSystem, (random) => {
        for (const claim of [
          'H(A|M,S) >= 0',
          'I(A;S|F) >= 0',
          'H(A,M) <= H(A) + H(M)',
          'H(A,S,F) = H(A) + H(S|A) + H(F|A,S)',
        ]) {
          expect(holds(claim, random, 1e-12)).toBe(true);
        }
      }),
    );
  });

  test('conditioning and marginals agree with Bayes', () => {
    fc.assert(
      fc.property(randomSystem, (random) => {
        const { values } = random.outcomes()[0];
        const given = random.given({ S: values.S });
        const joint = random.probability({ S: values.S, A: values.A });
        expect(given.probability({ A: values.A })).toBeCloseTo(joint / random.probability({ S: values.S }), 12);
        expect(given.entropy(['S'])).toBeCloseTo(0, 12);
        const marginal = random.marginal(['S', 'A']);
        expect(marginal.variables).toEqual(['S', 'A']);
        expect(marginal.probability({ S: values.S, A: values.A })).toBeCloseTo(joint, 12);
      }),
    );
  });

  test('the table gives the system back', () => {
    fc.assert(
      fc.property(randomSystem, (random) => {
        const rows = random
          .outcomes()
          .map(({ values, probability }) => [random.variables.map((v) => values[v]), probability] as const);
        const copy = FiniteDistribution.fromTable(random.variables, rows);
        expect(copy.size).toBe(random.size);
        for (const { values, probability } of random.outcomes())
          expect(copy.probability(values)).toBeCloseTo(probability, 14);
      }),
    );
  });
});

describe('tables', () => {
  test('add up equal rows and drop impossible ones', () => {
    const table = FiniteDistribution.fromTable(
      ['X', 'Y'],
      [
        [['a', 1], 0.25],
        [['a', 1], 0.25],
        [['b', 1], 0.5],
        [['c', 1], 0],
      ],
    );
    expect(table.outcomes()).toEqual([
      { values: { X: 'a', Y: 1 }, probability: 0.5 },
      { values: { X: 'b', Y: 1 }, probability: 0.5 },
    ]);
  });

  test('tell numbers, strings and booleans apart', () => {
    const labels: Label[] = [1, '1', true];
    const table = FiniteDistribution.fromTable(
      ['X'],
      labels.map((label) => [[label], 1 / 3]),
    );
    expect(table.entropy(['X'])).toBeCloseTo(Math.log(3), 14);
    expect(table.probability({ X: '1' })).toBeCloseTo(1 / 3, 14);
    expect(table.probability({ X: false })).toBe(0);
  });
});

test('a million joint states', () => {
  const uniform = Array.from({ length: 1000 }, (_, value) => [value, 1 / 1000] as const);
  const large = FiniteDistribution.empty()
    .source('X', uniform)
    .source('Y', uniform)
    .map('Z', ['X', 'Y'], (x, y) => (x + y) % 1000);
  expect(large.size).toBe(1_000_000);
  expect(evaluate('I(X;Z)', large)).toBeCloseTo(0, 12);
  expect(evaluate('I(X;Y|Z)', large)).toBeCloseTo(Math.log(1000), 12);
});

describe('expectations', () => {
  const system = FiniteDistribution.empty()
    .source('X', [
      [-1, 0.25],
      [3, 0.75],
    ])
    .source('sign', { plus: 0.5, minus: 0.5 });

  test('are sums of values times probabilities', () => {
    expect(system.expectation(['X'], (x) => x * x)).toBe(0.25 + 9 * 0.75);
    expect(system.expectation(['sign', 'X'], (sign, x) => (sign === 'plus' ? x : -x))).toBe(0);
    expect(system.expectation([], () => 5)).toBe(5);
  });

  test('of log-loss are entropies', () => {
    fc.assert(
      fc.property(randomSystem, (random) => {
        const loss = random.expectation(['S', 'F'], (S, F) => -Math.log(random.probability({ S, F })));
        expect(loss).toBeCloseTo(random.entropy(['S', 'F']), 12);
      }),
      { numRuns: 30 },
    );
  });

  test('are of numbers', () => {
    expect(() => system.expectation(['sign'], (sign) => sign)).toThrow("f must return numbers, got 'plus'");
  });
});

test('prints as a table, cut short if it is long', () => {
  const tossed = FiniteDistribution.empty()
    .source('coin', { heads: 2 / 3, tails: 1 / 3 })
    .source('X', fair);
  expect(`${tossed}`).toBe(
    [
      'coin   X  probability',
      'heads  0  0.333333',
      'heads  1  0.333333',
      'tails  0  0.166667',
      'tails  1  0.166667',
    ].join('\n'),
  );
  const long = FiniteDistribution.empty().source(
    'X',
    Array.from({ length: 25 }, (_, x) => [x, 1 / 25] as const),
  );
  const lines = `${long}`.split('\n');
  expect(lines.length).toBe(22);
  expect(lines.at(-1)).toBe('… and 5 more states');
});

describe('bad input', () => {
  const empty = FiniteDistribution.empty();
  const X = empty.source('X', fair);
  test.each<[string, () => unknown, string]>([
    [
      'probabilities that do not sum to one',
      () => empty.source('X', { a: 0.5, b: 0.4 }),
      'X: probabilities must sum to 1, got a sum of 0.9',
    ],
    [
      'a negative probability',
      () => empty.source('X', { a: 1.5, b: -0.5 }),
      "X: the probability of 'b' must be non-negative, got -0.5",
    ],
    [
      'a channel that loses mass',
      () => X.channel('Y', ['X'], () => [[0, 0.5]]),
      'Y given X = 0: probabilities must sum to 1, got a sum of 0.5',
    ],
    ['a name twice', () => X.source('X', fair), "there is a variable 'X' already"],
    ['a name that cannot be written', () => empty.source('M(p)', fair), "'M(p)' is no name of a variable"],
    ['an unknown input', () => X.map('Y', ['Q'], () => 0), "the system has no variable 'Q', only X"],
    ['an unknown variable', () => X.entropy(['Q']), "the system has no variable 'Q', only X"],
    [
      'a value that is none',
      () => X.map('Y', ['X'], () => undefined as never),
      'Y must have strings, numbers or booleans as values, got undefined',
    ],
    ['an impossible event', () => X.given({ X: 7 }), 'the event X = 7 has probability zero'],
    ['a ragged table', () => FiniteDistribution.fromTable(['X', 'Y'], [[[1], 1]]), 'rows[0] must have 2 values, got 1'],
    [
      'a table with a column twice',
      () => FiniteDistribution.fromTable(['X', 'X'], [[[1, 1], 1]]),
      "there is a variable 'X' already",
    ],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });

  test('more states than there is room for, before they are made', () => {
    const bits = (n: number) =>
      Array.from({ length: n }, (_, i) => `X${i}`).reduce(
        (system, name) => system.source(name, { a: 1 / 2, b: 1 / 2 }),
        FiniteDistribution.empty(),
      );
    expect(() => bits(40)).toThrow('with X20 there would be 2097152 states, more than 1048576');
    const thousand = Array.from({ length: 1025 }, (_, value) => [value, 1 / 1025] as const);
    const square = FiniteDistribution.empty().source('A', thousand);
    expect(() => square.channel('B', ['A'], () => thousand)).toThrow('with B there would be');
    expect(() => square.source('B', thousand)).toThrow('with B there would be 1050625 states, more than 1048576');
  });

  test('a mean that is not a number', () => {
    expect(() => X.expectation(['X'], () => Number.NaN)).toThrow('f must return numbers, got NaN');
  });

  test('a negative tolerance', () => {
    expect(() => holds('H(X) >= 0', X, -1)).toThrow('tolerance must be a finite non-negative number, got -1');
  });
});
