/** Cells of a histogram along each axis. */
const BINS = 50;
/** Densities are clipped below at this value, so that an empty cell has a finite logarithm. */
const DENSITY_FLOOR = 1e-10;

const CELLS = BINS * BINS;

/**
 * A 50×50 density histogram of points in the plane on their own bounding box, clipped below and normalised to sum to
 * one: what the authors compare two samples with. Refilled in place, since Figure 4 fills more than a million.
 */
export class DensityHistogram {
  readonly #counts = new Int32Array(CELLS);
  /** Probability of a cell, and its logarithm, by the number of points in it. */
  #probability = new Float64Array(0);
  #logProbability = new Float64Array(0);

  /** Counts the points (flat, x and y in turn; at least one). */
  fill(points: Float64Array): void {
    const box = boundingBox(points);
    const scaleX = BINS / box.width;
    const scaleY = BINS / box.height;
    const counts = this.#counts;
    counts.fill(0);
    let fullest = 0;
    for (let i = 0; i < points.length; i += 2) {
      // The box's upper edges belong to the last cells.
      const column = Math.min(((points[i] - box.left) * scaleX) | 0, BINS - 1);
      const row = Math.min(((points[i + 1] - box.bottom) * scaleY) | 0, BINS - 1);
      const count = ++counts[column * BINS + row];
      if (count > fullest) fullest = count;
    }
    this.#tabulate(fullest, (points.length / 2) * (box.width / BINS) * (box.height / BINS));
  }

  /** D_KL(this ‖ other) in nats, cell by cell: the two boxes differ, so that cells of equal index do not coincide. */
  divergenceFrom(other: DensityHistogram): number {
    let divergence = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      const count = this.#counts[cell];
      const logRatio = this.#logProbability[count] - other.#logProbability[other.#counts[cell]];
      divergence += this.#probability[count] * logRatio;
    }
    return divergence;
  }

  /** Tabulates the clipped and normalised probability for each count up to the fullest cell's. */
  #tabulate(fullest: number, pointsTimesArea: number): void {
    if (this.#probability.length <= fullest) {
      this.#probability = new Float64Array(2 * fullest + 1);
      this.#logProbability = new Float64Array(2 * fullest + 1);
    }
    const density = this.#probability;
    for (let count = 0; count <= fullest; count++) density[count] = Math.max(count / pointsTimesArea, DENSITY_FLOOR);
    let total = 0;
    for (let cell = 0; cell < CELLS; cell++) total += density[this.#counts[cell]];
    for (let count = 0; count <= fullest; count++) {
      this.#probability[count] = density[count] / total;
      this.#logProbability[count] = Math.log(this.#probability[count]);
    }
  }
}

function boundingBox(points: Float64Array): { left: number; bottom: number; width: number; height: number } {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i];
    const y = points[i + 1];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  return { left, bottom, width: right - left, height: top - bottom };
}
