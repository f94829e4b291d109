import { joinBreakpoints } from '../numeric/breakpoints.js';
import { exp, tanh } from '../numeric/exponential.js';
import { type Integral, type Integrand, integrate } from '../numeric/quadrature.js';
import { withinRange } from '../numeric/range.js';
import { signChanges } from '../numeric/sign-changes.js';
import { breakpoints, type Density, logDensityInto } from './density.js';
import type { Functional } from './functional.js';

/** Tolerance of the integral over each coordinate, by number of dimensions; inner ones must not disturb outer ones. */
const TOLERANCES: Readonly<Record<number, readonly number[]>> = { 1: [1e-11], 2: [1e-8, 1e-9] };
/** Of the whole, by number of dimensions. */
const ACCURACIES: Readonly<Record<number, number>> = { 1: 1e-10, 2: 1e-7 };
/** How far from one the integral of the density itself may be. */
const LOST_MASS = 1e-6;

/**
 * An expectation by adaptive quadrature in one or two dimensions, coordinate after coordinate. Accurate to 1e-10 in one
 * dimension and 1e-7 in two, or to rounding if the value is large. What is beyond the range by no more is put on its end.
 *
 * @throws RangeError in more than two dimensions, or if the densities do not integrate to one between their breakpoints, so
 *   that the value is out of its range
 * @throws TypeError if a density does not know its breakpoints
 */
export function byQuadrature(functional: Functional, p: Density, q: Density): number {
  const { from, g, kink = false } = functional;
  const d = p.dimension;
  if (!(d in TOLERANCES)) {
    throw new RangeError(`quadrature is for 1 or 2 dimensions, got ${d}; use the method 'monte-carlo'`);
  }
  let infinite = false;

  const logDensities = (x: Float64Array, preceding: readonly number[]) => {
    const points = new Float64Array(x.length * d);
    for (let i = 0; i < x.length; i++) {
      points.set(preceding, i * d);
      points[i * d + d - 1] = x[i];
    }
    const logP = logDensityInto(new Float64Array(x.length), p, points);
    return [logP, p === q ? logP : logDensityInto(new Float64Array(x.length), q, points)];
  };

  const alongLast = (preceding: readonly number[]): Integrand => {
    return (x, values, weights) => {
      const [logP, logQ] = logDensities(x, preceding);
      for (let i = 0; i < x.length; i++) {
        weights[i] = from === 'p' ? exp(logP[i]) : (exp(logP[i]) + exp(logQ[i])) / 2;
        const value = weights[i] === 0 ? 0 : g(logP[i], logQ[i]);
        if (value === Infinity) infinite = true;
        else values[i] = weights[i] * value;
      }
    };
  };

  const difference = (preceding: readonly number[]) => (x: Float64Array) => {
    const [logP, logQ] = logDensities(x, preceding);
    // (p − q)/(p + q), and 0 where both vanish.
    return logP.map((log, i) => (log === logQ[i] ? 0 : tanh((log - logQ[i]) / 2)));
  };

  const slice = (preceding: readonly number[]): Integral => {
    const splits = joinBreakpoints(breakpoints(p, preceding), breakpoints(q, preceding));
    if (splits.length === 0) return { value: 0, mass: 0 };
    const tolerance = TOLERANCES[d][preceding.length];
    if (preceding.length < d - 1) {
      const acrossSlices: Integrand = (x, values, weights) => {
        x.forEach((coordinate, i) => {
          const { value, mass } = slice([...preceding, coordinate]);
          values[i] = value;
          weights[i] = mass;
        });
      };
      return integrate(acrossSlices, splits, tolerance);
    }
    const kinks = kink ? signChanges(difference(preceding), splits) : [];
    return integrate(alongLast(preceding), joinBreakpoints(splits, kinks), tolerance);
  };

  const { value, mass } = slice([]);
  if (!(Math.abs(mass - 1) < LOST_MASS)) {
    const density = from === 'p' ? 'p' : '(p + q)/2';
    throw new RangeError(`${density} must integrate to 1 between its breakpoints, got ${mass}`);
  }
  if (infinite) return Infinity;
  // A mass that is not quite one leads as far beyond what is possible.
  return withinRange(functional.name, value, functional.range, ACCURACIES[d] + Math.abs(mass - 1));
}
