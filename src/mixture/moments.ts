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
  /** Σ w; 0 for an empty component once the centres have been moved. */
  readonly masses: Float64Array;
  /** Centre − mean, k×d. */
  readonly offsets: Float64Array;
  /** Σ w (x − centre)(x − centre)ᵀ, k×d×d, lower triangles. */
  readonly scatters: Float64Array;
  /** Σ w (x − centre), k×d. */
  readonly #sums: Float64Array;
  #moved = false;

  constructor(
    readonly size: number,
    readonly dimension: number,
  ) {
    this.masses = new Float64Array(size);
    this.offsets = new Float64Array(size * dimension);
    this.scatters = new Float64Array(size * dimension * dimension);
    this.#sums = new Float64Array(size * dimension);
  }

  /** Back to no points, with the components' means as centres. */
  reset(): void {
    this.offsets.fill(0);
    this.#moved = false;
    this.clear();
  }

  /** Back to no points. */
  clear(): void {
    this.masses.fill(0);
    this.scatters.fill(0);
    this.#sums.fill(0);
  }

  /** Adds the four points that the components look at, with the shares they have in them. */
  add({ centred, shares }: GaussianComponents): void {
    if (this.#moved) this.#shift(centred);
    if (this.dimension === 2) this.#addInPlane(centred, shares);
    else this.#add(centred, shares);
  }

  #add(centred: Float64Array, shares: Float64Array): void {
    const { size, dimension: d, masses, scatters } = this;
    const sums = this.#sums;
    for (let c = 0; c < size; c++) {
      const w0 = shares[4 * c];
      const w1 = shares[4 * c + 1];
      const w2 = shares[4 * c + 2];
      const w3 = shares[4 * c + 3];
      masses[c] += w0 + w1 + (w2 + w3);
      const first = 4 * c * d;
      for (let row = 0; row < d; row++) {
        const y0 = w0 * centred[first + 4 * row];
        const y1 = w1 * centred[first + 4 * row + 1];
        const y2 = w2 * centred[first + 4 * row + 2];
        const y3 = w3 * centred[first + 4 * row + 3];
        sums[c * d + row] += y0 + y1 + (y2 + y3);
        const to = (c * d + row) * d;
        for (let column = 0; column <= row; column++) {
          const x = first + 4 * column;
          scatters[to + column] += y0 * centred[x] + y1 * centred[x + 1] + (y2 * centred[x + 2] + y3 * centred[x + 3]);
        }
      }
    }
  }

  /** The same in the plane, without the inner loops. */
  #addInPlane(centred: Float64Array, shares: Float64Array): void {
    const { size, masses, scatters } = this;
    const sums = this.#sums;
    for (let c = 0; c < size; c++) {
      const w0 = shares[4 * c];
      const w1 = shares[4 * c + 1];
      const w2 = shares[4 * c + 2];
      const w3 = shares[4 * c + 3];
      const x = 8 * c;
      const y = x + 4;
      const x0 = w0 * centred[x];
      const x1 = w1 * centred[x + 1];
      const x2 = w2 * centred[x + 2];
      const x3 = w3 * centred[x + 3];
      const y0 = w0 * centred[y];
      const y1 = w1 * centred[y + 1];
      const y2 = w2 * centred[y + 2];
      const y3 = w3 * centred[y + 3];
      masses[c] += w0 + w1 + (w2 + w3);
      sums[2 * c] += x0 + x1 + (x2 + x3);
      sums[2 * c + 1] += y0 + y1 + (y2 + y3);
      scatters[4 * c] += x0 * centred[x] + x1 * centred[x + 1] + (x2 * centred[x + 2] + x3 * centred[x + 3]);
      scatters[4 * c + 2] += y0 * centred[x] + y1 * centred[x + 1] + (y2 * centred[x + 2] + y3 * centred[x + 3]);
      scatters[4 * c + 3] += y0 * centred[y] + y1 * centred[y + 1] + (y2 * centred[y + 2] + y3 * centred[y + 3]);
    }
  }

  /**
   * Moves the centres, and the scatters with them, to the means of the points. Returns whether they were near enough: if
   * not, scatters are inaccurate, and the points are to be added again now that the centres are where they should be.
   */
  centre({ means }: GaussianComponents): boolean {
    const { size, dimension: d, masses, offsets, scatters } = this;
    let near = true;
    for (let c = 0; c < size; c++) {
      if (masses[c] < EMPTY) masses[c] = 0;
      if (masses[c] === 0) continue;
      const sums = this.#sums.subarray(c * d, (c + 1) * d);
      for (let row = 0; row < d; row++) {
        const move = sums[row] / masses[c];
        const variance = (c * d + row) * d + row;
        const before = scatters[variance];
        for (let column = 0; column <= row; column++) scatters[variance - row + column] -= move * sums[column];
        offsets[c * d + row] += move;
        const centre = means[c * d + row] + offsets[c * d + row];
        if (scatters[variance] < FAR_OFF * before && Math.abs(move) > ROUNDING * Math.abs(centre)) near = false;
      }
    }
    this.#moved = true;
    return near;
  }

  #shift(centred: Float64Array): void {
    for (let at = 0; at < centred.length; at++) centred[at] -= this.offsets[at >> 2];
  }
}
