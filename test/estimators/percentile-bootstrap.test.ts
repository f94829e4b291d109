import { expect, test } from 'vitest';
import { percentileBootstrap } from '../../src/estimators/percentile-bootstrap.js';
import { mean, standardError } from '../../src/numeric/summary.js';
import { createRng, type Rng } from '../../src/random/rng.js';

const options = { rng: createRng(1), level: 0.95, replicates: 1000 };
const draws = (n: number, rng: Rng, shift = 0) => Array.from({ length: n }, () => rng.normal() + shift);
const difference = ([a, b]: readonly Float64Array[]) => mean(b) - mean(a);

test('the interval of a difference of means is 1.96 standard errors to either side', () => {
  const groups = [draws(400, createRng(2)), draws(100, createRng(3), 5)];
  const { value, standardError: error, interval } = percentileBootstrap(difference, groups, options);
  expect(value).toBe(mean(groups[1]) - mean(groups[0]));
  const exact = Math.hypot(standardError(groups[0]), standardError(groups[1]));
  expect(error / exact).toBeGreaterThan(0.9);
  expect(error / exact).toBeLessThan(1.1);
  const margin = 1.96 * exact;
  for (const [end, sign] of [
    [interval[0], -1],
    [interval[1], 1],
  ]) {
    expect((sign * (end - value)) / margin).toBeGreaterThan(0.85);
    expect((sign * (end - value)) / margin).toBeLessThan(1.15);
  }
});

test('about 95 of 100 intervals hold the truth', () => {
  let held = 0;
  for (let seed = 0; seed < 400; seed++) {
    const rng = createRng(seed);
    const { interval } = percentileBootstrap(([group]) => mean(group), [draws(50, rng)], {
      ...options,
      rng,
      replicates: 200,
    });
    if (interval[0] < 0 && interval[1] > 0) held++;
  }
  // Four binomial deviations around 0.95, and a percentile interval of 50 points is a little short.
  expect(held / 400).toBeGreaterThan(0.9);
  expect(held / 400).toBeLessThan(0.99);
});

test('a skew sample has a skew interval', () => {
  const skew = draws(60, createRng(4)).map((x) => Math.exp(2 * x));
  const { value, interval } = percentileBootstrap(([group]) => mean(group), [skew], options);
  expect(interval[1] - value).toBeGreaterThan(1.15 * (value - interval[0]));
});

test('a group that does not vary has an interval of no width, and the level is what is held', () => {
  expect(percentileBootstrap(([group]) => mean(group), [[3, 3, 3]], options)).toEqual({
    value: 3,
    standardError: 0,
    interval: [3, 3],
  });
  const one = draws(100, createRng(5));
  const width = (level: number) => {
    const { interval } = percentileBootstrap(([group]) => mean(group), [one], { ...options, rng: createRng(6), level });
    return interval[1] - interval[0];
  };
  expect(width(0.99) / width(0.5)).toBeGreaterThan(3);
});

test('bad input is named', () => {
  const ofMean = ([list]: readonly Float64Array[]) => mean(list);
  expect(() => percentileBootstrap(ofMean, [[1], [1, 2]], options)).toThrow(
    'lists[0] must hold two numbers or more, got [1]',
  );
  expect(() => percentileBootstrap(ofMean, [[1, 2], []], options)).toThrow(
    'lists[1] must hold at least one number, got none',
  );
  expect(() => percentileBootstrap(ofMean, [[1, null as never]], options)).toThrow(
    'lists[0][1] must be a finite number, got null',
  );
  expect(() => percentileBootstrap(ofMean, [], options)).toThrow('lists must hold at least one list, got []');
  expect(() => percentileBootstrap(() => Number.NaN, [[1, 2]], options)).toThrow(
    'statistic must return a number, got NaN',
  );
  expect(() => percentileBootstrap(ofMean, [[1, 2]], { ...options, level: '0.9' as never })).toThrow(
    "level must be between 0 and 1, got '0.9'",
  );
  expect(() => percentileBootstrap(ofMean, [[1, 2]], { ...options, replicates: 1 })).toThrow(
    'replicates must be an integer of at least 2, got 1',
  );
  expect(() => percentileBootstrap(ofMean, [[1, 2]], { ...options, level: 1 })).toThrow(
    'level must be between 0 and 1, got 1',
  );
  expect(() => percentileBootstrap(ofMean, [[1, 2]], { ...options, rows: 'joint' } as never)).toThrow(
    "percentileBootstrap has no option 'rows'",
  );
});
