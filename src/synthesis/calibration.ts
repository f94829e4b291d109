import { jensenShannonDivergence } from '../density/jensen-shannon-divergence.js';
import { klDivergence } from '../density/kl-divergence.js';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { requireEach, requireKnownOptions, requireNonNegative, requirePositive } from '../numeric/arguments.js';
import { type Rng, requireRng } from '../random/rng.js';
import { measuredDivergence, type ResampledEstimate, readResampling } from './kl-gap.js';
import { KL_GAP_MEASURES, type KlGapMeasure } from './measures.js';

export interface CalibrationOptions {
  /** Distances |μ| of N(μ, I) from N(0, I); 0 for two samples of one law. */
  readonly shifts: readonly number[];
  /** Deviations σ of N(0, σ² I) against N(0, I). */
  readonly scales: readonly number[];
  /** Numbers of points drawn from each. */
  readonly points: readonly number[];
  readonly resamples: number;
  readonly rng: Rng;
}

/** What the measures make of a pair of Gaussians whose divergences are known, in nats. */
export interface CalibrationRow {
  /** How π differs from G = N(0, I) in the plane: π = N(μ, I) with |μ| = `by`, or π = N(0, by² I). */
  readonly change: 'shift' | 'scale';
  readonly by: number;
  readonly points: number;
  /** What each measure is meant to be: a KL divergence in one direction or the other, or the Jensen–Shannon divergence. */
  readonly exact: Readonly<Record<KlGapMeasure, number>>;
  readonly measured: Readonly<Record<KlGapMeasure, ResampledEstimate>>;
}

/**
 * What each measure returns where the truth is known: one row for each change and number of points.
 *
 * @throws RangeError if an option is out of range, or there is no change or no number of points
 * @throws TypeError if an option is unknown or no list, or rng is missing
 */
export function calibrateMeasures(options: CalibrationOptions): CalibrationRow[] {
  requireKnownOptions('calibrateMeasures', options, ['shifts', 'scales', 'points', 'resamples', 'rng']);
  const { shifts, scales, points, resamples, rng } = options;
  requireEach('shifts', shifts, requireNonNegative);
  requireEach('scales', scales, requirePositive);
  if (shifts.length + scales.length === 0) throw new RangeError('shifts or scales must hold a number, got none');
  requireEach('points', points, (name, n) => readResampling(resamples, n, KL_GAP_MEASURES, name), 1);
  requireRng(rng);
  const groundTruth = gaussian(0, 1);
  const changes = [
    ...Array.from(shifts, (by) => ({ change: 'shift', by, fitted: gaussian(by, 1) }) as const),
    ...Array.from(scales, (by) => ({ change: 'scale', by, fitted: gaussian(0, by) }) as const),
  ];
  return changes.flatMap(({ change, by, fitted }) => {
    const exact = exactValues(fitted, groundTruth);
    return Array.from(points, (n) => {
      const stream = rng.split(change).split(by).split(n);
      const measured = measuredDivergence(fitted, groundTruth, {
        measure: KL_GAP_MEASURES,
        resamples,
        points: n,
        rng: stream,
      });
      return { change, by, points: n, exact, measured };
    });
  });
}

function exactValues(fitted: GaussianMixture, groundTruth: GaussianMixture): Record<KlGapMeasure, number> {
  const divergence = klDivergence(fitted, groundTruth, { method: 'closed-form' });
  return {
    'separate-histograms': divergence,
    'shared-histograms': divergence,
    'monte-carlo': divergence,
    'monte-carlo-reverse': klDivergence(groundTruth, fitted, { method: 'closed-form' }),
    'jensen-shannon': jensenShannonDivergence(fitted, groundTruth, { method: 'quadrature' }),
  };
}

/** N((shift, 0), deviation² I) in the plane. */
function gaussian(shift: number, deviation: number): GaussianMixture {
  const variance = deviation * deviation;
  return new GaussianMixture({
    weights: [1],
    means: [[shift, 0]],
    covariances: [
      [
        [variance, 0],
        [0, variance],
      ],
    ],
  });
}
