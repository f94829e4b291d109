import { describe, expect, test } from 'vitest';
import { rankCorrelation } from '../../src/estimators/rank-correlation.js';
import { mean, median, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import type { KlGapCurve, KlGapSummary } from '../../src/synthesis/kl-gap-sweep.js';
import { klGapTrends } from '../../src/synthesis/kl-gap-trends.js';

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
    'the sweep of K must have at least two values, got 2',
  );
  const { 2: _, ...late } = K;
  expect(() => klGapTrends({ K: late, J: late, L: late }, options)).toThrow('no sweep has the default value 2');
  expect(() => klGapTrends({ K, J, L }, {} as never)).toThrow('rng must come from createRng(seed)');
});
