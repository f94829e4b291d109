import { brief, requireRecord } from '../numeric/arguments.js';
import { type ChiSquareTest, chiSquareTest } from '../numeric/chi-square.js';
import { type SampleInput, toSamples } from '../numeric/samples.js';
import { intervalCounts, shellCounts } from './cell-counts.js';
import { type Density, requireDensity } from './density.js';
import type { PlaneGrid } from './plane-grid.js';

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
 * @throws RangeError if dimensions differ or are more than 2, edges are none or not in order, the grid does not hold the
 *   density, or fewer than two cells are expected to hold five points
 * @throws TypeError if the density is none, or, on the line, does not know its breakpoints, or there are not either edges
 *   or a grid
 */
export function goodnessOfFit(
  density: Density,
  sample: SampleInput,
  cells: { readonly edges: readonly number[] } | { readonly grid: PlaneGrid },
): GoodnessOfFit {
  requireDensity('density', density);
  const { data, n, d } = toSamples('sample', sample);
  if (d !== density.dimension) throw new RangeError(`sample must have ${density.dimension} columns, got ${d}`);
  requireRecord('cells', cells);
  const { edges, grid, ...others }: { edges?: readonly number[]; grid?: PlaneGrid } = cells;
  if ((edges === undefined) === (grid === undefined) || Object.keys(others).length > 0) {
    throw new TypeError(`cells must be either { edges } or { grid }, got ${brief(cells)}`);
  }
  const { counts, probabilities } = grid ? shellCounts(density, data, grid) : intervalCounts(density, data, edges!);
  const mass = probabilities.reduce((a, b) => a + b);
  const test = chiSquareTest(
    counts,
    probabilities.map((probability) => (n * probability) / mass),
  );
  return { ...test, mass };
}
