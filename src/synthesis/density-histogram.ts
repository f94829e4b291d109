import { ln } from '../numeric/logarithm.js';
import { instantiate, type WasmMemory, type WasmNumber } from '../numeric/wasm.js';

/** Densities are clipped below at this value, so that an empty cell has a finite logarithm. */
const DENSITY_FLOOR = 1e-10;
const LOG_FLOOR = ln(DENSITY_FLOOR);

/** A rectangle in the plane. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** ../wasm/histogram.ts, which says what is where in its memory. */
interface HistogramModule {
  readonly memory: WasmMemory;
  readonly BINS: WasmNumber;
  readonly COUNTS: WasmNumber;
  readonly OCCUPIED: WasmNumber;
  readonly BOX: WasmNumber;
  readonly POINTS: WasmNumber;
  clear(): void;
  unbound(): void;
  bound(points: number): void;
  count(points: number, cellsPerX: number, cellsPerY: number): void;
  occupiedCells(): number;
  fullest(): number;
}

const wasm = instantiate<HistogramModule>('histogram');
/** Cells of a histogram along each axis. */
const BINS = wasm.BINS.value;
const CELLS = BINS * BINS;
const countsThere = new Int32Array(wasm.memory.buffer, wasm.COUNTS.value, CELLS);
const occupiedThere = new Int32Array(wasm.memory.buffer, wasm.OCCUPIED.value, CELLS);
const boxThere = new Float64Array(wasm.memory.buffer, wasm.BOX.value, 4);
const pointsThere = new Float64Array(wasm.memory.buffer, wasm.POINTS.value, 4096);

/** Logarithms of counts. */
let logOfCount = new Float64Array(0);

/**
 * A 50×50 density histogram of points in the plane, clipped below and normalised to sum to one: what the authors compare
 * two samples with. Refilled in place, since Figure 4 fills more than a million.
 */
export class DensityHistogram {
  readonly #counts = new Int32Array(CELLS);
  /** The cells that are not empty come first. */
  readonly #occupied = new Int32Array(CELLS);
  #occupiedCells = 0;
  /** Clipped density of a cell, and its logarithm, by the number of points in it. */
  #density = new Float64Array(0);
  #logDensity = new Float64Array(0);
  /** Sum of the clipped densities of all cells, by which they are to be divided. */
  #total = 0;

  /** Counts the points (flat, x and y in turn; not all the same) in a box that holds them, their own by default. */
  fill(points: Float64Array, { left, right, bottom, top }: Box = boundingBox(points)): void {
    const scaleX = BINS / (right - left);
    const scaleY = BINS / (top - bottom);
    wasm.clear();
    boxThere[0] = left;
    boxThere[1] = bottom;
    inParts(points, (count) => wasm.count(count, scaleX, scaleY));
    this.#occupiedCells = wasm.occupiedCells();
    this.#counts.set(countsThere);
    this.#occupied.set(occupiedThere.subarray(0, this.#occupiedCells));
    this.#tabulate(wasm.fullest(), points.length / 2 / (scaleX * scaleY));
  }

  /** D_KL(this ‖ other) in nats, cell by cell of equal index, whether or not the two boxes are the same. */
  divergenceFrom(other: DensityHistogram): number {
    const counts = this.#counts;
    const occupied = this.#occupied;
    const density = this.#density;
    const logDensity = this.#logDensity;
    const otherCounts = other.#counts;
    const otherOccupied = other.#occupied;
    const otherLogDensity = other.#logDensity;
    // Σ (p/P) log (p/P)/(q/Q), with P and Q the totals of densities p and q; p = q in cells that are empty in both.
    let sum = 0;
    for (let i = 0; i < this.#occupiedCells; i++) {
      const count = counts[occupied[i]];
      sum += density[count] * (logDensity[count] - otherLogDensity[otherCounts[occupied[i]]]);
    }
    for (let i = 0; i < other.#occupiedCells; i++) {
      const cell = otherOccupied[i];
      if (counts[cell] === 0) sum += DENSITY_FLOOR * (LOG_FLOOR - otherLogDensity[otherCounts[cell]]);
    }
    return sum / this.#total + ln(other.#total / this.#total);
  }

  /** Tabulates the clipped density for each count up to the fullest cell's, and adds it up over the cells. */
  #tabulate(fullest: number, pointsTimesCellArea: number): void {
    if (this.#density.length <= fullest) {
      this.#density = new Float64Array(2 * fullest + 1);
      this.#logDensity = new Float64Array(2 * fullest + 1);
    }
    if (logOfCount.length <= fullest) {
      logOfCount = Float64Array.from({ length: 2 * fullest + 1 }, (_, count) => ln(count));
    }
    const density = this.#density;
    const logDensity = this.#logDensity;
    const logScale = ln(pointsTimesCellArea);
    for (let count = 0; count <= fullest; count++) {
      density[count] = Math.max(count / pointsTimesCellArea, DENSITY_FLOOR);
      logDensity[count] = Math.max(logOfCount[count] - logScale, LOG_FLOOR);
    }
    const counts = this.#counts;
    const occupied = this.#occupied;
    let total = (CELLS - this.#occupiedCells) * DENSITY_FLOOR;
    for (let i = 0; i < this.#occupiedCells; i++) total += density[counts[occupied[i]]];
    this.#total = total;
  }
}

/** The smallest box that holds the points (flat, x and y in turn). */
export function boundingBox(points: Float64Array): Box {
  wasm.unbound();
  inParts(points, wasm.bound);
  const [left, bottom, right, top] = boxThere;
  return { left, right, bottom, top };
}

/** The smallest box that holds two boxes. */
export function boxAround(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
    top: Math.max(a.top, b.top),
  };
}

/** Brings points into the module's memory, as many at a time as there is room for, and has them visited there. */
function inParts(points: Float64Array, visit: (count: number) => void): void {
  for (let at = 0; at < points.length; at += pointsThere.length) {
    const part = points.length <= pointsThere.length ? points : points.subarray(at, at + pointsThere.length);
    pointsThere.set(part);
    visit(part.length / 2);
  }
}
