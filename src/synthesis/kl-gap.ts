import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { requireInstance, requireKnownOptions, requirePositiveInteger, requireRecord } from '../numeric/arguments.js';
import { mean, standardError } from '../numeric/summary.js';
import { type Rng, requireRng } from '../random/rng.js';
import { type ByMeasure, byMeasure, type MeasureChoice, readMeasures } from './measure-choice.js';
import { KL_GAP_MEASURES, type KlGapMeasure, MEASURES } from './measures.js';
import { Resample } from './resample.js';

/** What KL Gap compares (§4.4): the two post-trained mixtures against the ground truth. */
export interface KlGapTriple {
  readonly groundTruth: GaussianMixture;
  readonly anchor: GaussianMixture;
  readonly synthetic: GaussianMixture;
}

/** Points drawn from each mixture in one resample (Appendix B). */
export const RESAMPLED_POINTS = 1000;

/**
 * One number for all measures, or a number for each; they see the same points, some of them for longer. Measures from
 * densities take most of the time, and need few: after ten resamples, chance has about a hundredth of the variance between
 * rounds, or less.
 */
export type ResampleCount = number | Readonly<Partial<Record<KlGapMeasure, number>>>;

export interface KlGapOptions<M extends MeasureChoice> {
  /** One measure, or several on the same points. */
  readonly measure: M;
  /** Number of resamples that an estimate is the mean over; by measure, if it is not the same for all. */
  readonly resamples: ResampleCount;
  /** Points drawn from each mixture in one resample; 1000 by default, at least 2. */
  readonly points?: number;
  readonly rng: Rng;
}

/** A mean over resamples, in nats. */
export interface ResampledEstimate {
  readonly value: number;
  /** Standard error of `value`; null with a single resample. */
  readonly standardError: number | null;
}

/** A KL Gap, in nats, with the two divergences that it is the difference of. */
export interface KlGapEstimate extends ResampledEstimate {
  /** Mean divergence of π^{S_anchor} from G, the first term of the gap. */
  readonly anchor: number;
  /** Mean divergence of π^{S_gen} from G, the second term. */
  readonly synthetic: number;
}

const OPTIONS = ['measure', 'resamples', 'points', 'rng'] as const;

/**
 * KL Gap of two post-trained mixtures, D(π^{S_anchor} ‖ G) − D(π^{S_gen} ‖ G): how much farther from G the one trained on
 * anchor data is. The points of a mixture depend on `rng` and the mixture only: a measure gives the same number whichever
 * others are asked for.
 *
 * @returns an estimate for one measure, and estimates by measure for a list
 * @throws RangeError if an option is out of range, mixtures differ in dimension, or a measure does not work in theirs
 * @throws TypeError if an option is unknown, rng is missing, or a mixture is none
 */
export function klGap<const M extends MeasureChoice>(
  triple: KlGapTriple,
  options: KlGapOptions<M>,
): ByMeasure<M, KlGapEstimate> {
  requireRecord('triple', triple);
  requireKnownOptions('klGap', options, OPTIONS);
  const { groundTruth, anchor, synthetic } = triple;
  const [anchors, synthetics] = divergences({ anchor, synthetic }, groundTruth, options);
  return byMeasure(options.measure, (measure) => {
    const [toAnchor, toSynthetic] = [anchors.get(measure)!, synthetics.get(measure)!];
    const gaps = toAnchor.map((divergence, r) => divergence - toSynthetic[r]);
    return { ...estimate(gaps), anchor: mean(toAnchor), synthetic: mean(toSynthetic) };
  });
}

/**
 * One term of KL Gap: the divergence of a mixture π from the ground truth G as a measure has it.
 *
 * @returns an estimate for one measure, and estimates by measure for a list
 * @throws like {@link klGap}
 */
export function measuredDivergence<const M extends MeasureChoice>(
  fitted: GaussianMixture,
  groundTruth: GaussianMixture,
  options: KlGapOptions<M>,
): ByMeasure<M, ResampledEstimate> {
  requireKnownOptions('measuredDivergence', options, OPTIONS);
  const [values] = divergences({ fitted }, groundTruth, options);
  return byMeasure(options.measure, (measure) => estimate(values.get(measure)!));
}

/** For each of the fitted mixtures, by measure, its divergence from G in each resample. */
function divergences(
  fitted: Readonly<Record<string, GaussianMixture>>,
  groundTruth: GaussianMixture,
  { measure, resamples, points = RESAMPLED_POINTS, rng }: KlGapOptions<MeasureChoice>,
): Map<KlGapMeasure, Float64Array>[] {
  requireInstance('groundTruth', groundTruth, GaussianMixture);
  const measures = readMeasures(measure, groundTruth.dimension);
  const counts = readResampling(resamples, points, measures);
  requireRng(rng);
  for (const [name, mixture] of Object.entries(fitted)) {
    requireInstance(name, mixture, GaussianMixture);
    const { dimension } = mixture;
    if (dimension !== groundTruth.dimension) {
      throw new RangeError(`${name} must have ${groundTruth.dimension} dimensions, like groundTruth, got ${dimension}`);
    }
  }
  const truth = new Resample(groundTruth, points, rng.split('groundTruth'));
  const all = Object.entries(fitted).map(([name, mixture]) => new Resample(mixture, points, rng.split(name)));
  const results = all.map(() => new Map(measures.map((name, m) => [name, new Float64Array(counts[m])])));
  for (let r = 0; r < Math.max(...counts); r++) {
    truth.draw();
    all.forEach((resample, i) => {
      resample.draw();
      for (const [name, values] of results[i]) if (r < values.length) values[r] = MEASURES[name](resample, truth);
    });
  }
  return results;
}

/**
 * How many resamples each measure has.
 *
 * @throws RangeError unless all have some, of at least two points: a single one has no bounding box
 */
export function readResampling(
  resamples: ResampleCount,
  points: number,
  measures: readonly KlGapMeasure[],
  name = 'points',
): number[] {
  requirePositiveInteger(name, points);
  if (points < 2) throw new RangeError(`${name} must be at least 2, got ${points}`);
  if (typeof resamples !== 'object' || resamples === null) {
    requirePositiveInteger('resamples', resamples);
    return measures.map(() => resamples);
  }
  requireKnownOptions('resamples', resamples, KL_GAP_MEASURES);
  return measures.map((measure) => {
    const count = resamples[measure] ?? 0;
    requirePositiveInteger(`resamples['${measure}']`, count);
    return count;
  });
}

function estimate(values: Float64Array): ResampledEstimate {
  return { value: mean(values), standardError: values.length > 1 ? standardError(values) : null };
}
