import type { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { additiveUniform, multivariateNormal } from '../../src/estimators/benchmark-families.js';
import { biasCheck } from '../../src/estimators/bias-check.js';
import { klDivergenceKnn } from '../../src/estimators/kl-divergence-knn.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { mean, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { normalPair, normals } from './random-samples.js';

const x = normals(1, 2, 200, createRng('x'));

test('a mean does not drift; a squared mean drifts by three variances over n', () => {
  const ofMean = biasCheck((a: Matrix) => a.mean(), [x], { rng: createRng(1) });
  for (const estimate of ofMean.estimates) expect(estimate).toBeCloseTo(mean(x), 12);
  // E[x̄²] = μ² + σ²/n; over all splits the drift is exactly −3 s²/n, with n − 1 in s².
  const squared = biasCheck((a: Matrix) => a.mean() ** 2, [x], { rng: createRng(1), replicates: 500 });
  const step = standardDeviation(x) ** 2 / 199;
  const { value, standardError, interval } = squared.drift;
  expect(Math.abs(value + 3 * step)).toBeLessThan((4 * standardError) / Math.sqrt(500));
  expect(squared.estimates[0] - squared.estimates[2]).toBeCloseTo(value, 12);
  expect(interval[1] - value).toBeCloseTo(1.959963984540054 * standardError, 12);
});

test('parts are all rows, once each, joint or separate', () => {
  const seen: number[] = [];
  const rows = Array.from({ length: 43 }, (_, i) => i);
  const note = (a: Matrix, b: Matrix) => {
    expect(a.to1DArray()).toEqual(b.to1DArray());
    seen.push(...a.to1DArray());
    return 0;
  };
  biasCheck(note, [rows, rows], { rng: createRng(1), replicates: 2 });
  // All rows once for the estimate, and in each of two splits once as halves and once as quarters.
  expect(rows.map((row) => seen.filter((other) => other === row).length)).toEqual(rows.map(() => 5));
  const sizes: string[] = [];
  biasCheck((a: Matrix, b: Matrix) => sizes.push(`${a.rows}/${b.rows}`), [rows, [...rows, ...rows]], {
    rng: createRng(1),
    rows: 'separate',
    replicates: 2,
  });
  expect(new Set(sizes)).toEqual(new Set(['43/86', '21/43', '22/43', '10/21', '11/22', '11/21']));
});

describe('in simulation', () => {
  const seen = (run: (seed: number) => ReturnType<typeof biasCheck>, repeats: number) =>
    Array.from({ length: repeats }, (_, seed) => run(seed).drift.interval).filter(([low, high]) => low > 0 || high < 0)
      .length;

  test('no drift is seen where there is no bias, but for about one in ten', () => {
    const run = (seed: number) => {
      const rng = createRng('unbiased').split(seed);
      return biasCheck(mutualInformationKsg, normalPair(0, 100, rng), { rng, replicates: 10 });
    };
    // Binomial, 0.1 and four standard deviations.
    expect(seen(run, 60)).toBeLessThan(60 * 0.1 + 4 * Math.sqrt(60 * 0.09));
  });

  test('a drift is seen where intervals miss the truth, and is about what is missing, or less', () => {
    const noise = additiveUniform(0.1);
    const wide = multivariateNormal({ dimension: 5, correlation: 0.6, structure: 'sparse' });
    for (const family of [noise, wide]) {
      const run = (seed: number) => {
        const rng = createRng(family.name).split(seed);
        const sample = family.sample(300, rng);
        return biasCheck(mutualInformationKsg, [sample.x, sample.y], { rng, replicates: 10 });
      };
      expect(seen(run, 10)).toBeGreaterThanOrEqual(8);
    }
    const apart = (seed: number) => {
      const rng = createRng('apart').split(seed);
      const samples = [normals(0, 1, 300, rng), normals(2, 1, 300, rng)] as const;
      return biasCheck(klDivergenceKnn, samples, { rng, replicates: 10, rows: 'separate' });
    };
    expect(seen(apart, 10)).toBeGreaterThanOrEqual(6);
  });
});

test('bad input is named', () => {
  expect(() => biasCheck(() => 0, [x.subarray(39)], {} as never)).toThrow('rng must come from createRng(seed)');
  expect(() => biasCheck(() => 0, [x.subarray(161)], { rng: createRng(1) })).toThrow(
    'samples[0] must have 40 rows or more for biasCheck, got 39',
  );
  expect(() => biasCheck(() => Number.NaN, [x], { rng: createRng(1) })).toThrow(
    'statistic must return a number, got NaN',
  );
  expect(() => biasCheck(() => 0, [x], { rng: createRng(1), size: 3 } as never)).toThrow(
    "biasCheck has no option 'size'",
  );
});
