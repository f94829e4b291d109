import { mergeBreakpoints } from '../numeric/breakpoints.js';
import type { GaussianComponents } from './components.js';

/** Where the line is split around a Gaussian, in deviations from its mean; a share of 2e-19 lies beyond the last. */
const SPLITS = [-9, -4, 0, 4, 9];
const REACH = 9;

/**
 * Where to split the axis of coordinate j when integrating a mixture along it, given the j coordinates before it: around
 * the conditional mean of each component, in steps of its conditional deviation. Ascending; none where the coordinates
 * given are out of reach of all components.
 */
export function componentBreakpoints(
  { size, dimension: d, means, factors }: GaussianComponents,
  weights: ArrayLike<number>,
  preceding: readonly number[],
): number[] {
  const axis = preceding.length;
  const lists: number[][] = [];
  for (let c = 0; c < size; c++) {
    // x = μ + L z row by row: the coordinates given tell the first z, and they the conditional mean of the next one.
    const z: number[] = [];
    const conditionalMean = (row: number) =>
      z.reduce((sum, value, i) => sum + factors[(c * d + row) * d + i] * value, means[c * d + row]);
    const deviation = (row: number) => factors[(c * d + row) * d + row];
    for (let row = 0; row < axis; row++) z.push((preceding[row] - conditionalMean(row)) / deviation(row));
    if (weights[c] === 0 || z.some((value) => Math.abs(value) > REACH)) continue;
    const [mean, step] = [conditionalMean(axis), deviation(axis)];
    lists.push(SPLITS.map((split) => mean + split * step));
  }
  return mergeBreakpoints(lists);
}
