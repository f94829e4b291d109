import { ROUNDING_OF_SUMS } from '../information/divergence.js';
import type { FiniteDistribution } from '../information/finite-distribution.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { tanh } from '../numeric/exponential.js';
import { log1p } from '../numeric/logarithm.js';
import { withinRange } from '../numeric/range.js';
import type { Density } from './density.js';
import { readFinite } from './finite.js';
import type { Functional } from './functional.js';
import { type ByMethod, type ByMonteCarlo, evaluateBy } from './methods.js';
import type { MonteCarloEstimate } from './monte-carlo.js';

/** What an outcome tells of whether it came from p or q, log 2 − h(p/(p + q)). */
const JENSEN_SHANNON: Functional = {
  name: 'the Jensen–Shannon divergence',
  from: 'midpoint',
  g: (logP, logQ) => informationAboutSource(tanh(Math.abs(logP - logQ) / 2)),
  range: [0, Math.LN2],
  pointwise: true,
};

/**
 * The Jensen–Shannon divergence ½ D_KL(p ‖ m) + ½ D_KL(q ‖ m) with m = (p + q)/2 in nats (Lin 1991): from 0 to log 2,
 * to the last bit, by every method.
 *
 * Of finite distributions, exactly: lists of probabilities of the same outcomes in order, or `FiniteDistribution`s of the
 * same variables, in any order. Of densities in the same number of dimensions, by one of these methods:
 *
 * - `'quadrature'`: to 1e-10 in one dimension and 1e-7 in two.
 * - `'monte-carlo'`: from points of which half come from p and half from q, with its standard error; unbiased, in any
 *   dimension.
 *
 * @throws RangeError if probabilities do not sum to one, lengths, variables or dimensions differ, the method is unknown,
 *   or quadrature is asked for in more than 2 dimensions
 * @throws TypeError if p and q are of different kinds, an option is unknown, or Monte Carlo has no rng
 */
export function jensenShannonDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number;
export function jensenShannonDivergence(p: FiniteDistribution, q: FiniteDistribution): number;
export function jensenShannonDivergence(p: Density, q: Density, options: ByMonteCarlo): MonteCarloEstimate;
export function jensenShannonDivergence(p: Density, q: Density, options: ByMethod<'quadrature'>): number;
export function jensenShannonDivergence(
  p: unknown,
  q: unknown,
  options?: ByMethod<string>,
): number | MonteCarloEstimate {
  const finite = readFinite(p, q, options);
  if (!finite) return evaluateBy('jensenShannonDivergence', options, JENSEN_SHANNON, {}, [p, q]);
  const sum = compensatedSum(finite.p.length, (i) => {
    const [a, b] = [finite.p[i], finite.q[i]];
    return a + b === 0 ? 0 : ((a + b) / 2) * informationAboutSource(Math.abs(a - b) / (a + b));
  });
  return withinRange(JENSEN_SHANNON.name, sum, JENSEN_SHANNON.range, ROUNDING_OF_SUMS);
}

/** log 2 − h((1 + t)/2), where (1 + t)/2 is the probability of the likelier one of two sources: never negative. */
function informationAboutSource(t: number): number {
  if (t === 1) return Math.LN2;
  // Where the logarithms would cancel, t artanh t + ½ log(1 − t²).
  if (t < 1 / 2) return (t * log1p((2 * t) / (1 - t)) + log1p(-t * t)) / 2;
  return ((1 + t) * log1p(t) + (1 - t) * log1p(-t)) / 2;
}
