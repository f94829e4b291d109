import { requireAscending, requireList } from '../numeric/arguments.js';
import { exp } from '../numeric/exponential.js';
import { type Integrand, integrate } from '../numeric/quadrature.js';
import { withinRange } from '../numeric/range.js';
import { type SampleInput, toSamples } from '../numeric/samples.js';
import { breakpoints, type Density, logDensityInto, requireDensity } from './density.js';
import { probabilityBetween } from './interval-probability.js';
import { cellProbabilities, levelOfShare, type PlaneGrid, tabulateLog } from './plane-grid.js';

/** Accuracy of a rectangle's probability. */
const TOLERANCE = 1e-9;
/** How many equally likely shells the plane is divided into. */
const SHELLS = 10;

/** How many points there are in each cell, and how many a density expects; the last cell is all the rest. */
export interface CellCounts {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * Counts points by intervals, or in the plane by rectangles, and integrates the density over each. The density need not
 * know its breakpoints: it should be smooth between the edges.
 *
 * @param points n×d, d = 1 or 2
 * @param edges for each coordinate the ascending ends of its intervals; cells are in the order of the first coordinate,
 *   then of the second
 * @throws RangeError if dimensions disagree or are more than 2, an axis has fewer than two edges or not in order, or the
 *   density integrates to more than one
 * @throws TypeError if the density is none, or points or edges are no numbers
 */
export function cellCounts(density: Density, points: SampleInput, edges: readonly (readonly number[])[]): CellCounts {
  requireDensity('density', density);
  const { data, n, d } = toSamples('points', points);
  if (density.dimension > 2) throw new RangeError(`cells are for 1 or 2 dimensions, got ${density.dimension}`);
  requireList('edges', edges);
  if (d !== density.dimension || edges.length !== d) {
    throw new RangeError(
      `density, points and edges must have one dimension, got ${density.dimension}, ${d} and ${edges.length}`,
    );
  }
  edges.forEach((axis, j) => {
    requireEdges(`edges[${j}]`, axis, 2);
  });
  const probabilities = probabilitiesOfRectangles(density, edges, []);
  const observed = new Array<number>(probabilities.length + 1).fill(0);
  for (let i = 0; i < n; i++) observed[rectangleOf(data.subarray(i * d, (i + 1) * d), edges) ?? probabilities.length]++;
  const total = probabilities.reduce((sum, probability) => sum + probability, 0);
  const rest = 1 - withinRange('the probability of all cells', total, [0, 1], TOLERANCE * probabilities.length);
  return { observed, expected: [...probabilities, rest].map((probability) => n * probability) };
}

/** Cells that hold every point: how many of a sample each has, and its probability. */
export interface Partition {
  readonly counts: readonly number[];
  readonly probabilities: readonly number[];
}

/**
 * The line divided at the edges: points between each two, below the first and above the last.
 *
 * @throws RangeError if the density is in more than one dimension, or edges are none or not in order
 * @throws TypeError if the density does not know its breakpoints
 */
export function intervalCounts(density: Density, sample: Float64Array, edges: readonly number[]): Partition {
  if (density.dimension !== 1) throw new RangeError(`edges are for 1 dimension, got ${density.dimension}`);
  requireEdges('edges', edges, 1);
  const splits = breakpoints(density);
  const bounds = [
    Math.min(splits[0], edges[0]),
    ...edges,
    Math.max(splits[splits.length - 1], edges[edges.length - 1]),
  ];
  const probabilities = bounds.slice(1).map((to, i) => probabilityBetween(density, bounds[i], to, splits));
  const counts = probabilities.map(() => 0);
  for (const x of sample) counts[edgesReached(edges, x)]++;
  return { counts, probabilities };
}

/**
 * The plane divided into ten shells of equal probability, by the highest-density regions of 10, 20, …, 90 % on a grid.
 *
 * @throws RangeError if the density is not in the plane, or the grid does not hold or resolve it
 */
export function shellCounts(density: Density, sample: Float64Array, grid: PlaneGrid): Partition {
  const logDensities = tabulateLog(density, grid);
  const table = cellProbabilities(logDensities, grid);
  const mass = table.reduce((a, b) => a + b);
  const levels = Array.from({ length: SHELLS - 1 }, (_, k) => levelOfShare(table, logDensities, (k + 1) / SHELLS));
  const counts = new Array<number>(SHELLS).fill(0);
  for (const log of logDensityInto(new Float64Array(sample.length / 2), density, sample)) {
    counts[levels.filter((level) => log < level).length]++;
  }
  return { counts, probabilities: counts.map(() => mass / SHELLS) };
}

/** The index of the rectangle that a point is in; undefined if in none. */
function rectangleOf(point: Float64Array, edges: readonly (readonly number[])[]): number | undefined {
  let rectangle = 0;
  for (const [j, axis] of edges.entries()) {
    const reached = edgesReached(axis, point[j]);
    if (reached === 0 || reached === axis.length) return undefined;
    rectangle = rectangle * (axis.length - 1) + reached - 1;
  }
  return rectangle;
}

/** How many edges are at x or below: a cell holds its lower edge. */
function edgesReached(edges: readonly number[], x: number): number {
  return edges.findLastIndex((edge) => edge <= x) + 1;
}

function requireEdges(name: string, edges: readonly number[], least: number): void {
  requireAscending(name, edges);
  if (edges.length < least) throw new RangeError(`${name} must be ${least} or more numbers, got ${edges.length}`);
  edges.forEach((edge, i) => {
    if (i > 0 && edge === edges[i - 1]) throw new RangeError(`${name} must differ, got ${edge} twice`);
  });
}

function probabilitiesOfRectangles(
  density: Density,
  [axis, ...others]: readonly (readonly number[])[],
  intervals: readonly (readonly [number, number])[],
): number[] {
  return axis.slice(1).flatMap((to, i) => {
    const box = [...intervals, [axis[i], to] as const];
    return others.length > 0 ? probabilitiesOfRectangles(density, others, box) : [probabilityOf(density, box, [])];
  });
}

function probabilityOf(
  density: Density,
  [interval, ...others]: readonly (readonly [number, number])[],
  preceding: readonly number[],
): number {
  const integrand: Integrand = (x, values, weights) => {
    if (others.length > 0) values.set(x.map((value) => probabilityOf(density, others, [...preceding, value])));
    else {
      const points = Float64Array.from([...x].flatMap((value) => [...preceding, value]));
      values.set(logDensityInto(new Float64Array(x.length), density, points).map(exp));
    }
    weights.fill(1 / (interval[1] - interval[0])); // an absolute accuracy
  };
  return integrate(integrand, interval, TOLERANCE).value;
}
