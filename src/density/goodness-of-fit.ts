import { type ChiSquareTest, chiSquareTest } from '../numeric/chi-square.js';
import { type SampleInput, toSamples } from '../numeric/samples.js';
import { breakpoints, type Density, logDensityInto, requireDensity } from './density.js';
import { probabilityBetween } from './interval-probability.js';
import { cellProbabilities, levelOfShare, type PlaneGrid, tabulateLog } from './plane-grid.js';

/** How many equally likely shells the plane is divided into. */
const SHELLS = 10;

/** The outcome of the test, with what the density integrates to. */
export interface GoodnessOfFit extends ChiSquareTest {
  /** ∫ of the density: 1, if it is one. */
  readonly mass: number;
}

/**
 * Pearson's χ² test of whether a sample comes from a density. On the line points are counted between `edges`, ascending, and
 * beyond the first and the last, and probabilities are found by quadrature; in the plane they are counted between the
 * highest-density regions of 10, 20, …, 90 %, found on a grid.
 *
 * @param sample n×d
 * @throws RangeError if dimensions differ or are more than 2, or what the density needs is missing
 */
export function goodnessOfFit(
  density: Density,
  sample: SampleInput,
  cells: { readonly edges: readonly number[] } | { readonly grid: PlaneGrid },
): GoodnessOfFit {
  requireDensity('density', density);
  const { data, n, d } = toSamples('sample', sample);
  if (d !== density.dimension) throw new RangeError(`sample must have ${density.dimension} columns, got ${d}`);
  const { counts, probabilities } =
    'edges' in cells ? onLine(density, data, cells.edges) : inPlane(density, data, cells.grid);
  const mass = probabilities.reduce((a, b) => a + b);
  const test = chiSquareTest(
    counts,
    probabilities.map((probability) => (n * probability) / mass),
  );
  return { ...test, mass };
}

interface Cells {
  readonly counts: number[];
  readonly probabilities: number[];
}

function onLine(density: Density, sample: Float64Array, edges: readonly number[]): Cells {
  if (density.dimension !== 1) throw new RangeError(`edges are for 1 dimension, got ${density.dimension}`);
  const splits = breakpoints(density);
  const bounds = [
    Math.min(splits[0], edges[0]),
    ...edges,
    Math.max(splits[splits.length - 1], edges[edges.length - 1]),
  ];
  const probabilities = bounds.slice(1).map((to, i) => probabilityBetween(density, bounds[i], to, splits));
  const counts = probabilities.map(() => 0);
  for (const x of sample) counts[edges.filter((edge) => edge <= x).length]++;
  return { counts, probabilities };
}

function inPlane(density: Density, sample: Float64Array, grid: PlaneGrid): Cells {
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
