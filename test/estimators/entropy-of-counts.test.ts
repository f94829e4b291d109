import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTROPY_ESTIMATORS, type EntropyEstimator, entropyOfCounts } from '../../src/estimators/entropy-of-counts.js';
import { digamma } from '../../src/numeric/digamma.js';
import { logFactorial } from '../../src/numeric/log-factorial.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';

const EULER = 0.5772156649015329;
const estimate = (counts: readonly number[], estimator: EntropyEstimator) => entropyOfCounts(counts, { estimator });

test('digamma is harmonic numbers less γ, at halves too', () => {
  let harmonic = 0;
  let odd = 0;
  for (let n = 1; n <= 40; n++) {
    expect(digamma(n)).toBeCloseTo(harmonic - EULER, 12);
    expect(digamma(n - 1 / 2)).toBeCloseTo(2 * odd - EULER - 2 * Math.LN2, 12);
    harmonic += 1 / n;
    odd += 1 / (2 * n - 1);
  }
});

describe('counts 7 and 3', () => {
  test.each<[EntropyEstimator, number]>([
    ['plug-in', 0.6108643021],
    ['miller-madow', 0.6608643021],
    ['grassberger-1988', 0.8773007579],
    ['grassberger-2003', 0.8262812718],
    ['chao-shen', 0.6213651327],
    ['james-stein', 0.679193266],
    ['jackknife', 0.6683970228],
  ])('%s', (estimator, expected) => {
    expect(estimate([7, 3], estimator)).toBeCloseTo(expected, 10);
  });
});

test('Grassberger’s G(n) of 2003 is its own series: −γ − log 2 + 2 + 2/3 + 2/5 + … up to n', () => {
  for (const n of [1, 2, 3, 4, 9, 10, 25]) {
    let series = -EULER - Math.LN2;
    for (let odd = 1; odd < n; odd += 2) series += 2 / odd;
    // With one value seen n times, the estimate is log n − G(n).
    expect(Math.log(n) - estimate([n], 'grassberger-2003')).toBeCloseTo(series, 12);
  }
});

describe.each(ENTROPY_ESTIMATORS)('%s', (estimator) => {
  const counts = fc
    .array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 })
    .filter((list) => list.some((n) => n > 0));

  test('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(counts, (list) => {
        expect(estimate([...list].reverse(), estimator)).toBeCloseTo(estimate(list, estimator), 10);
      }),
    );
  });

  test('is a finite number for all counts, single draws and singletons included', () => {
    fc.assert(
      fc.property(counts, (list) => {
        expect(Number.isFinite(estimate(list, estimator))).toBe(true);
      }),
    );
    for (const list of [[1], [1, 0], [1, 1, 1], [5]]) expect(Number.isFinite(estimate(list, estimator))).toBe(true);
  });

  test('comes to the entropy as the sample grows', () => {
    const p = [0.5, 0.25, 0.15, 0.1];
    const entropy = -p.reduce((sum, x) => sum + x * Math.log(x), 0);
    expect(estimate(createRng(estimator).multinomial(1_000_000, p), estimator)).toBeCloseTo(entropy, 2);
  });
});

describe('bias, exactly, by enumeration of all samples of 8 draws', () => {
  const p = [0.4, 0.3, 0.2, 0.1];
  const entropy = -p.reduce((sum, x) => sum + x * Math.log(x), 0);
  const samples: { counts: number[]; probability: number }[] = [];
  for (let a = 0; a <= 8; a++) {
    for (let b = 0; a + b <= 8; b++) {
      for (let c = 0; a + b + c <= 8; c++) {
        const counts = [a, b, c, 8 - a - b - c];
        const log = counts.reduce((sum, n, i) => sum + n * Math.log(p[i]) - logFactorial(n), logFactorial(8));
        samples.push({ counts, probability: Math.exp(log) });
      }
    }
  }
  const bias = (estimator: EntropyEstimator) =>
    samples.reduce((sum, { counts, probability }) => sum + probability * estimate(counts, estimator), 0) - entropy;

  test('the plug-in is too low, by about (values − 1)/(2N)', () => {
    expect(samples.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(bias('plug-in')).toBeLessThan(-0.15);
    expect(bias('plug-in')).toBeGreaterThan(-0.25);
  });

  test.each(['miller-madow', 'grassberger-2003', 'chao-shen', 'james-stein', 'jackknife'] as const)(
    '%s has less than half of it',
    (estimator) => {
      expect(Math.abs(bias(estimator))).toBeLessThan(Math.abs(bias('plug-in')) / 2);
    },
  );
});

test('the jackknife is the mean over explicit leave-one-out samples', () => {
  const draws = [0, 0, 0, 1, 1, 2, 2, 2, 2, 3];
  const count = (list: readonly number[]) => [0, 1, 2, 3].map((value) => list.filter((x) => x === value).length);
  const leftOut = draws.map((_, i) => estimate(count(draws.toSpliced(i, 1)), 'plug-in'));
  const expected = 10 * estimate(count(draws), 'plug-in') - 9 * mean(leftOut);
  expect(estimate(count(draws), 'jackknife')).toBeCloseTo(expected, 12);
});

test('the jackknife of many counts takes no longer than they are many', () => {
  // Leaving out each of them in turn would take days.
  const list = Array.from({ length: 300_000 }, (_, i) => 1 + i);
  const total = list.reduce((sum, count) => sum + count);
  const plugIn = Math.log(total) - list.reduce((sum, count) => sum + count * Math.log(count), 0) / total;
  const estimated = estimate(list, 'jackknife');
  expect(estimate(list, 'plug-in')).toBeCloseTo(plugIn, 10);
  // Miller and Madow's correction is its first term.
  expect((estimated - plugIn) / ((list.length - 1) / (2 * total))).toBeCloseTo(1, 3);
});

describe('Nemenman, Shafee and Bialek’s', () => {
  // mpmath 1.3: the trapezoidal rule over log β for the formulas as published, with 60 digits.
  const seen = [4, 12, 4, 5, 3, 1, 5, 1, 2, 2, 2, 2, 11, 3, 4, 12, 12, 1, 2];
  test.each<[readonly number[], number, number]>([
    [seen, 100, 2.80609691605433],
    [[1], 2, 0.346573590279973],
    [[3, 1], 2, 0.563470186066088],
    [[5], 3, 0.189500405592228],
    [[1, 1, 1, 1], 4, 1.2678121527029],
    [[1, 1, 1, 1], 1000, 4.69468782206797],
    [[50, 30, 20], 3, 1.03065901740431],
    [[400, 300, 200, 100], 10, 1.28182884152991],
  ])('%j in %d cells', (list, cells, value) => {
    const empty = new Array<number>(cells - list.length).fill(0);
    expect(estimate([...list, ...empty], 'nsb')).toBeCloseTo(value, 10);
  });

  test('is 0 for a single value', () => {
    expect(estimate([7], 'nsb')).toBe(0);
  });
});

describe('bad input', () => {
  test.each([
    [[3, -1], 'counts[1] must be a non-negative integer, got -1'],
    [[2.5], 'counts[0] must be a non-negative integer, got 2.5'],
    [[Number.NaN], 'counts[0] must be a non-negative integer, got NaN'],
    [[0, 0], 'counts must have a positive sum, got [0, 0]'],
    [[], 'counts must have a positive sum, got []'],
  ])('%j', (counts, message) => {
    expect(() => estimate(counts, 'plug-in')).toThrow(message);
  });

  test('an unknown estimator', () => {
    expect(() => estimate([1, 2], 'grassberger' as never)).toThrow(
      "estimator must be one of 'plug-in', 'miller-madow', 'grassberger-1988', 'grassberger-2003'",
    );
  });
});
