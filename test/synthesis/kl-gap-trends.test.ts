import { describe, expect, test } from 'vitest';
import { rankCorrelation } from '../../src/estimators/rank-correlation.js';
import { mean, median, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import type { KlGapCurve, KlGapSummary } from '../../src/synthesis/kl-gap-sweep.js';
import { klGapTrend, klGapTrends } from '../../src/synthesis/kl-gap-trends.js';

const VALUES = [2, 5, 8, 11];

function summary(values: number[]): KlGapSummary {
  return {
    mean: mean(values),
    standardDeviation: standardDeviation(values),
    median: median(values),
    n: values.length,
    values,
    standardErrors: values.map(() => null),
    meanDivergences: { anchor: 0, synthetic: 0 },
  };
}

/** Rounds around a line through `start` at 2, with noise of deviation 1. */
function curve(seed: number, slope: number, start = 0, change = (x: number) => x): KlGapCurve {
  const rng = createRng(seed);
  const rounds = (value: number) =>
    Array.from({ length: 50 }, () => change(start + slope * (value - 2) + rng.normal()));
  return Object.fromEntries(VALUES.map((value) => [value, summary(rounds(value))]));
}

const judge = (K: KlGapCurve, J: KlGapCurve, L: KlGapCurve) => klGapTrends({ K, J, L }, { rng: createRng(1) });
const verdicts = ({ trends, atDefault }: ReturnType<typeof judge>) => [
  ...(['K', 'J', 'L'] as const).map((kind) => trends[kind].verdict),
  atDefault.verdict,
];

describe('verdicts', () => {
  test('hold where all is as published', () => {
    expect(verdicts(judge(curve(1, -0.2, 1), curve(2, 0.2, 1), curve(3, -0.2, 1)))).toEqual(new Array(4).fill('holds'));
  });

  test('are reversed where all is the other way round', () => {
    const all = judge(curve(1, 0.2, -1), curve(2, -0.2, -1), curve(3, 0.2, -1));
    expect(verdicts(all)).toEqual(new Array(4).fill('reversed'));
  });

  test('are not settled where there is noise only', () => {
    expect(verdicts(judge(curve(1, 0), curve(2, 0), curve(3, 0)))).toEqual(new Array(4).fill('not settled'));
  });

  test('are not settled where ranks and means go opposite ways', () => {
    // Falling, but for a tail that grows faster.
    const torn = (seed: number) => {
      const rng = createRng(seed);
      const rounds = (value: number) =>
        Array.from({ length: 100 }, () => (rng.uniform() < 0.2 ? 20 * value : -0.3 * value + rng.normal()));
      return Object.fromEntries(VALUES.map((value) => [value, summary(rounds(value))]));
    };
    const { trends } = judge(torn(1), torn(2), torn(3));
    expect(trends.K.rankCorrelation.interval[1]).toBeLessThan(0);
    expect(trends.K.slope.interval[0]).toBeGreaterThan(0);
    expect([trends.K.verdict, trends.J.verdict, trends.L.verdict]).toEqual(new Array(3).fill('not settled'));
  });

  test('are seldom settled by chance', () => {
    let settled = 0;
    for (let seed = 0; seed < 20; seed++) {
      const all = judge(curve(4 * seed, 0), curve(4 * seed + 1, 0), curve(4 * seed + 2, 0));
      settled += verdicts(all).filter((verdict) => verdict !== 'not settled').length;
    }
    // 80 verdicts at a level of 99 %.
    expect(settled).toBeLessThanOrEqual(4);
  });
});

test('a single round is no trend: it has no spread', () => {
  const single = (slope: number) => ({ 2: { values: [1] }, 5: { values: [1 + slope] } });
  expect(() => klGapTrends({ K: single(-1), J: single(1), L: single(-1) }, { rng: createRng(1) })).toThrow(
    'the sweep of K at 2 must hold at least 2 values, got [1]',
  );
  const { 2: start, 5: next } = curve(1, 0);
  const one = { 2: start, 5: { values: next.values.slice(0, 1) } };
  expect(() => klGapTrend('J', one, { rng: createRng(1) })).toThrow('the sweep of J at 5 must hold at least 2 values');
});

test.each([2, 5, 9])('%i rounds settle nothing, however clear they look', (n) => {
  const sweep = (slope: number) =>
    Object.fromEntries(
      VALUES.map((value) => [value, { values: Array.from({ length: n }, (_, i) => 200 + slope * value + i / n) }]),
    );
  const { trends, atDefault } = klGapTrends({ K: sweep(-9), J: sweep(9), L: sweep(-9) }, { rng: createRng(1) });
  expect([trends.K.verdict, trends.J.verdict, trends.L.verdict]).toEqual(new Array(3).fill('not settled'));
  expect(trends.J.slope.interval[0]).toBeGreaterThan(0);
  // The sign is of the rounds of all three sweeps.
  expect(atDefault.verdict === 'not settled').toBe(3 * n < 10);
});

test('ten rounds settle about as little by chance as many do', () => {
  const nothing = (seed: number) => {
    const rng = createRng(seed);
    const normals = () => ({ values: Array.from({ length: 10 }, () => rng.normal()) });
    return { 2: normals(), 15: normals() };
  };
  const settled = Array.from({ length: 100 }, (_, seed) =>
    klGapTrend('K', nothing(seed), { rng: createRng(seed) }),
  ).filter(({ verdict }) => verdict !== 'not settled');
  expect(settled.length).toBeLessThanOrEqual(7);
});

test('a part of a sweep has a trend of its own', () => {
  // Rises to 8 and stays there.
  const rng = createRng(1);
  const rounds = (value: number) => ({ values: Array.from({ length: 40 }, () => Math.min(value, 8) + rng.normal()) });
  const all = Object.fromEntries([2, 5, 8, 11, 15].map((value) => [value, rounds(value)]));
  expect(klGapTrend('J', all, { rng }).verdict).toBe('holds');
  const { 2: _, 5: __, ...late } = all;
  expect(klGapTrend('J', late, { rng }).verdict).toBe('not settled');
  const { trends } = klGapTrends({ K: all, J: all, L: all }, { rng: createRng('a') });
  expect(trends.J).toEqual(klGapTrend('J', all, { rng: createRng('a').split('J') }));
});

test('what verdicts rest on is shown', () => {
  const K = curve(1, -0.2, 1);
  const { trends, atDefault } = judge(K, curve(2, 0.2, 1), curve(3, -0.2, 1));
  const { published, rankCorrelation: ranks, slope } = trends.K;
  expect(published).toBe('falls');
  expect(ranks.value).toBe(rankCorrelation(Object.values(K).map(({ values }) => values)));
  const [x, y] = [VALUES, Object.values(K).map((s) => s.mean)];
  const covariance = mean(x.map((value, i) => (value - mean(x)) * (y[i] - mean(y))));
  expect(slope.value).toBeCloseTo(covariance / standardDeviation(x) ** 2, 12);
  expect(slope.interval[0]).toBeLessThan(-0.2);
  expect(slope.interval[1]).toBeGreaterThan(-0.2);
  expect(atDefault.n).toBe(150);
  expect(trends.J.published).toBe('rises');
});

test('bad input is named', () => {
  const [K, J, L] = [1, 2, 3].map((seed) => curve(seed, 0));
  const options = { rng: createRng(1) };
  const { 2: start } = K;
  expect(() => klGapTrends({ K: { 2: start }, J, L }, options)).toThrow(
    'the sweep of K must have at least two values, got 1',
  );
  const { 2: _, ...late } = K;
  expect(() => klGapTrends({ K: late, J: late, L: late }, options)).toThrow('no sweep has the default value 2');
  expect(() => klGapTrends({ K, J, L }, {} as never)).toThrow('rng must come from createRng(seed)');
  const gap = (value: unknown) => () => klGapTrends({ K: { ...K, 5: { values: [1, value] } as never }, J, L }, options);
  expect(gap(null)).toThrow('the sweep of K at 5[1] must be a finite number, got null');
  expect(gap(Infinity)).toThrow('the sweep of K at 5[1] must be a finite number, got Infinity');
});
