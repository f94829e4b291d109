import { KdTree } from '../neighbours/kd-tree.js';
import { requireKnownOptions } from '../numeric/arguments.js';
import type { SampleInput, Samples } from '../numeric/samples.js';
import { DEFAULT_K, requireNeighbours } from './nearest-neighbours.js';
import { toSamplePair } from './sample-pair.js';

export interface TotalVariationKnnOptions {
  /** Number of neighbours that vote; 3 by default. An odd number avoids ties between samples of one size. */
  readonly k?: number;
}

/**
 * Total variation distance between two laws from a sample of each (p is n×d, q is m×d), by how well a k-nearest-neighbour
 * classifier tells them apart:
 *
 *     1 − (share of p taken for q) − (share of q taken for p)
 *
 * that is, 1 − 2 × balanced error, each point being classified by the k nearest of all others (maximum norm).
 *
 * In expectation this is a lower bound: no classifier has a balanced error below (1 − TV)/2, and leaving a point out
 * only takes votes from its own class. It comes to the total variation when k grows with the sample but k/n vanishes;
 * with fixed k it stays below (Cover & Hart 1967). Estimates may be negative.
 *
 * A vote for p counts 1/n, one for q 1/m, so that samples of different size are compared by their densities. Points at
 * the same distance as the k-th neighbour share the votes left over; a tied vote is half an error. Repeated points,
 * and discrete data, are therefore no trouble, and the order of rows does not matter.
 *
 * @throws RangeError if p and q differ in dimension or k is not less than n + m
 */
export function totalVariationKnn(p: SampleInput, q: SampleInput, options: TotalVariationKnnOptions = {}): number {
  requireKnownOptions('totalVariationKnn', options, ['k']);
  const { k = DEFAULT_K } = options;
  const [ps, qs] = toSamplePair(p, q);
  const n = ps.n + qs.n;
  requireNeighbours(k, n);
  const pooled = joinRows(ps, qs);
  const distances = new KdTree(pooled, 'max').nearestDistances(k);
  const inP = new KdTree(ps, 'max');
  const inQ = new KdTree(qs, 'max');
  const nearer = [inP, inQ].map((tree) => tree.countsFrom(pooled.data, distances, 'open'));
  const within = [inP, inQ].map((tree) => tree.countsFrom(pooled.data, distances, 'closed'));
  let difference = 0;
  for (let i = 0; i < n; i++) {
    const own = i < ps.n ? 0 : 1;
    // The point itself does not vote.
    within[own][i]--;
    if (distances[i] > 0) nearer[own][i]--;
    const atDistance = within[0][i] + within[1][i] - nearer[0][i] - nearer[1][i];
    const left = k - nearer[0][i] - nearer[1][i];
    // Multiplied out, so that ties are exact.
    const votes = [0, 1].map((c) => nearer[c][i] * atDistance + left * (within[c][i] - nearer[c][i]));
    const vote = Math.sign(votes[0] * qs.n - votes[1] * ps.n);
    difference += own === 0 ? vote / ps.n : -vote / qs.n;
  }
  return difference / 2;
}

function joinRows(p: Samples, q: Samples): Samples {
  const data = new Float64Array(p.data.length + q.data.length);
  data.set(p.data);
  data.set(q.data, p.data.length);
  return { data, n: p.n + q.n, d: p.d };
}
