import { requirePositiveInteger } from '../numeric/arguments.js';
import { type Density, logDensityInto } from './density.js';

/** How far from one the probability of all cells may be. */
const LOST_MASS = 0.01;

export interface PlaneGridOptions {
  /** From where to where the first coordinate goes. */
  readonly x: readonly [from: number, to: number];
  /** The same of the second one. */
  readonly y: readonly [from: number, to: number];
  /** Cells along each axis. */
  readonly cells: number;
}

/** A grid of equal cells over a rectangle of the plane, to integrate by the midpoint rule. */
export interface PlaneGrid {
  /** Midpoints of the columns, ascending. */
  readonly x: Float64Array;
  /** Midpoints of the rows, ascending. */
  readonly y: Float64Array;
  /** Area of a cell. */
  readonly cellArea: number;
  /** The midpoints, column by column, as flat points. */
  readonly points: Float64Array;
}

/**
 * For smooth densities that vanish towards the edge of the rectangle, sums over the grid converge faster than any power of
 * the step; integrals over a part of the plane, or of functions with kinks, have errors of the order of the step to 3/2.
 *
 * @throws RangeError if a range is empty or the number of cells is no positive integer
 */
export function planeGrid({ x, y, cells }: PlaneGridOptions): PlaneGrid {
  requirePositiveInteger('cells', cells);
  const midpoints = (name: string, [from, to]: readonly [number, number]) => {
    if (!(to - from > 0 && to - from < Infinity)) throw new RangeError(`${name} must be a range, got [${from}, ${to}]`);
    return Float64Array.from({ length: cells }, (_, i) => from + ((i + 0.5) * (to - from)) / cells);
  };
  const [columns, rows] = [midpoints('x', x), midpoints('y', y)];
  const points = new Float64Array(2 * cells * cells);
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) points.set([columns[i], rows[j]], 2 * (i * cells + j));
  }
  return { x: columns, y: rows, cellArea: ((x[1] - x[0]) * (y[1] - y[0])) / cells ** 2, points };
}

/**
 * log p at the midpoints.
 *
 * @throws RangeError unless p is a density in the plane
 */
export function tabulateLog(density: Density, grid: PlaneGrid): Float64Array {
  if (density.dimension !== 2) {
    throw new RangeError(`a grid of the plane is for densities in 2 dimensions, got ${density.dimension}`);
  }
  return logDensityInto(new Float64Array(grid.points.length / 2), density, grid.points);
}

/**
 * The probability of each cell by the midpoint rule.
 *
 * @throws RangeError if they do not sum to one within a hundredth: the rectangle is too small, or the cells too large
 */
export function cellProbabilities(logDensities: Float64Array, { cellArea }: PlaneGrid): Float64Array {
  const probabilities = logDensities.map((log) => cellArea * Math.exp(log));
  const total = probabilities.reduce((a, b) => a + b);
  if (!(Math.abs(total - 1) < LOST_MASS)) {
    throw new RangeError(`the grid must hold the density and resolve it, got a mass of ${total}`);
  }
  return probabilities;
}

/** The level that the best cells by a score have, which together hold a share of the probability; −∞ if they are all. */
export function levelOfShare(probabilities: Float64Array, logScores: Float64Array, share: number): number {
  if (share === 1) return -Infinity;
  const mass = share * probabilities.reduce((a, b) => a + b);
  const order = Uint32Array.from(logScores.keys()).sort((a, b) => logScores[b] - logScores[a]);
  let held = 0;
  const first = order.find((cell) => {
    held += probabilities[cell];
    return held > mass;
  });
  return first === undefined ? -Infinity : logScores[first];
}

/** ½ Σ |p − q|: the total variation distance of two densities from the probabilities of cells. */
export function totalVariationOfCells(p: Float64Array, q: Float64Array): number {
  return p.reduce((sum, value, i) => sum + Math.abs(value - q[i]), 0) / 2;
}
