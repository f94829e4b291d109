/** The k smallest of the values offered, as a heap with the largest of them on top. */
export class SmallestValues {
  readonly #heap: Float64Array;

  constructor(k: number) {
    this.#heap = new Float64Array(k).fill(Infinity);
  }

  /** The k-th smallest value; Infinity while fewer have been offered. */
  get largest(): number {
    return this.#heap[0];
  }

  clear(): void {
    this.#heap.fill(Infinity);
  }

  offer(value: number): void {
    const heap = this.#heap;
    if (!(value < heap[0])) return;
    // The value takes the place of the largest and sinks to where both children are smaller.
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1] > heap[child]) child++;
      if (heap[child] <= value) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }
}
