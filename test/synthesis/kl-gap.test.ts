import { describe, expect, test } from 'vitest';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { KL_GAP_MEASURE_NAMES, klGap } from '../../src/synthesis/kl-gap.js';

const gaussian = (mean: [number, number], covariance: [[number, number], [number, number]]) =>
  new GaussianMixture({ weights: [1], means: [mean], covariances: [covariance] });
const standard = gaussian(
  [0, 0],
  [
    [1, 0],
    [0, 1],
  ],
);
const shifted = gaussian(
  [1, -2],
  [
    [1, 0],
    [0, 1],
  ],
);
const stretched = gaussian(
  [0, 0],
  [
    [4, 1],
    [1, 1],
  ],
);

const rng = (seed: number) => createRng(seed);

describe('the Monte Carlo measure', () => {
  test('is unbiased for the difference of two closed-form divergences', () => {
    // D(N(μ, I) ‖ N(0, I)) = |μ|²/2;  D(N(0, Σ) ‖ N(0, I)) = (tr Σ − d − log det Σ)/2.
    const exact = 5 / 2 - (5 - 2 - Math.log(3)) / 2;
    const triple = { groundTruth: standard, anchor: shifted, synthetic: stretched };
    const { value, standardError } = klGap(triple, { measure: 'monte-carlo', resamples: 400, rng: rng(1) });
    expect(standardError).toBeLessThan(0.01);
    expect(Math.abs(value - exact) / standardError!).toBeLessThan(4);
  });

  test('is exactly zero where both fitted mixtures are the truth', () => {
    const triple = { groundTruth: shifted, anchor: shifted, synthetic: shifted };
    const { value } = klGap(triple, { measure: 'monte-carlo', resamples: 3, rng: rng(1) });
    expect(value).toBe(0);
  });
});

test.each(KL_GAP_MEASURE_NAMES)('%s is fair: swapping the fitted mixtures changes the sign only', (measure) => {
  const gap = (anchor: GaussianMixture, synthetic: GaussianMixture, seed: number) =>
    klGap({ groundTruth: standard, anchor, synthetic }, { measure, resamples: 200, rng: rng(seed) });
  const [there, back] = [gap(shifted, stretched, 1), gap(stretched, shifted, 2)];
  const spread = Math.hypot(there.standardError!, back.standardError!);
  expect(Math.abs(there.value + back.value) / spread).toBeLessThan(4);
});

test('bad input is named', () => {
  const triple = { groundTruth: standard, anchor: standard, synthetic: standard };
  const options = { measure: 'monte-carlo', resamples: 2, rng: rng(1) } as const;
  const line = new GaussianMixture({ weights: [1], means: [0], covariances: [[1]] });
  expect(() => klGap({ ...triple, anchor: line }, options)).toThrow('anchor must have 2 dimensions, got 1');
  expect(() => klGap(triple, { ...options, resamples: 0 })).toThrow('resamples must be a positive integer, got 0');
  expect(() => klGap(triple, { ...options, measure: 'tv' as never })).toThrow("measure must be one of 'separate-hist");
  expect(() => klGap(triple, { ...options, rng: undefined as never })).toThrow('rng must come from createRng(seed)');
});
