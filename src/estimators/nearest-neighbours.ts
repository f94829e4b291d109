import { requirePositiveInteger } from '../numeric/arguments.js';

/** Neighbours an estimator looks at where `k` is not given: few mean little bias, many little variance. */
export const DEFAULT_K = 3;

/** @throws RangeError unless each of n points has a k-th neighbour among the others */
export function requireNeighbours(k: number, n: number): void {
  requirePositiveInteger('k', k);
  if (k >= n) throw new RangeError(`k must be less than the number of points, ${n}, got ${k}`);
}

/** @throws RangeError at the first distance that is zero, where a density estimate from it would be infinite */
export function requireApart(distances: Float64Array, describe: (row: number) => string): void {
  const row = distances.indexOf(0);
  if (row >= 0) throw new RangeError(describe(row));
}
