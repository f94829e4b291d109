import type { Samples } from '../numeric/samples.js';
import { type Ball, euclideanLength, isInRange, type Norm } from './norm.js';
import { SmallestValues } from './smallest-values.js';
import { LEAF_SIZE, splitAtMedians } from './split-at-medians.js';

/**
 * A k-d tree (Bentley 1975) for exact neighbour searches. Results are those of comparing all pairs, to the last bit, ties
 * and repeated points included: rounding is monotone, so that the computed distance to a box that holds a point never
 * exceeds the computed distance to the point.
 *
 * Building takes O(d n log n) time, a search about O(log n) in few dimensions, O(d n) at worst.
 */
export class KdTree {
  readonly #size: number;
  readonly #dimension: number;
  readonly #euclidean: boolean;
  readonly #order: Int32Array;
  readonly #points: Float64Array;
  readonly #boxes: Float64Array;
  /** Room for the differences of coordinates whose Euclidean length is wanted. */
  readonly #differences: Float64Array;

  // What is being searched for: points in the ball around the point that starts at #query[#at].
  #query: Float64Array = new Float64Array(0);
  #at = 0;
  #radius = 0;
  #closed = false;

  constructor(samples: Samples, norm: Norm) {
    this.#size = samples.n;
    this.#dimension = samples.d;
    this.#euclidean = norm === 'euclidean';
    const { order, points, boxes } = splitAtMedians(samples);
    this.#order = order;
    this.#points = points;
    this.#boxes = boxes;
    this.#differences = new Float64Array(samples.d);
  }

  /** Distance of each of the tree's points to the k-th nearest of the others; Infinity where there are fewer. */
  nearestDistances(k: number): Float64Array {
    // Among all points, the point itself comes first, at distance zero.
    return this.#byIndex(this.nearestDistancesFrom(this.#points, k + 1));
  }

  /** Distance of each query point (flat, row by row) to the k-th nearest of the tree's points. */
  nearestDistancesFrom(queries: Float64Array, k: number): Float64Array {
    const nearest = new SmallestValues(k);
    this.#query = queries;
    return new Float64Array(queries.length / this.#dimension).map((_, i) => {
      this.#at = i * this.#dimension;
      nearest.clear();
      this.#search(nearest, 0, 0, this.#size);
      return nearest.largest;
    });
  }

  /** How many of the tree's points, itself included, are in the ball of the given radius around each of them. */
  counts(radii: Float64Array, ball: Ball): Int32Array {
    return this.#byIndex(this.countsFrom(this.#points, this.#byPlace(radii), ball));
  }

  /** How many of the tree's points are in the ball of the given radius around each query point. */
  countsFrom(queries: Float64Array, radii: Float64Array, ball: Ball): Int32Array {
    this.#query = queries;
    this.#closed = ball === 'closed';
    return new Int32Array(radii.length).map((_, i) => {
      this.#at = i * this.#dimension;
      this.#radius = radii[i];
      return this.#count(0, 0, this.#size);
    });
  }

  /**
   * How far the points in the closed ball around each of the tree's points reach along each axis (n×d, flat): the
   * largest difference to it in that coordinate.
   */
  extents(radii: Float64Array): Float64Array {
    const d = this.#dimension;
    const extents = new Float64Array(this.#size * d);
    this.#query = this.#points;
    this.#closed = true;
    this.#order.forEach((i, place) => {
      this.#at = place * d;
      this.#radius = radii[i];
      this.#extend(extents, i * d, 0, 0, this.#size);
    });
    return extents;
  }

  #search(nearest: SmallestValues, node: number, from: number, to: number): void {
    if (to - from <= LEAF_SIZE) {
      for (let place = from; place < to; place++) nearest.offer(this.#distance(place, nearest.largest));
      return;
    }
    const middle = (from + to) >>> 1;
    const left = 2 * node + 1;
    const right = left + 1;
    const toLeft = this.#distanceToBox(left);
    const toRight = this.#distanceToBox(right);
    if (toLeft <= toRight) {
      if (toLeft < nearest.largest) this.#search(nearest, left, from, middle);
      if (toRight < nearest.largest) this.#search(nearest, right, middle, to);
    } else {
      if (toRight < nearest.largest) this.#search(nearest, right, middle, to);
      if (toLeft < nearest.largest) this.#search(nearest, left, from, middle);
    }
  }

  #count(node: number, from: number, to: number): number {
    if (!this.#inReach(this.#distanceToBox(node))) return 0;
    if (this.#inReach(this.#distanceAcrossBox(node))) return to - from;
    if (to - from <= LEAF_SIZE) {
      let count = 0;
      for (let place = from; place < to; place++) if (this.#inReach(this.#distance(place, this.#radius))) count++;
      return count;
    }
    const middle = (from + to) >>> 1;
    return this.#count(2 * node + 1, from, middle) + this.#count(2 * node + 2, middle, to);
  }

  #extend(extents: Float64Array, at: number, node: number, from: number, to: number): void {
    if (!this.#inReach(this.#distanceToBox(node))) return;
    if (to - from > LEAF_SIZE) {
      const middle = (from + to) >>> 1;
      this.#extend(extents, at, 2 * node + 1, from, middle);
      this.#extend(extents, at, 2 * node + 2, middle, to);
      return;
    }
    const d = this.#dimension;
    for (let place = from; place < to; place++) {
      if (!this.#inReach(this.#distance(place, this.#radius))) continue;
      for (let j = 0; j < d; j++) {
        const gap = Math.abs(this.#points[place * d + j] - this.#query[this.#at + j]);
        if (gap > extents[at + j]) extents[at + j] = gap;
      }
    }
  }

  #inReach(distance: number): boolean {
    return distance < this.#radius || (this.#closed && distance === this.#radius);
  }

  /** Distance of the point at a place; where it exceeds the bound, perhaps another number that does. */
  #distance(place: number, bound: number): number {
    const d = this.#dimension;
    const points = this.#points;
    const query = this.#query;
    const at = this.#at;
    const from = place * d;
    if (this.#euclidean) {
      let squares = 0;
      for (let j = 0; j < d; j++) {
        const difference = points[from + j] - query[at + j];
        this.#differences[j] = difference;
        squares += difference * difference;
      }
      return isInRange(squares) ? Math.sqrt(squares) : euclideanLength(this.#differences);
    }
    let total = 0;
    for (let j = 0; j < d; j++) {
      const gap = Math.abs(points[from + j] - query[at + j]);
      if (gap > bound) return gap;
      if (gap > total) total = gap;
    }
    return total;
  }

  /** Distance to the nearest place of a node's box. */
  #distanceToBox(node: number): number {
    const d = this.#dimension;
    const boxes = this.#boxes;
    const query = this.#query;
    const at = this.#at;
    const low = 2 * d * node;
    const high = low + d;
    let largest = 0;
    for (let j = 0; j < d; j++) {
      const x = query[at + j];
      const gap = Math.max(0, boxes[low + j] - x, x - boxes[high + j]);
      this.#differences[j] = gap;
      if (gap > largest) largest = gap;
    }
    return this.#euclidean ? euclideanLength(this.#differences) : largest;
  }

  /** Distance to the farthest corner of a node's box. */
  #distanceAcrossBox(node: number): number {
    const d = this.#dimension;
    const boxes = this.#boxes;
    const query = this.#query;
    const at = this.#at;
    const low = 2 * d * node;
    const high = low + d;
    let largest = 0;
    for (let j = 0; j < d; j++) {
      const x = query[at + j];
      const gap = Math.max(x - boxes[low + j], boxes[high + j] - x);
      this.#differences[j] = gap;
      if (gap > largest) largest = gap;
    }
    return this.#euclidean ? euclideanLength(this.#differences) : largest;
  }

  /** From values of places to values of points. */
  #byIndex<T extends Float64Array | Int32Array>(values: T): T {
    const result = values.slice() as T;
    this.#order.forEach((i, place) => {
      result[i] = values[place];
    });
    return result;
  }

  /** From values of points to values of places. */
  #byPlace(values: Float64Array): Float64Array {
    return values.map((_, place) => values[this.#order[place]]);
  }
}
