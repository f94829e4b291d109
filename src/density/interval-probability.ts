import { joinBreakpoints } from '../numeric/breakpoints.js';
import { exp } from '../numeric/exponential.js';
import { integrate } from '../numeric/quadrature.js';
import { type Density, logDensityInto } from './density.js';

const TOLERANCE = 1e-11;

/**
 * P(from < X < to) for X ~ density on the line, finite bounds: by quadrature, to a relative 1e-11.
 *
 * @param splits the density's breakpoints, or more
 */
export function probabilityBetween(density: Density, from: number, to: number, splits: readonly number[]): number {
  if (!(from < to)) return 0;
  const inside = splits.filter((x) => x > from && x < to);
  const { value } = integrate(
    (x, values, weights) => {
      values.set(logDensityInto(values, density, x).map(exp));
      weights.set(values);
    },
    joinBreakpoints([from, to], inside),
    TOLERANCE,
  );
  return value;
}
