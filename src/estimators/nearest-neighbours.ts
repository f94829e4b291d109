import type { KdTree } from '../neighbours/kd-tree.js';
import { brief, requirePositiveInteger } from '../numeric/arguments.js';
import type { Samples } from '../numeric/samples.js';

/** Neighbours an estimator looks at where `k` is not given: few mean little bias, many little variance. */
export const DEFAULT_K = 3;

/** @throws RangeError unless each of n points has a k-th neighbour among the others */
export function requireNeighbours(k: number, n: number): void {
  requirePositiveInteger('k', k);
  if (k >= n) throw new RangeError(`k must be less than the number of points, ${n}, got ${brief(k)}`);
}

/** @throws RangeError at the first distance that is zero, where a density would be infinite, or beyond all numbers */
export function requireApart(distances: Float64Array, describe: (row: number) => string): void {
  const row = distances.indexOf(0);
  if (row >= 0) throw new RangeError(describe(row));
  const far = distances.indexOf(Infinity);
  if (far >= 0) throw new RangeError(`points must not be as far apart as those around row ${far}: scale them down`);
}

/** Points that are looked at: enough to tell a share. */
const MOST_PROBES = 1000;
/** There are none by chance. With one tie in twenty KSG 1 is off by 0.006, KSG 2 by 0.013 nats. */
const MOST_TIED = 1 / 20;
/** Fewer points tell nothing: one could be a tie by a slip of the pen. */
const FEWEST = 20;
/** Differences of values on a grid are equal but for rounding. */
const SAME = 1e-9;

/**
 * Finds out whether values were rounded, to a grid that is not much finer than the distances of neighbours.
 *
 * @param tree of those among which the points have neighbours
 * @param radii distance of each point to a neighbour
 * @param hint what else may help
 * @throws RangeError if of twenty or more points more than one in twenty has a second neighbour at that distance, unless
 * it is zero
 */
export function requireUntied(
  name: string,
  tree: KdTree,
  { data, n, d }: Samples,
  radii: Float64Array,
  hint = '',
): void {
  if (n < FEWEST) return;
  const rows = probes(n);
  const points = Float64Array.from(rows.flatMap((row) => [...data.subarray(row * d, (row + 1) * d)]));
  const times = (factor: number) => Float64Array.from(rows, (row) => factor * radii[row]);
  const nearer = tree.countsFrom(points, times(1 - SAME), 'open');
  const within = tree.countsFrom(points, times(1 + SAME), 'closed');
  const tied = rows.filter((row, i) => radii[row] > 0 && within[i] - nearer[i] > 1).length;
  if (tied > MOST_TIED * rows.length) {
    throw new RangeError(
      `${name} must not be rounded so coarsely: ${tied} of ${rows.length} points have two neighbours at one distance; ` +
        `dither(samples, { width, rng }), with the width of the rounding, makes them continuous again${hint}`,
    );
  }
}

/**
 * Finds out whether points have a density in all of their coordinates together.
 *
 * @param tree of the points
 * @param radii distance of each point to its k-th neighbour
 * @throws RangeError if at more than one point in twenty all neighbours share the value of a column
 */
export function requireDensity(name: string, tree: KdTree, { n, d }: Samples, radii: Float64Array): void {
  if (d === 1) return;
  const rows = probes(n);
  const extents = tree.extents(radii.map((radius, row) => (row % (rows[1] ?? 1) === 0 ? radius : -1)));
  for (let j = 0; j < d; j++) {
    const flat = rows.filter((row) => extents[row * d + j] === 0).length;
    if (flat > MOST_TIED * rows.length) {
      throw new RangeError(
        `${name} must vary in every column: at ${flat} of ${rows.length} points all neighbours have the same value in ` +
          `column ${j}, so that there is no density`,
      );
    }
  }
}

/** Every row, or rows at even distances. */
function probes(n: number): number[] {
  const stride = Math.ceil(n / MOST_PROBES);
  return Array.from({ length: Math.ceil(n / stride) }, (_, probe) => probe * stride);
}
