import type { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { entropyKnn } from '../../src/estimators/entropy-knn.js';
import { entropyOfCounts } from '../../src/estimators/entropy-of-counts.js';
import { klDivergenceKnn } from '../../src/estimators/kl-divergence-knn.js';
import { mutualInformationGaussian } from '../../src/estimators/mutual-information-gaussian.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { totalVariationKnn } from '../../src/estimators/total-variation-knn.js';
import { totalVariationOfCounts } from '../../src/estimators/total-variation-of-counts.js';
import { bootstrap, bootstrapOfCounts, type Estimate, subsampling } from '../../src/estimators/uncertainty.js';
import { mean, standardDeviation } from '../../src/numeric/summary.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { normalPair, normals } from './random-samples.js';

const average = (x: Matrix) => x.mean();

describe.each([
  ['subsampling', subsampling],
  ['bootstrap', bootstrap],
])('%s', (name, method) => {
  test('gives the standard error of a mean', () => {
    const x = normals(5, 3, 400, createRng('mean'));
    const { value, standardError, interval } = method(average, [x], { rng: createRng(name), replicates: 2000 });
    expect(value).toBeCloseTo(mean(x), 12);
    expect(standardError / (standardDeviation(x) / Math.sqrt(400))).toBeCloseTo(1, 1);
    expect(interval[0]).toBeCloseTo(value - 1.959963984540054 * standardError, 12);
    expect(interval[1]).toBeCloseTo(value + 1.959963984540054 * standardError, 12);
  });

  test('keeps rows together, or takes those of each sample on its own', () => {
    const x = normals(0, 1, 300, createRng('rows'));
    const difference = (a: Matrix, b: Matrix) => a.mean() - b.mean();
    const spread = (rows?: 'joint' | 'separate') =>
      method(difference, [x, x], { rng: createRng(name), replicates: 500, ...(rows && { rows }) }).standardError;
    expect(spread()).toBe(0);
    expect(spread('joint')).toBe(0);
    expect(spread('separate') / (standardDeviation(x) * Math.sqrt(2 / 300))).toBeCloseTo(1, 1);
  });

  test('separate samples may differ in size', () => {
    const rng = createRng('sizes');
    const [p, q] = [normals(0, 1, 100, rng), normals(0, 1, 400, rng)];
    const difference = (a: Matrix, b: Matrix) => a.mean() - b.mean();
    const { standardError } = method(difference, [p, q], { rng, replicates: 1000, rows: 'separate' });
    const exact = Math.sqrt(standardDeviation(p) ** 2 / 100 + standardDeviation(q) ** 2 / 400);
    expect(standardError / exact).toBeCloseTo(1, 1);
  });

  test('is the same for the same seed, and another for another', () => {
    const x = normals(0, 1, 50, createRng('seed'));
    const from = (seed: number) => method(average, [x], { rng: createRng(seed), replicates: 20 }).standardError;
    expect(from(1)).toBe(from(1));
    expect(from(1)).not.toBe(from(2));
  });

  test('a higher level means a wider interval', () => {
    const x = normals(0, 1, 50, createRng('level'));
    const [low, high] = method(average, [x], { rng: createRng(1), level: 0.99 }).interval;
    const { value, standardError } = method(average, [x], { rng: createRng(1) });
    expect((high - value) / standardError).toBeCloseTo(2.5758293035489004, 10);
    expect((value - low) / standardError).toBeCloseTo(2.5758293035489004, 10);
  });

  test.each<[string, object, string]>([
    ['no rng', { rng: undefined }, 'rng must come from createRng(seed), got undefined'],
    ['one replicate', { replicates: 1 }, 'replicates must be an integer of at least 2, got 1'],
    ['a level that is a text', { level: '0.9' }, "level must be between 0 and 1, got '0.9'"],
    ['half a replicate', { replicates: 2.5 }, 'replicates must be an integer of at least 2, got 2.5'],
    ['a level of 1', { level: 1 }, 'level must be between 0 and 1, got 1'],
    ['a level that is no number', { level: Number.NaN }, 'level must be between 0 and 1, got NaN'],
    ['unknown rows', { rows: 'paired' }, "rows must be one of 'joint', 'separate', got 'paired'"],
    ['an unknown option', { size: 10 }, `${name} has no option 'size'; it takes rng, replicates, level, rows`],
  ])('%s is refused', (_, options, message) => {
    expect(() => method(average, [[1, 2, 3]], { rng: createRng(1), ...options })).toThrow(message);
  });

  test('samples of different length are refused as joint, and none at all', () => {
    const difference = (a: Matrix, b: Matrix) => a.mean() - b.mean();
    expect(() => method(difference, [[1, 2], [1]], { rng: createRng(1) })).toThrow(
      'samples[1] must have as many rows as samples[0], 2, got 1',
    );
    expect(() => method(() => 0, [], { rng: createRng(1) })).toThrow('samples must hold at least one sample');
  });
});

describe('statistics of nothing', () => {
  test.each([7, 8, 19])('halves of %d rows say nothing of the spread of neighbour estimates', (n) => {
    const pair = normalPair(0.6, n, createRng(n));
    expect(() => subsampling(mutualInformationKsg, pair, { rng: createRng(1) })).toThrow(
      `samples[0] must have 20 rows or more for subsampling, got ${n}`,
    );
  });

  test('nor do halves in which k neighbours are all there are', () => {
    const pair = normalPair(0.6, 22, createRng('all'));
    const estimate = (x: Matrix, y: Matrix) => mutualInformationKsg(x, y, { k: 10 });
    expect(() => subsampling(estimate, pair, { rng: createRng(1) })).toThrow(
      /^resamples must not all give one value, got .* of each but .* of all data: there are too few rows$/,
    );
  });

  test('a single row or draw has no spread', () => {
    expect(() => bootstrap(average, [[3]], { rng: createRng(1) })).toThrow('samples[0] must have 2 rows or more');
    expect(() => bootstrapOfCounts(() => 0, [[0, 1]], { rng: createRng(1) })).toThrow(
      'counts[0] must have a sum of 2 or more, got 1',
    );
  });

  test.each([
    [Number.NaN, 'NaN'],
    [undefined, 'undefined'],
    [Promise.resolve(1), 'a Promise'],
    ['1', "'1'"],
  ])('a statistic that returns %s is refused', (value, shown) => {
    const x = normals(0, 1, 30, createRng('nothing'));
    const message = `statistic must return a number, got ${shown}`;
    for (const method of [subsampling, bootstrap]) {
      expect(() => method(() => value as number, [x], { rng: createRng(1) })).toThrow(message);
    }
    expect(() => bootstrapOfCounts(() => value as number, [[3, 4]], { rng: createRng(1) })).toThrow(message);
    expect(() => subsampling(value as never, [x], { rng: createRng(1) })).toThrow('statistic must be a function');
  });
});

describe('bootstrap of counts', () => {
  test('gives the standard error of a frequency', () => {
    const share = ([seen, ...others]: readonly number[]) => seen / others.reduce((sum, n) => sum + n, seen);
    const { value, standardError } = bootstrapOfCounts(share, [[30, 50, 20]], { rng: createRng(1), replicates: 2000 });
    expect(value).toBe(0.3);
    expect(standardError / Math.sqrt((0.3 * 0.7) / 100)).toBeCloseTo(1, 1);
  });

  test('resamples each list of counts on its own, with its own total', () => {
    const totals = new Set<string>();
    const remember = (p: readonly number[], q: readonly number[]) => {
      totals.add([p, q].map((list) => list.reduce((sum, n) => sum + n)).join());
      return p[0] / 10 - q[0] / 30;
    };
    const { standardError } = bootstrapOfCounts(
      remember,
      [
        [4, 6],
        [12, 18],
      ],
      { rng: createRng(2), replicates: 2000 },
    );
    expect(totals).toEqual(new Set(['10,30']));
    expect(standardError / Math.sqrt(0.24 / 10 + 0.24 / 30)).toBeCloseTo(1, 1);
  });

  test('bad counts and options are refused', () => {
    const entropy = (counts: readonly number[]) => entropyOfCounts(counts, { estimator: 'plug-in' });
    expect(() => bootstrapOfCounts(entropy, [[1, -1]], { rng: createRng(1) })).toThrow(
      'counts[0][1] must be a non-negative integer, got -1',
    );
    expect(() => bootstrapOfCounts(entropy, [[1, 2]], { rng: createRng(1), rows: 'joint' } as never)).toThrow(
      "bootstrapOfCounts has no option 'rows'",
    );
    expect(() => bootstrapOfCounts(entropy, [[1, 2]], {} as never)).toThrow('rng must come from createRng(seed)');
  });
});

/**
 * How often 95 % intervals hold the truth in `trials` draws of the data, or the mean of all estimates if there is bias,
 * and how large standard errors are relative to the spread of estimates.
 */
function simulate(estimate: (rng: Rng) => Estimate, truth: number | 'mean', trials: number) {
  const estimates = Array.from({ length: trials }, (_, i) => estimate(createRng('coverage').split(i)));
  const values = estimates.map(({ value }) => value);
  const target = truth === 'mean' ? mean(values) : truth;
  const held = estimates.filter(({ interval: [low, high] }) => low <= target && target <= high).length;
  const errors = mean(estimates.map(({ standardError }) => standardError));
  return { coverage: held / trials, ratio: errors / standardDeviation(values) };
}

describe('in simulation, 95 % intervals hold the truth and standard errors match the spread of estimates', () => {
  const n = 100;
  const replicates = 30;
  const trials = 100;

  test.each<[string, (rng: Rng) => Estimate, number | 'mean']>([
    [
      'KSG, ρ = 0.6',
      (rng) => subsampling(mutualInformationKsg, normalPair(0.6, n, rng), { rng, replicates }),
      0.2231435513,
    ],
    ['KSG, independent', (rng) => subsampling(mutualInformationKsg, normalPair(0, n, rng), { rng, replicates }), 0],
    ['kNN entropy', (rng) => subsampling(entropyKnn, [normals(0, 1, n, rng)], { rng, replicates }), 1.4189385332],
    [
      'kNN divergence',
      (rng) => {
        const samples = [normals(0, 1, n, rng), normals(1, 2, 2 * n, rng)] as const;
        return subsampling(klDivergenceKnn, samples, { rng, replicates, rows: 'separate' });
      },
      0.4431471806,
    ],
    [
      'kNN total variation, which is too low',
      (rng) => {
        const samples = [normals(0, 1, n, rng), normals(1, 1, n, rng)] as const;
        return subsampling((p, q) => totalVariationKnn(p, q, { k: 9 }), samples, { rng, replicates, rows: 'separate' });
      },
      'mean',
    ],
    [
      'Gaussian information',
      (rng) => bootstrap(mutualInformationGaussian, normalPair(0.6, n, rng), { rng, replicates }),
      0.2231435513,
    ],
    [
      'entropy of counts',
      (rng) => {
        const counts = rng.multinomial(n, [0.4, 0.3, 0.2, 0.1]);
        const entropy = (list: readonly number[]) => entropyOfCounts(list, { estimator: 'grassberger-2003' });
        return bootstrapOfCounts(entropy, [counts], { rng, replicates });
      },
      1.2798542259,
    ],
    [
      'total variation of counts',
      (rng) => {
        const counts = [rng.multinomial(n, [0.5, 0.3, 0.2]), rng.multinomial(n, [0.1, 0.3, 0.6])];
        return bootstrapOfCounts(totalVariationOfCounts, counts as [number[], number[]], { rng, replicates });
      },
      0.4,
    ],
  ])('%s', (_, estimate, truth) => {
    const { coverage, ratio } = simulate(estimate, truth, trials);
    expect(coverage).toBeGreaterThanOrEqual(0.88);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.4);
  });
});
