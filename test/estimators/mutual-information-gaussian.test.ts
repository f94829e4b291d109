import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionalMutualInformationGaussian,
  mutualInformationGaussian,
} from '../../src/estimators/mutual-information-gaussian.js';
import { evaluate } from '../../src/information/evaluate.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { normalPair } from './random-samples.js';

type Rows = readonly (readonly number[])[];

const seeds = fc.integer();
const runs = { numRuns: 30 };

/** n rows in which every column depends on all those before it. */
function dependentRows(n: number, d: number, seed: number): number[][] {
  const rng = createRng(seed);
  const mixing = Array.from({ length: d }, (_, a) => Array.from({ length: a }, () => rng.normal()));
  return Array.from({ length: n }, () => {
    const row: number[] = [];
    for (const weights of mixing) row.push(weights.reduce((sum, w, j) => sum + w * row[j], rng.normal()));
    return row;
  });
}

const columns = (rows: Rows, from: number, to: number) => rows.map((row) => row.slice(from, to));

/** The Gaussian system with the sample's covariance: variables X, Y, Z of the given numbers of columns. */
function fitted(rows: Rows, sizes: Readonly<Record<string, number>>): LinearGaussian {
  const n = rows.length;
  const d = rows[0].length;
  const means = Array.from({ length: d }, (_, j) => rows.reduce((sum, row) => sum + row[j] / n, 0));
  const covariance = means.map((_, a) =>
    means.map((_, b) => rows.reduce((sum, row) => sum + ((row[a] - means[a]) * (row[b] - means[b])) / (n - 1), 0)),
  );
  let system = LinearGaussian.empty().source('all', covariance);
  let column = 0;
  for (const [name, size] of Object.entries(sizes)) {
    const first = column;
    const selection = Array.from({ length: size }, (_, i) => means.map((_, j) => (j === first + i ? 1 : 0)));
    system = system.linear(name, { all: selection });
    column += size;
  }
  return system;
}

test('is −½ log(1 − r²) of two columns, and comes to the information of a normal pair', () => {
  const [x, y] = normalPair(0.6, 100_000, createRng('pair'));
  const sum = (a: Float64Array, b: Float64Array) => a.reduce((total, value, i) => total + value * b[i], 0);
  const [meanX, meanY] = [mean(x), mean(y)];
  const [u, v] = [x.map((value) => value - meanX), y.map((value) => value - meanY)];
  const r = sum(u, v) / Math.sqrt(sum(u, u) * sum(v, v));
  expect(mutualInformationGaussian(x, y)).toBeCloseTo(-0.5 * Math.log(1 - r * r), 12);
  expect(mutualInformationGaussian(x, y)).toBeCloseTo(0.2231435513, 2);
});

test('is that of the Gaussian system with the sample’s covariance', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const rows = dependentRows(20, 5, seed);
      const [x, y, z] = [columns(rows, 0, 2), columns(rows, 2, 4), columns(rows, 4, 5)];
      const system = fitted(rows, { X: 2, Y: 2, Z: 1 });
      expect(mutualInformationGaussian(x, y)).toBeCloseTo(evaluate('I(X;Y)', system), 8);
      expect(conditionalMutualInformationGaussian(x, y, z)).toBeCloseTo(evaluate('I(X;Y|Z)', system), 8);
    }),
    runs,
  );
});

test('obeys the chain rule, and is never negative', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const rows = dependentRows(12, 4, seed);
      const [x, y, z] = [columns(rows, 0, 1), columns(rows, 1, 3), columns(rows, 3, 4)];
      const conditional = conditionalMutualInformationGaussian(x, y, z);
      const yz = columns(rows, 1, 4);
      expect(mutualInformationGaussian(x, yz)).toBeCloseTo(mutualInformationGaussian(x, z) + conditional, 10);
      expect(conditional).toBeGreaterThan(-1e-12);
    }),
    runs,
  );
});

test('does not depend on units, origins, or invertible maps of a variable', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const rows = dependentRows(15, 3, seed);
      const [x, y] = [columns(rows, 0, 2), columns(rows, 2, 3)];
      const value = mutualInformationGaussian(x, y);
      const mapped = x.map(([a, b]) => [1e6 * a + 3, a - 2e-3 * b]);
      expect(mutualInformationGaussian(mapped, y)).toBeCloseTo(value, 5);
      expect(
        mutualInformationGaussian(
          x,
          y.map(([a]) => [1e-9 * a]),
        ),
      ).toBeCloseTo(value, 9);
    }),
    runs,
  );
});

describe('little noise', () => {
  // Two columns at right angles, so that the information is known exactly.
  const n = 64;
  const signal = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const noise = Array.from({ length: n }, (_, i) => (i % 4 < 2 ? 1 : -1));

  test.each([1e-4, 1e-6, 1e-8, 1e-9, 1e-12])('of deviation %d is told from none', (deviation) => {
    const y = signal.map((s, i) => s + deviation * noise[i]);
    const exact = Math.log1p(1 / deviation ** 2) / 2;
    const digits = deviation < 1e-10 ? 3 : 6;
    expect(mutualInformationGaussian(signal, y)).toBeCloseTo(exact, digits);
    expect(mutualInformationGaussian(y, signal)).toBeCloseTo(exact, digits);
    const beside = noise.map((_, i) => [Math.sin(i), Math.cos(3 * i)]);
    const given = conditionalMutualInformationGaussian(signal, y, beside);
    expect(Math.abs(given - exact)).toBeLessThan(1);
  });

  test('is 18 nats where it is 1e-8 of the signal, and the same at every order of magnitude', () => {
    const y = signal.map((s, i) => s + 1e-8 * noise[i]);
    const value = mutualInformationGaussian(signal, y);
    expect(value).toBeCloseTo(18.42068, 4);
    for (const scale of [1e-300, 1e-170, 1e160, 1e300]) {
      const scaled = y.map((x) => scale * x);
      expect(mutualInformationGaussian(signal, scaled)).toBeCloseTo(value, 5);
      expect(mutualInformationGaussian(scaled, signal)).toBeCloseTo(value, 5);
    }
  });

  test('is never negative, also where columns hardly depend on each other', () => {
    for (let seed = 0; seed < 50; seed++) {
      const rng = createRng(seed);
      const x = signal.map((s, i) => [s, rng.normal(), i % 8 < 4 ? 1 : -1]);
      expect(mutualInformationGaussian(x, noise)).toBeGreaterThanOrEqual(0);
      expect(
        conditionalMutualInformationGaussian(
          signal,
          noise,
          x.map((row) => row[2]),
        ),
      ).toBeGreaterThanOrEqual(0);
    }
    expect(mutualInformationGaussian(signal, noise)).toBe(0);
  });
});

describe('singular covariances', () => {
  const rows = dependentRows(10, 3, 1);
  const [a, b, c] = [0, 1, 2].map((j) => rows.map((row) => row[j]));
  const beside = (...lists: number[][]) => a.map((_, i) => lists.map((list) => list[i]));
  const sum = a.map((value, i) => value + b[i]);

  test('a function of x in y is infinite information', () => {
    expect(mutualInformationGaussian(a, a)).toBe(Infinity);
    expect(mutualInformationGaussian(beside(a, b), sum)).toBe(Infinity);
    expect(
      mutualInformationGaussian(
        a,
        a.map((value) => 3 - 1e9 * value),
      ),
    ).toBe(Infinity);
    expect(conditionalMutualInformationGaussian(a, sum, b)).toBe(Infinity);
    expect(mutualInformationGaussian(a, sum)).toBeLessThan(Infinity);
  });

  test.each<[string, () => unknown, string]>([
    [
      'a column that is a combination of others of its variable',
      () => mutualInformationGaussian(beside(a, b, sum), c),
      'x must have linearly independent columns, none of them constant',
    ],
    [
      'a constant',
      () =>
        mutualInformationGaussian(
          a,
          a.map(() => 0.1),
        ),
      'y must have linearly independent columns, none of them constant',
    ],
    [
      'a function of the condition',
      () => conditionalMutualInformationGaussian(a, c, beside(b, sum)),
      'x and z must have linearly independent columns, none of them constant',
    ],
    [
      'no more rows than columns',
      () => mutualInformationGaussian(rows.slice(0, 4), [1, 2, 4, 8]),
      'x and y must have more rows than their 4 columns, got 4',
    ],
    [
      'no more rows than columns, with a condition',
      () => conditionalMutualInformationGaussian([1, 2, 3], [2, 1, 3], [3, 1, 2]),
      'x, y and z must have more rows than their 3 columns, got 3',
    ],
    ['different lengths', () => mutualInformationGaussian(a, [1]), 'y must have as many rows as x, 10, got 1'],
  ])('%s is refused', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
