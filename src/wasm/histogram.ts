// AssemblyScript. Counts points in the plane in the cells of a grid, for ../synthesis/density-histogram.ts.

/** Cells along each axis. */
export const BINS: i32 = 50;

/** Memory: the number of points in each cell, the cells that are not empty, a box (left, bottom, right, top), points (x, y). */
export const COUNTS: usize = 0;
export const OCCUPIED: usize = 10240;
export const BOX: usize = 20480;
export const POINTS: usize = 20512;

let cellsOccupied: i32 = 0;
let mostInACell: i32 = 0;

/** Back to no points. */
export function clear(): void {
  memory.fill(COUNTS, 0, 4 * BINS * BINS);
  cellsOccupied = 0;
  mostInACell = 0;
}

/** Back to a box that holds nothing. */
export function unbound(): void {
  v128.store(BOX, f64x2.splat(Infinity));
  v128.store(BOX, f64x2.splat(-Infinity), 16);
}

/** Widens the box so that it holds the points. */
export function bound(points: i32): void {
  let low = v128.load(BOX);
  let high = v128.load(BOX, 16);
  // Two chains of comparisons that do not wait for each other.
  let otherLow = low;
  let otherHigh = high;
  const end = POINTS + ((<usize>points) << 4);
  let at = POINTS;
  for (; at + 16 < end; at += 32) {
    const point = v128.load(at);
    const other = v128.load(at, 16);
    low = f64x2.pmin(low, point);
    high = f64x2.pmax(high, point);
    otherLow = f64x2.pmin(otherLow, other);
    otherHigh = f64x2.pmax(otherHigh, other);
  }
  if (at < end) {
    low = f64x2.pmin(low, v128.load(at));
    high = f64x2.pmax(high, v128.load(at));
  }
  v128.store(BOX, f64x2.pmin(low, otherLow));
  v128.store(BOX, f64x2.pmax(high, otherHigh), 16);
}

/** Counts the points, which the box holds, in cells of so many to a unit of length along each axis. */
export function count(points: i32, cellsPerX: f64, cellsPerY: f64): void {
  const corner = v128.load(BOX);
  const scale = f64x2.replace_lane(f64x2.splat(cellsPerX), 1, cellsPerY);
  const last = i32x4.splat(BINS - 1);
  let occupied = OCCUPIED + ((<usize>cellsOccupied) << 2);
  let most = mostInACell;
  const end = POINTS + ((<usize>points) << 4);
  for (let at = POINTS; at < end; at += 16) {
    // The box's upper edges belong to the last cells, and so does what is outside.
    const place = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(f64x2.sub(v128.load(at), corner), scale));
    const columnAndRow = i32x4.min_u(place, last);
    const cell = i32x4.extract_lane(columnAndRow, 0) * BINS + i32x4.extract_lane(columnAndRow, 1);
    const counter = COUNTS + ((<usize>cell) << 2);
    const now = load<i32>(counter) + 1;
    store<i32>(counter, now);
    // Without a branch: the cell stays if this is its first point, and is overwritten otherwise.
    store<i32>(occupied, cell);
    occupied += (<usize>(now === 1)) << 2;
    most = max(most, now);
  }
  cellsOccupied = <i32>((occupied - OCCUPIED) >> 2);
  mostInACell = most;
}

/** How many cells are not empty. */
export function occupiedCells(): i32 {
  return cellsOccupied;
}

/** The number of points in the fullest cell. */
export function fullest(): i32 {
  return mostInACell;
}
