import { type Integrand, integrate } from '../numeric/quadrature.js';
import { type SampleInput, toSamples } from '../numeric/samples.js';
import { type Density, logDensityInto, requireDensity } from './density.js';

/** Accuracy of a cell's probability. */
const TOLERANCE = 1e-9;

/** How many points there are in each cell, and how many a density expects; the last cell is all the rest. */
export interface CellCounts {
  readonly observed: number[];
  readonly expected: number[];
}

/**
 * Counts points by intervals, or in the plane by rectangles, and integrates the density over each.
 *
 * @param points n×d, d = 1 or 2
 * @param edges for each coordinate the ascending ends of its intervals; cells are in the order of the first coordinate,
 *   then of the second
 * @throws RangeError if dimensions disagree or are more than 2, or an axis has fewer than two edges
 */
export function cellCounts(density: Density, points: SampleInput, edges: readonly (readonly number[])[]): CellCounts {
  requireDensity('density', density);
  const { data, n, d } = toSamples('points', points);
  if (density.dimension > 2) throw new RangeError(`cells are for 1 or 2 dimensions, got ${density.dimension}`);
  if (d !== density.dimension || edges.length !== d) {
    throw new RangeError(
      `density, points and edges must have one dimension, got ${density.dimension}, ${d} and ${edges.length}`,
    );
  }
  for (const axis of edges) {
    if (axis.length < 2) throw new RangeError(`each axis must have at least two edges, got ${axis.length}`);
  }
  const probabilities = probabilitiesOfCells(density, edges, []);
  const observed = new Array<number>(probabilities.length + 1).fill(0);
  for (let i = 0; i < n; i++) observed[cellOf(data.subarray(i * d, (i + 1) * d), edges) ?? probabilities.length]++;
  const rest = 1 - probabilities.reduce((sum, probability) => sum + probability, 0);
  return { observed, expected: [...probabilities, Math.max(0, rest)].map((probability) => n * probability) };
}

/** The index of the cell that a point is in; undefined if in none. */
function cellOf(point: Float64Array, edges: readonly (readonly number[])[]): number | undefined {
  let cell = 0;
  for (const [j, axis] of edges.entries()) {
    const interval = axis.findLastIndex((edge) => edge <= point[j]);
    if (interval < 0 || interval === axis.length - 1) return undefined;
    cell = cell * (axis.length - 1) + interval;
  }
  return cell;
}

function probabilitiesOfCells(
  density: Density,
  [axis, ...others]: readonly (readonly number[])[],
  intervals: readonly (readonly [number, number])[],
): number[] {
  return axis.slice(1).flatMap((to, i) => {
    const box = [...intervals, [axis[i], to] as const];
    return others.length > 0 ? probabilitiesOfCells(density, others, box) : [probabilityOf(density, box, [])];
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
      values.set(logDensityInto(new Float64Array(x.length), density, points).map(Math.exp));
    }
    weights.fill(1 / (interval[1] - interval[0])); // an absolute accuracy
  };
  return integrate(integrand, interval, TOLERANCE).value;
}
