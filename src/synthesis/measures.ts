import { meanLogRatioToMidpoint } from '../mixture/evaluation.js';
import { boxAround } from './density-histogram.js';
import type { Resample } from './resample.js';

/** How far apart two mixtures are, from the points drawn of each, in nats. */
type Divergence = (p: Resample, q: Resample) => number;

/** The measures by name; {@link KlGapMeasure} says what each is. */
export const MEASURES = {
  'separate-histograms': (p, q) => p.histogram.divergenceFrom(q.histogram),
  'shared-histograms': (p, q) => {
    const box = boxAround(p.box, q.box);
    return p.histogramOn(box).divergenceFrom(q.histogramOn(box));
  },
  'monte-carlo': meanLogRatio,
  'monte-carlo-reverse': (p, q) => meanLogRatio(q, p),
  'jensen-shannon': (p, q) => (toMidpoint(p, q) + toMidpoint(q, p)) / 2,
} as const satisfies Record<string, Divergence>;

/**
 * How the divergence D of a fitted mixture π from the ground truth G is measured, KL Gap being a difference of two:
 *
 * - `'separate-histograms'`: the authors' estimator of D_KL(π ‖ G), between histograms of samples, each on its own
 *   bounding box. The boxes differ, so that it is not a KL divergence of anything.
 * - `'shared-histograms'`: the same with common bins, on the bounding box of both samples.
 * - `'monte-carlo'`: the definition, D_KL(π ‖ G) = E_π[log π − log G], from the mixtures' densities; unbiased.
 * - `'monte-carlo-reverse'`: D_KL(G ‖ π); unbiased.
 * - `'jensen-shannon'`: the Jensen–Shannon divergence, [D_KL(π ‖ m) + D_KL(G ‖ m)]/2 with m = (π + G)/2, which is symmetric
 *   and at most log 2; unbiased.
 */
export type KlGapMeasure = keyof typeof MEASURES;
/** The measures by name; {@link KlGapMeasure} says what each is. */
export const KL_GAP_MEASURES = Object.keys(MEASURES) as KlGapMeasure[];

/** Measures that need points in the plane. */
export const PLANAR_MEASURES: readonly KlGapMeasure[] = ['separate-histograms', 'shared-histograms'];

/** Mean of log p − log q over the points of p. */
function meanLogRatio(p: Resample, q: Resample): number {
  const logP = p.logDensities(p.mixture);
  const logQ = p.logDensities(q.mixture);
  let sum = 0;
  for (let i = 0; i < logP.length; i++) sum += logP[i] - logQ[i];
  return sum / logP.length;
}

/** Mean of log p − log (p + q)/2 over the points of p. */
function toMidpoint(p: Resample, q: Resample): number {
  return meanLogRatioToMidpoint(p.logDensities(p.mixture), p.logDensities(q.mixture));
}
