import type { FiniteDistribution } from '../information/finite-distribution.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import type { Density } from './density.js';
import { readFinite } from './finite.js';
import type { Functional } from './functional.js';
import { type ByMethod, type ByMonteCarlo, evaluateBy } from './methods.js';
import type { MonteCarloEstimate } from './monte-carlo.js';

/** What an outcome tells of whether it came from p or q, log 2 − h(p/(p + q)). */
const JENSEN_SHANNON: Functional = { from: 'midpoint', g: (logP, logQ) => informationAboutSource(logP - logQ) };

/**
 * The Jensen–Shannon divergence ½ D_KL(p ‖ m) + ½ D_KL(q ‖ m) with m = (p + q)/2 in nats (Lin 1991): from 0 to log 2.
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
  return compensatedSum(finite.p.length, (i) => {
    const [a, b] = [finite.p[i], finite.q[i]];
    return a + b === 0 ? 0 : ((a + b) / 2) * informationAboutSource(Math.log(a) - Math.log(b));
  });
}

/** log 2 − h(s) for s = 1/(1 + e^−r), the probability of the one source of two when log odds are r. */
function informationAboutSource(r: number): number {
  const odds = Math.exp(-Math.abs(r));
  return Math.LN2 - Math.log1p(odds) - (odds === 0 ? 0 : (Math.abs(r) * odds) / (1 + odds));
}
