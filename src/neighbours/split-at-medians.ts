import type { Samples } from '../numeric/samples.js';
import { select } from './select.js';

/** Nodes of at most this many points are leaves: searching them one by one is faster. */
export const LEAF_SIZE = 16;

/**
 * A balanced tree of points, as flat arrays. A node owns a range of places, the root all of them; it is halved, the first
 * half rounded down, between its children 2·node + 1 and 2·node + 2.
 */
export interface MedianTree {
  /** Index of the point at each place. */
  readonly order: Int32Array;
  /** The points themselves, place by place. */
  readonly points: Float64Array;
  /** The bounding box of a node at 2d · node: its lowest coordinates, then its highest. */
  readonly boxes: Float64Array;
}

/** Splits points at the median of the widest side of their bounding box, again and again down to leaves. */
export function splitAtMedians({ data, n, d }: Samples): MedianTree {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const boxes = new Float64Array(2 * d * numberOfNodes(n));

  function split(node: number, from: number, to: number): void {
    const axis = widestSide(node, from, to);
    if (to - from <= LEAF_SIZE) return;
    const middle = (from + to) >>> 1;
    select(order, (i) => data[i * d + axis], middle, from, to);
    split(2 * node + 1, from, middle);
    split(2 * node + 2, middle, to);
  }

  /** Sets the box on the way. */
  function widestSide(node: number, from: number, to: number): number {
    let widest = 0;
    let width = 0;
    for (let j = 0; j < d; j++) {
      let low = Infinity;
      let high = -Infinity;
      for (let place = from; place < to; place++) {
        const x = data[order[place] * d + j];
        if (x < low) low = x;
        if (x > high) high = x;
      }
      boxes[2 * d * node + j] = low;
      boxes[2 * d * node + d + j] = high;
      if (high - low > width) {
        width = high - low;
        widest = j;
      }
    }
    return widest;
  }

  split(0, 0, n);
  const points = new Float64Array(n * d);
  for (let place = 0; place < n; place++) {
    for (let j = 0; j < d; j++) points[place * d + j] = data[order[place] * d + j];
  }
  return { order, points, boxes };
}

/** Enough for all nodes of a tree of n points, the larger half being split until it is a leaf. */
function numberOfNodes(n: number): number {
  let nodes = 1;
  for (let size = n; size > LEAF_SIZE; size = Math.ceil(size / 2)) nodes = 2 * nodes + 1;
  return nodes;
}
