import { describe, expect, test } from 'vitest';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { KL_GAP_MEASURE_NAMES, KL_GAP_MEASURES } from '../../src/synthesis/kl-gap.js';

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

describe('the Monte Carlo measure', () => {
  test('is unbiased for the difference of two closed-form divergences', () => {
    // D(N(μ, I) ‖ N(0, I)) = |μ|²/2;  D(N(0, Σ) ‖ N(0, I)) = (tr Σ − d − log det Σ)/2.
    const exact = 5 / 2 - (5 - 2 - Math.log(3)) / 2;
    const gaps = KL_GAP_MEASURES['monte-carlo'](
      { groundTruth: standard, anchor: shifted, synthetic: stretched },
      400,
      createRng(1),
    );
    const standardError = standardDeviation(gaps) / Math.sqrt(gaps.length);
    expect(Math.abs(mean(gaps) - exact) / standardError).toBeLessThan(4);
    expect(standardError).toBeLessThan(0.01);
  });

  test('is exactly zero where both fitted mixtures are the truth', () => {
    const gaps = KL_GAP_MEASURES['monte-carlo'](
      { groundTruth: shifted, anchor: shifted, synthetic: shifted },
      3,
      createRng(1),
    );
    expect([...gaps]).toEqual([0, 0, 0]);
  });
});

test.each(KL_GAP_MEASURE_NAMES)('%s is fair: swapping the fitted mixtures changes the sign only', (name) => {
  const there = KL_GAP_MEASURES[name](
    { groundTruth: standard, anchor: shifted, synthetic: stretched },
    200,
    createRng(1),
  );
  const back = KL_GAP_MEASURES[name](
    { groundTruth: standard, anchor: stretched, synthetic: shifted },
    200,
    createRng(2),
  );
  const spread = Math.hypot(standardDeviation(there), standardDeviation(back)) / Math.sqrt(200);
  expect(Math.abs(mean(there) + mean(back)) / spread).toBeLessThan(4);
});
