import { KdTree } from '../neighbours/kd-tree.js';
import { NORMS, type Norm } from '../neighbours/norm.js';
import { requireKnownOptions, requireOneOf } from '../numeric/arguments.js';
import { ln } from '../numeric/logarithm.js';
import type { SampleInput } from '../numeric/samples.js';
import { mean } from '../numeric/summary.js';
import { DEFAULT_K, requireApart, requireDensity, requireNeighbours, requireUntied } from './nearest-neighbours.js';
import { toSamplePair } from './sample-pair.js';

export interface KlDivergenceKnnOptions {
  /** Number of neighbours; 3 by default. */
  readonly k?: number;
  /** Norm of distances, the maximum norm by default. */
  readonly norm?: Norm;
}

/**
 * Kullback–Leibler divergence D(P‖Q) in nats from a sample of each law (p is n×d, q is m×d), by Wang, Kulkarni and Verdú
 * (2009, doi:10.1109/TIT.2009.2016060):
 *
 *     (d/n) Σ log(ν_i/ρ_i) + log(m/(n − 1))
 *
 * with ρ_i the distance of p_i to the k-th neighbour among the other p, ν_i to the k-th among the q. Not clipped:
 * estimates of small divergences may be negative. Units are common to p and q, but those of different columns matter.
 *
 * @throws RangeError if p and q differ in dimension, k is not less than n or exceeds m, a point is repeated so often that
 * a distance is zero, values are rounded so coarsely that distances tie, or a column has no density, such as a constant
 */
export function klDivergenceKnn(p: SampleInput, q: SampleInput, options: KlDivergenceKnnOptions = {}): number {
  return mean(localKlDivergenceKnn(p, q, options));
}

/**
 * The terms that `klDivergenceKnn` is the mean of: estimates of log p/q at each point of p, in nats.
 *
 * @throws like {@link klDivergenceKnn}
 */
export function localKlDivergenceKnn(
  p: SampleInput,
  q: SampleInput,
  options: KlDivergenceKnnOptions = {},
): Float64Array {
  requireKnownOptions('klDivergenceKnn', options, ['k', 'norm']);
  const { k = DEFAULT_K, norm = 'max' } = options;
  requireOneOf('norm', norm, NORMS);
  const [ps, qs] = toSamplePair(p, q);
  requireNeighbours(k, ps.n);
  if (k > qs.n) throw new RangeError(`k must be at most the number of rows of q, ${qs.n}, got ${k}`);
  const inP = new KdTree(ps, norm);
  const inQ = new KdTree(qs, norm);
  const own = inP.nearestDistances(k);
  const other = inQ.nearestDistancesFrom(ps.data, k);
  requireApart(own, (row) => `p repeats row ${row} too often: its distance to neighbour ${k} in p is zero`);
  requireApart(other, (row) => `q repeats row ${row} of p: its distance to neighbour ${k} in q is zero`);
  requireDensity('p', inP, ps, own);
  if (qs.d > 1) requireDensity('q', inQ, qs, inQ.nearestDistances(k));
  requireUntied('p', inP, ps, own);
  requireUntied('q', inQ, ps, other);
  const constant = ln(qs.n / (ps.n - 1));
  return own.map((distance, i) => constant + ps.d * (ln(other[i]) - ln(distance)));
}
