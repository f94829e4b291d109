import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import type { Rng } from '../random/rng.js';
import { DensityHistogram } from './density-histogram.js';

/** What KL Gap compares (§4.4): the two post-trained mixtures against the ground truth. */
export interface KlGapTriple {
  readonly groundTruth: GaussianMixture;
  readonly anchor: GaussianMixture;
  readonly synthetic: GaussianMixture;
}

/** Points drawn from each mixture in one resample (Appendix B). */
export const RESAMPLED_POINTS = 1000;

/** KL Gap = D_KL(π^{S_anchor} ‖ G) − D_KL(π^{S_gen} ‖ G) in nats, once for each resample. */
type Measure = (triple: KlGapTriple, resamples: number, rng: Rng) => Float64Array;

/**
 * - `'separate-histograms'`: the authors' estimator, between histograms of samples, each on its own bounding box.
 *   The boxes differ, so that it is not a KL divergence of anything; it is not zero between two samples of one law.
 * - `'monte-carlo'`: the definition, D_KL(π ‖ G) = E_π[log π − log G], from the mixtures' densities; unbiased.
 */
export const KL_GAP_MEASURES = {
  'separate-histograms': separateHistograms,
  'monte-carlo': monteCarlo,
} as const satisfies Record<string, Measure>;

export type KlGapMeasure = keyof typeof KL_GAP_MEASURES;
export const KL_GAP_MEASURE_NAMES = Object.keys(KL_GAP_MEASURES) as KlGapMeasure[];

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
