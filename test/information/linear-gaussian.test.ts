import fc from 'fast-check';
import { determinant, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { holds } from '../../src/information/holds.js';
import { DegenerateError, LinearGaussian } from '../../src/information/linear-gaussian.js';

const empty = LinearGaussian.empty();
const pair = (rho: number) => empty.source('X', 1).linear('Y', { X: rho }, 1 - rho * rho);

describe('known values', () => {
  test.each([
    [0.5, 0.1438410362],
    [0.6, 0.2231435513],
    [0.9, 0.8303656034],
  ])('mutual information at correlation %d is −½ log(1 − ρ²) = %d', (rho, expected) => {
    expect(evaluate('I(X;Y)', pair(rho))).toBeCloseTo(expected, 10);
  });

  test('the entropy of N(0, 1), and of N(0, σ²)', () => {
    expect(pair(0.3).entropy(['X'])).toBeCloseTo(1.4189385332, 10);
    expect(empty.source('X', 9).entropy(['X'])).toBeCloseTo(1.4189385332 + Math.log(3), 10);
    expect(empty.source('X', 1).entropy([])).toBe(0);
  });

  test('the capacity of an additive Gaussian channel, in three dimensions', () => {
    const identity = Matrix.eye(3).to2DArray();
    const channel = empty.source('X', identity).linear('Y', { X: 2 }, identity);
    expect(evaluate('I(X;Y)', channel)).toBeCloseTo((3 / 2) * Math.log(5), 12);
  });
});

/** The paper's process: M = A + c·Q, S = M + noise, W = S + noise. */
const paper = fc
  .record({
    a: fc.double({ min: 0.1, max: 5, noNaN: true }),
    q: fc.double({ min: 0.1, max: 5, noNaN: true }),
    c: fc.double({ min: 0.1, max: 3, noNaN: true }),
    noise: fc.double({ min: 0.1, max: 2, noNaN: true }),
  })
  .map(({ a, q, c, noise }) => ({
    system: empty
      .source('A', a)
      .source('Q', q)
      .linear('M', { A: 1, Q: c })
      .linear('S', { M: 1 }, noise)
      .linear('W', { S: 1 }, 1),
    a,
    signal: a + c * c * q,
    noise,
  }));

describe('little noise', () => {
  test.each([1e-6, 1e-8, 1e-10])('of deviation %d is told from none', (deviation) => {
    const system = empty.source('X', 1).linear('Y', { X: 1 }, deviation * deviation);
    expect(evaluate('I(X;Y)', system)).toBeCloseTo(Math.log1p(1 / deviation ** 2) / 2, 8);
    const turned = empty
      .source('X', [
        [2, 1],
        [1, 2],
      ])
      .linear('Y', { X: [[0.6, 0.8]] }, deviation * deviation);
    const signal = 2 * 0.36 + 2 * 0.6 * 0.8 + 2 * 0.64;
    expect(evaluate('I(X;Y)', turned)).toBeCloseTo(Math.log1p(signal / deviation ** 2) / 2, 5);
  });

  test('is told at every order of magnitude, and none at all is degenerate', () => {
    for (const scale of [1e-150, 1, 1e150]) {
      const system = empty.source('X', scale * scale).linear('Y', { X: 1 }, (1e-8 * scale) ** 2);
      expect(evaluate('I(X;Y)', system)).toBeCloseTo(18.42068, 5);
      expect(() => system.linear('Z', { X: 0.3, Y: 0.7 }).entropy(['X', 'Y', 'Z'])).toThrow(DegenerateError);
    }
  });
});

test('information and entropy are not negative by rounding', () => {
  for (let seed = 1; seed < 40; seed++) {
    const system = empty
      .source('X', seed / 7)
      .source('Y', seed / 3)
      .linear('Z', { X: 1 / seed }, seed / 11);
    expect(evaluate('I(X;Y)', system)).toBeGreaterThanOrEqual(0);
    expect(evaluate('I(Y;Z|X)', system)).toBeGreaterThanOrEqual(0);
    expect(evaluate('2 I(X;Y) + I(Y;Z)', system)).toBeGreaterThanOrEqual(0);
  }
  // Differential entropies may be negative.
  expect(evaluate('H(X)', empty.source('X', 1e-20))).toBeLessThan(-20);
});

describe('on random systems', () => {
  test('terms are logs of ratios of variances', () => {
    fc.assert(
      fc.property(paper, ({ system, a, signal, noise }) => {
        expect(evaluate('I(M;S)', system)).toBeCloseTo(0.5 * Math.log((signal + noise) / noise), 9);
        expect(evaluate('I(A;M)', system)).toBeCloseTo(0.5 * Math.log(signal / (signal - a)), 9);
        expect(system.covariance(['A', 'S'])[0][1]).toBeCloseTo(a, 12);
      }),
    );
  });

  test('entropies are ½ log det(2πe Σ)', () => {
    fc.assert(
      fc.property(paper, ({ system }) => {
        const subset = ['A', 'M', 'S', 'W'];
        const det = determinant(new Matrix(system.covariance(subset)).mul(2 * Math.PI * Math.E));
        expect(system.entropy(subset)).toBeCloseTo(0.5 * Math.log(det), 8);
      }),
    );
  });

  test('the process is a Markov chain, and data processing holds', () => {
    fc.assert(
      fc.property(paper, ({ system }) => {
        for (const implied of ['A -> M -> S', 'A -> S -> W', 'A _|_ Q', 'I(A;W) <= I(A;S)', 'I(M;S) >= 0']) {
          expect(holds(implied, system)).toBe(true);
        }
        expect(holds('A _|_ W', system)).toBe(false);
      }),
    );
  });

  test('mutual information does not depend on units', () => {
    fc.assert(
      fc.property(paper, fc.constantFrom(1e-6, 1e6), ({ system }, scale) => {
        const scaled = system.linear('T', { S: scale });
        expect(evaluate('I(A;T)', scaled)).toBeCloseTo(evaluate('I(A;S)', scaled), 8);
      }),
    );
  });
});

test('coefficients can be matrices: the sum of the coordinates', () => {
  const covariance = [
    [2, 0.5],
    [0.5, 1],
  ];
  const system = empty.source('X', covariance).linear('total', { X: [[1, 1]] }, 1);
  expect(system.covariance(['total'])[0][0]).toBeCloseTo(2 + 1 + 2 * 0.5 + 1, 12);
  system.covariance(['X']).forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(covariance[i][j], 12);
    });
  });
});

describe('degenerate cases are reported', () => {
  test('a function of others has no joint density with them', () => {
    const system = empty.source('h', 1).source('g', 2).linear('M', { h: 1, g: 1 });
    expect(() => evaluate('H(M|h,g)', system)).toThrow(DegenerateError);
    expect(() => evaluate('H(M|h,g)', system)).toThrow(
      'M, g, h have no joint density: some are functions of the others',
    );
    expect(Number.isFinite(evaluate('I(M;h)', system))).toBe(true);
  });

  test('whatever the units', () => {
    const system = empty.source('X', 1e-20).linear('Y', { X: 1e15 });
    expect(() => system.entropy(['X', 'Y'])).toThrow(DegenerateError);
    expect(system.entropy(['Y'])).toBeCloseTo(0.5 * Math.log(2 * Math.PI * Math.E * 1e10), 8);
  });

  test('a variable that is constant', () => {
    expect(() => empty.source('X', 1).linear('Y', { X: 0 }).entropy(['Y'])).toThrow(DegenerateError);
  });
});

describe('bad input', () => {
  const X = empty.source('X', 1);
  test.each<[string, () => unknown, string]>([
    ['a variance of zero', () => empty.source('X', 0), 'X: the covariance must be positive definite, got 0'],
    [
      'an asymmetric covariance',
      () =>
        empty.source('X', [
          [1, 2],
          [0, 1],
        ]),
      'X: the covariance must be symmetric, got 0 at (1, 0) and 2 at (0, 1)',
    ],
    ['a NaN', () => empty.source('X', Number.NaN), 'X: the covariance must be finite, got NaN'],
    ['a name twice', () => X.source('X', 1), "there is a variable 'X' already"],
    ['a name that cannot be written', () => empty.source('M(p)', 1), "'M(p)' is no name of a variable"],
    ['an unknown variable', () => X.linear('Y', { Q: 1 }), "the system has no variable 'Q', only X"],
    ['no terms', () => X.linear('Y', {}), 'Y must be a combination of at least one variable'],
    [
      'an infinite coefficient',
      () => X.linear('Y', { X: Infinity }),
      'Y: the coefficient of X must be a finite number, got Infinity',
    ],
    [
      'a matrix of the wrong width',
      () => X.linear('Y', { X: [[1, 2]] }),
      'Y: the coefficient of X must have 1 columns, got 2',
    ],
    [
      'terms of different dimension',
      () =>
        X.linear('Y', { X: 1 }, [
          [1, 0],
          [0, 1],
        ]),
      'Y must add up terms of one dimension, got 1, 2',
    ],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(message);
  });
});
