import type { Samples } from '../numeric/samples.js';
import { KdTree } from './kd-tree.js';
import type { Ball } from './norm.js';
import { SortedLine } from './sorted-line.js';

/** How many of the points, itself included, are in the max-norm ball of the given radius around each of them. */
export function countNeighbours(points: Samples, radii: Float64Array, ball: Ball): Int32Array {
  return points.d === 1
    ? new SortedLine(points.data).countsFrom(points.data, radii, ball)
    : new KdTree(points, 'max').counts(radii, ball);
}
