import { countNeighbours } from '../neighbours/count-neighbours.js';
import { KdTree } from '../neighbours/kd-tree.js';
import { requireKnownOptions } from '../numeric/arguments.js';
import { digamma } from '../numeric/digamma.js';
import type { SampleInput } from '../numeric/samples.js';
import { mean } from '../numeric/summary.js';
import { joinColumns, toJointSamples } from './joint-samples.js';
import { DEFAULT_K, requireApart, requireNeighbours, requireUntied } from './nearest-neighbours.js';

export interface ConditionalMutualInformationKnnOptions {
  /** Number of neighbours; 3 by default. */
  readonly k?: number;
}

/**
 * Conditional mutual information I(X;Y|Z) in nats from a joint sample (matrices of n rows), by Frenzel and Pompe (2007,
 * doi:10.1103/PhysRevLett.99.204101). Distances are in the maximum norm. With ε_i the distance of (x_i, y_i, z_i) to its
 * k-th neighbour and n_w the number of points nearer to point i than ε_i in the coordinates w,
 *
 *     ψ(k) + ⟨ψ(n_z + 1) − ψ(n_xz + 1) − ψ(n_yz + 1)⟩
 *
 * Units matter as in `mutualInformationKsg`.
 *
 * @throws RangeError if the samples differ in length, k is not less than n, a point is repeated more than k times, or values
 * are rounded so coarsely that distances tie
 */
export function conditionalMutualInformationKnn(
  x: SampleInput,
  y: SampleInput,
  z: SampleInput,
  options: ConditionalMutualInformationKnnOptions = {},
): number {
  return mean(localConditionalMutualInformationKnn(x, y, z, options));
}

/**
 * The terms that `conditionalMutualInformationKnn` is the mean of, one for each point, in nats.
 *
 * @throws like {@link conditionalMutualInformationKnn}
 */
export function localConditionalMutualInformationKnn(
  x: SampleInput,
  y: SampleInput,
  z: SampleInput,
  options: ConditionalMutualInformationKnnOptions = {},
): Float64Array {
  requireKnownOptions('conditionalMutualInformationKnn', options, ['k']);
  const { k = DEFAULT_K } = options;
  const { x: xs, y: ys, z: zs } = toJointSamples({ x, y, z });
  requireNeighbours(k, xs.n);
  const triples = joinColumns(xs, ys, zs);
  const tree = new KdTree(triples, 'max');
  const distances = tree.nearestDistances(k);
  requireApart(
    distances,
    (row) =>
      `x, y and z repeat row ${row} too often: its distance to neighbour ${k} is zero; ` +
      'the estimator is for continuous data; dither takes rounded values apart',
  );
  requireUntied('x, y and z', tree, triples, distances);
  // Counts include the point itself.
  const inXZ = countNeighbours(joinColumns(xs, zs), distances, 'open');
  const inYZ = countNeighbours(joinColumns(ys, zs), distances, 'open');
  const inZ = countNeighbours(zs, distances, 'open');
  return distances.map((_, i) => digamma(k) + digamma(inZ[i]) - digamma(inXZ[i]) - digamma(inYZ[i]));
}
