import {
  brief,
  requireFlat,
  requireKnownOptions,
  requireNumbers,
  requirePositive,
  requirePositiveInteger,
  requireRecord,
} from '../numeric/arguments.js';
import { exp } from '../numeric/exponential.js';
import { withinRange } from '../numeric/range.js';
import { type Density, logDensityInto } from './density.js';

/** Along an axis: two coordinates of so many points squared take 256 MB. */
const MOST_CELLS = 4000;
/** How far from one the probability of all cells may be. */
const LOST_MASS = 0.01;
/** Of a sum over all cells. */
const ROUNDING = 1e-9;

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
 * @throws RangeError if a range is empty or the number of cells is no positive integer, or above 4000
 * @throws TypeError if a range is no pair of numbers, or an option is unknown
 */
export function planeGrid(options: PlaneGridOptions): PlaneGrid {
  requireKnownOptions('planeGrid', options, ['x', 'y', 'cells']);
  const { x, y, cells } = options;
  requirePositiveInteger('cells', cells);
  if (cells > MOST_CELLS) throw new RangeError(`cells must be at most ${MOST_CELLS} along an axis, got ${cells}`);
  const midpoints = (name: string, range: readonly [number, number]) => {
    requireNumbers(name, range);
    const [from, to] = range;
    if (range.length !== 2 || !(to - from > 0 && to - from < Infinity)) {
      throw new RangeError(`${name} must be a range, got ${brief(range)}`);
    }
    return Float64Array.from({ length: cells }, (_, i) => from + ((i + 0.5) * (to - from)) / cells);
  };
  const [columns, rows] = [midpoints('x', x), midpoints('y', y)];
  const points = new Float64Array(2 * cells * cells);
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) points.set([columns[i], rows[j]], 2 * (i * cells + j));
  }
  return { x: columns, y: rows, cellArea: ((x[1] - x[0]) / cells) * ((y[1] - y[0]) / cells), points };
}

/**
 * log p at the midpoints.
 *
 * @throws RangeError unless p is a density in the plane
 * @throws TypeError unless the grid is one
 */
export function tabulateLog(density: Density, grid: PlaneGrid): Float64Array {
  requireGrid(grid);
  if (density.dimension !== 2) {
    throw new RangeError(`a grid of the plane is for densities in 2 dimensions, got ${density.dimension}`);
  }
  return logDensityInto(new Float64Array(grid.points.length / 2), density, grid.points);
}

function requireGrid(grid: PlaneGrid): void {
  requireRecord('grid', grid);
  const { x, y, points, cellArea } = grid;
  requireFlat('grid.x', x, { columns: 1 });
  requireFlat('grid.y', y, { columns: 1 });
  requireFlat('grid.points', points, { length: 2 * x.length * y.length });
  requirePositive('grid.cellArea', cellArea);
}

/**
 * The probability of each cell by the midpoint rule.
 *
 * @throws RangeError if they do not sum to one within a hundredth: the rectangle is too small, or the cells too large
 */
export function cellProbabilities(logDensities: Float64Array, { cellArea }: PlaneGrid): Float64Array {
  const probabilities = logDensities.map((log) => cellArea * exp(log));
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

/** ½ Σ |p − q|: the total variation distance of two densities from the probabilities of cells, which sum to one. */
export function totalVariationOfCells(p: Float64Array, q: Float64Array): number {
  const distance = p.reduce((sum, value, i) => sum + Math.abs(value - q[i]), 0) / 2;
  return withinRange('the total variation distance', distance, [0, 1], ROUNDING);
}
