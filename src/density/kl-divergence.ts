import { relativeEntropy } from '../information/divergence.js';
import type { FiniteDistribution } from '../information/finite-distribution.js';
import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import type { Density } from './density.js';
import { readFinite } from './finite.js';
import type { Functional } from './functional.js';
import { type ByMethod, type ByMonteCarlo, evaluateBy } from './methods.js';
import { closedForm, matched, product, unscented, variational } from './mixture-approximations.js';
import type { MonteCarloEstimate } from './monte-carlo.js';
import { variationalUpperBound } from './variational-upper-bound.js';

/** E_p log p/q. */
const KL_DIVERGENCE: Functional = {
  name: 'the Kullback–Leibler divergence',
  from: 'p',
  g: (logP, logQ) => logP - logQ,
  range: [0, Infinity],
};

const MIXTURE_METHODS = {
  'closed-form': closedForm,
  unscented,
  product,
  matched,
  variational,
  'variational-upper-bound': variationalUpperBound,
} as const;

/** Closed form of single Gaussians, and the approximations of Hershey & Olsen 2007 and Goldberger et al. 2003. */
export type KlMixtureMethod = keyof typeof MIXTURE_METHODS;
/** The methods for Gaussian mixtures by name; {@link klDivergence} says what each is. */
export const KL_MIXTURE_METHODS = Object.keys(MIXTURE_METHODS) as KlMixtureMethod[];

/**
 * The Kullback–Leibler divergence D_KL(p ‖ q) in nats (Definition A.3): never negative. Infinity where p is not absolutely
 * continuous with respect to q, or it is larger than every number.
 *
 * Of finite distributions, exactly: lists of probabilities of the same outcomes in order, or `FiniteDistribution`s of the
 * same variables, in any order. Of densities in the same number of dimensions, by one of these methods:
 *
 * - `'quadrature'`: to 1e-10 in one dimension and 1e-7 in two, or to rounding if the divergence is large.
 * - `'monte-carlo'`: the mean of log p/q at points drawn from p, with its standard error; unbiased, in any dimension, and
 *   therefore sometimes negative where the divergence is small.
 *
 * and of Gaussian mixtures also by
 *
 * - `'closed-form'`: for single Gaussians.
 * - `'variational-upper-bound'`: never below the divergence; iterated 10,000 times or to within 1e-12 of its minimum.
 * - `'variational'`, `'product'`, `'unscented'`, `'matched'`: neither above nor below, and not always positive. All but `'product'` are exact for
 *   single Gaussians. `'unscented'` depends on the eigenvectors chosen where a covariance has equal eigenvalues.
 *
 * @throws RangeError if probabilities do not sum to one, lengths, variables or dimensions differ, the method is unknown,
 *   quadrature is asked for in more than 2 dimensions or finds p or q not to integrate to one, or a closed form for
 *   several components
 * @throws TypeError if p and q are of different kinds, an option is unknown, or Monte Carlo has no rng
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number;
export function klDivergence(p: FiniteDistribution, q: FiniteDistribution): number;
export function klDivergence(p: Density, q: Density, options: ByMonteCarlo): MonteCarloEstimate;
export function klDivergence(p: Density, q: Density, options: ByMethod<'quadrature'>): number;
export function klDivergence(
  p: GaussianMixture,
  q: GaussianMixture,
  options: ByMethod<KlMixtureMethod | 'quadrature'>,
): number;
export function klDivergence(p: unknown, q: unknown, options?: ByMethod<string>): number | MonteCarloEstimate {
  const finite = readFinite(p, q, options);
  if (finite) return relativeEntropy(finite.p, finite.q);
  return evaluateBy('klDivergence', options, KL_DIVERGENCE, MIXTURE_METHODS, [p, q]);
}
