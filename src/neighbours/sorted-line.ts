import type { Ball } from './norm.js';

/** Points on a line, for exact range counts in O(log n) each. */
export class SortedLine {
  readonly #sorted: Float64Array;

  constructor(points: Float64Array) {
    this.#sorted = points.toSorted();
  }

  /** How many of the line's points are in the ball of the given radius around each query point. */
  countsFrom(queries: Float64Array, radii: Float64Array, ball: Ball): Int32Array {
    return new Int32Array(queries.length).map((_, i) => this.#count(queries[i], radii[i], ball === 'closed'));
  }

  #count(centre: number, radius: number, closed: boolean): number {
    const sorted = this.#sorted;
    const inReach = (gap: number) => gap < radius || (closed && gap === radius);
    // Rounded differences are monotone, so that both ends are found by bisection on the very expression compared;
    // centre ± radius would be rounded otherwise.
    const start = partitionPoint(0, sorted.length, (i) => !inReach(centre - sorted[i]));
    return partitionPoint(start, sorted.length, (i) => inReach(sorted[i] - centre)) - start;
  }
}

/** The first of from, …, to − 1 for which a condition that holds up to some point does not hold; `to` if there is none. */
function partitionPoint(from: number, to: number, holds: (i: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
