import { KdTree } from '../neighbours/kd-tree.js';
import { NORMS, type Norm } from '../neighbours/norm.js';
import { requireKnownOptions, requireOneOf } from '../numeric/arguments.js';
import { digamma } from '../numeric/digamma.js';
import { ln } from '../numeric/logarithm.js';
import { type SampleInput, toSamples } from '../numeric/samples.js';
import { mean } from '../numeric/summary.js';
import { DEFAULT_K, requireApart, requireDensity, requireNeighbours, requireUntied } from './nearest-neighbours.js';

export interface EntropyKnnOptions {
  /** Number of neighbours; 3 by default. */
  readonly k?: number;
  /** Norm of distances, the maximum norm by default. */
  readonly norm?: Norm;
}

/**
 * Differential entropy in nats of the law that a sample (n×d) was drawn from, by Kozachenko and Leonenko (1987) in the
 * form for any k (Kraskov et al. 2004, eq. 20):
 *
 *     ψ(n) − ψ(k) + log c_d + (d/n) Σ log ε_i
 *
 * with ε_i the distance of point i to its k-th neighbour and c_d the volume of the unit ball of the norm. In the units of
 * the data: times 100, a coordinate has log 100 more.
 *
 * @throws RangeError if k is not less than n, a point is repeated more than k times, so that some ε_i is zero, values are
 * rounded so coarsely that distances tie, or a column has no density, such as a constant
 */
export function entropyKnn(samples: SampleInput, options: EntropyKnnOptions = {}): number {
  return mean(localEntropyKnn(samples, options));
}

/**
 * The terms that `entropyKnn` is the mean of: estimates of −log p at each point, in nats.
 *
 * @throws like {@link entropyKnn}
 */
export function localEntropyKnn(samples: SampleInput, options: EntropyKnnOptions = {}): Float64Array {
  requireKnownOptions('entropyKnn', options, ['k', 'norm']);
  const { k = DEFAULT_K, norm = 'max' } = options;
  requireOneOf('norm', norm, NORMS);
  const points = toSamples('samples', samples);
  const { n, d } = points;
  requireNeighbours(k, n);
  const tree = new KdTree(points, norm);
  const distances = tree.nearestDistances(k);
  requireApart(
    distances,
    (row) =>
      `samples repeat row ${row} too often: its distance to neighbour ${k} is zero; ` +
      'dither takes rounded values apart; entropyOfCounts is for data with repeated points',
  );
  requireUntied('samples', tree, points, distances);
  requireDensity('samples', tree, points, distances);
  const constant = digamma(n) - digamma(k) + logUnitBallVolume(d, norm);
  return distances.map((distance) => constant + d * ln(distance));
}

/** Log of the volume of the unit ball in d dimensions: 2^d, or by the recurrence V_d = V_{d−2} · 2π/d. */
function logUnitBallVolume(d: number, norm: Norm): number {
  if (norm === 'max') return d * Math.LN2;
  let log = d % 2 === 0 ? 0 : Math.LN2;
  for (let j = d; j >= 2; j -= 2) log += ln((2 * Math.PI) / j);
  return log;
}
