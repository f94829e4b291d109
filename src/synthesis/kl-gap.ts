import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { requireKnownOptions, requireOneOf, requirePositiveInteger } from '../numeric/arguments.js';
import { mean, standardError } from '../numeric/summary.js';
import { type Rng, requireRng } from '../random/rng.js';
import { DensityHistogram } from './density-histogram.js';

/** What KL Gap compares (§4.4): the two post-trained mixtures against the ground truth. */
export interface KlGapTriple {
  readonly groundTruth: GaussianMixture;
  readonly anchor: GaussianMixture;
  readonly synthetic: GaussianMixture;
}

/** Points drawn from each mixture in one resample (Appendix B). */
const RESAMPLED_POINTS = 1000;

/** KL Gap = D_KL(π^{S_anchor} ‖ G) − D_KL(π^{S_gen} ‖ G) in nats, once for each resample. */
type Measure = (triple: KlGapTriple, resamples: number, rng: Rng) => Float64Array;

const MEASURES = {
  'separate-histograms': separateHistograms,
  'monte-carlo': monteCarlo,
} as const satisfies Record<string, Measure>;

/**
 * How KL Gap is measured:
 *
 * - `'separate-histograms'`: the authors' estimator, between histograms of samples, each on its own bounding box.
 *   The boxes differ, so that it is not a KL divergence of anything; it is not zero between two samples of one law.
 * - `'monte-carlo'`: the definition, D_KL(π ‖ G) = E_π[log π − log G], from the mixtures' densities; unbiased.
 */
export type KlGapMeasure = keyof typeof MEASURES;
export const KL_GAP_MEASURE_NAMES = Object.keys(MEASURES) as KlGapMeasure[];

export interface KlGapOptions {
  readonly measure: KlGapMeasure;
  /** Number of resamples, of 1000 points from each mixture, that the estimate averages over. */
  readonly resamples: number;
  readonly rng: Rng;
}

export interface KlGapEstimate {
  /** In nats. */
  readonly value: number;
  /** Standard error of `value` as a mean over resamples; null with a single resample. */
  readonly standardError: number | null;
}

/**
 * KL Gap of two post-trained mixtures in the plane: how much farther from G the one trained on anchor data is.
 * Throws when an option is unknown or out of range, or a mixture is not in the plane.
 */
export function klGap(triple: KlGapTriple, options: KlGapOptions): KlGapEstimate {
  requireKnownOptions('klGap', options, ['measure', 'resamples', 'rng']);
  requireOneOf('measure', options.measure, KL_GAP_MEASURE_NAMES);
  requirePositiveInteger('resamples', options.resamples);
  requireRng(options.rng);
  for (const [name, mixture] of Object.entries(triple)) {
    if (mixture.dimension !== 2) throw new RangeError(`${name} must have 2 dimensions, got ${mixture.dimension}`);
  }
  const gaps = MEASURES[options.measure](triple, options.resamples, options.rng);
  return { value: mean(gaps), standardError: gaps.length > 1 ? standardError(gaps) : null };
}

function separateHistograms(
  { groundTruth, anchor, synthetic }: KlGapTriple,
  resamples: number,
  rng: Rng,
): Float64Array {
  const points = new Float64Array(2 * RESAMPLED_POINTS);
  const [truth, fromAnchor, fromSynthetic] = [new DensityHistogram(), new DensityHistogram(), new DensityHistogram()];
  const refill = (histogram: DensityHistogram, mixture: GaussianMixture) => {
    mixture.sampleInto(points, rng);
    histogram.fill(points);
  };
  return new Float64Array(resamples).map(() => {
    refill(truth, groundTruth);
    refill(fromAnchor, anchor);
    refill(fromSynthetic, synthetic);
    return fromAnchor.divergenceFrom(truth) - fromSynthetic.divergenceFrom(truth);
  });
}

function monteCarlo({ groundTruth, anchor, synthetic }: KlGapTriple, resamples: number, rng: Rng): Float64Array {
  const points = new Float64Array(2 * RESAMPLED_POINTS);
  const own = new Float64Array(RESAMPLED_POINTS);
  const reference = new Float64Array(RESAMPLED_POINTS);
  const divergence = (fitted: GaussianMixture) => {
    fitted.sampleInto(points, rng);
    fitted.logDensityOf(points, own);
    groundTruth.logDensityOf(points, reference);
    let sum = 0;
    for (let i = 0; i < own.length; i++) sum += own[i] - reference[i];
    return sum / own.length;
  };
  return new Float64Array(resamples).map(() => divergence(anchor) - divergence(synthetic));
}
