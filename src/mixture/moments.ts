import type { GaussianComponents } from './components.js';

/** With less mass (in points) a component is empty. */
const EMPTY = 10 * Number.EPSILON;
/** A variance is less than this share of the second moment about a centre far off: its rounding would show, … */
const FAR_OFF = 1e-4;
/** … unless the centre is off by less than this share of its coordinate, whose own rounding shows more. */
const ROUNDING = 1e-8;

/**
 * For each component its mass, and the first two moments of the points in it about a centre: sums over the points, weighted
 * by the component's shares in them. The centres are the components' means until they are moved.
 */
export class Moments {
  /** The four of them, one after the other. */
  readonly values: Float64Array;
  /** Centre − mean, k×d. */
  readonly offsets: Float64Array;
  /** Σ w; 0 for an empty component once the centres have been moved. */
  readonly masses: Float64Array;
  /** Σ w (x − centre), k×d. */
  readonly #sums: Float64Array;
  /** Σ w (x − centre)(x − centre)ᵀ, k×d×d, lower triangles. */
  readonly scatters: Float64Array;

  constructor(
    readonly size: number,
    readonly dimension: number,
  ) {
    const vectors = size * dimension;
    this.values = new Float64Array(size + vectors * (2 + dimension));
    this.offsets = this.values.subarray(0, vectors);
    this.masses = this.values.subarray(vectors, vectors + size);
    this.#sums = this.values.subarray(vectors + size, 2 * vectors + size);
    this.scatters = this.values.subarray(2 * vectors + size);
  }

  /** Back to no points, with the components' means as centres. */
  reset(): void {
    this.values.fill(0);
  }

  /** Back to no points. */
  clear(): void {
    this.masses.fill(0);
    this.scatters.fill(0);
    this.#sums.fill(0);
  }

  /**
   * Moves the centres, and the scatters with them, to the means of the points. Returns whether they were near enough: if
   * not, scatters are inaccurate, and the points are to be added again now that the centres are where they should be.
   */
  centre({ means }: GaussianComponents): boolean {
    const { size, dimension: d, masses, offsets, scatters } = this;
    const sums = this.#sums;
    let near = true;
    for (let c = 0; c < size; c++) {
      if (masses[c] < EMPTY) masses[c] = 0;
      if (masses[c] === 0) continue;
      for (let row = 0; row < d; row++) {
        const move = sums[c * d + row] / masses[c];
        const variance = (c * d + row) * d + row;
        const before = scatters[variance];
        for (let column = 0; column <= row; column++) scatters[variance - row + column] -= move * sums[c * d + column];
        offsets[c * d + row] += move;
        const centre = means[c * d + row] + offsets[c * d + row];
        if (scatters[variance] < FAR_OFF * before && Math.abs(move) > ROUNDING * Math.abs(centre)) near = false;
      }
    }
    return near;
  }
}
