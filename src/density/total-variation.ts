import { totalVariationDistance } from '../information/divergence.js';
import type { FiniteDistribution } from '../information/finite-distribution.js';
import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { erf } from '../numeric/error-function.js';
import { tanh } from '../numeric/exponential.js';
import { ln, log1p } from '../numeric/logarithm.js';
import { withinRange } from '../numeric/range.js';
import type { Density } from './density.js';
import { readFinite } from './finite.js';
import type { Functional } from './functional.js';
import { type Gaussian, singleGaussian, squaredDistance } from './gaussian.js';
import { type ByMethod, type ByMonteCarlo, evaluateBy } from './methods.js';
import type { MonteCarloEstimate } from './monte-carlo.js';

/** E |p − q|/(p + q), where x comes from (p + q)/2. */
const TOTAL_VARIATION: Functional = {
  name: 'the total variation distance',
  from: 'midpoint',
  g: (logP, logQ) => tanh(Math.abs(logP - logQ) / 2),
  range: [0, 1],
  pointwise: true,
  kink: true,
};

/** Up to which difference, as a share of the deviations, covariances count as equal. */
const EQUAL = 1e-12;
/** Deviations of the wider one between two means, from which on there is no overlap. */
const FAR = 100;
/** Of a difference of probabilities. */
const ROUNDING = 1e-14;

/**
 * The total variation distance ½ Σ |p − q|, or ½ ∫ |p − q| (Definition A.4): from 0 to 1, to the last bit, by every
 * method.
 *
 * Of finite distributions, exactly: lists of probabilities of the same outcomes in order, or `FiniteDistribution`s of the
 * same variables, in any order. Of densities in the same number of dimensions, by one of these methods:
 *
 * - `'quadrature'`: to 1e-10 in one dimension and 1e-7 in two.
 * - `'monte-carlo'`: the mean of |p − q|/(p + q) at points of which half come from p and half from q, with its standard
 *   error; unbiased, in any dimension.
 * - `'closed-form'`: for single Gaussians that have equal covariances, or are one-dimensional.
 *
 * @throws RangeError if probabilities do not sum to one, lengths, variables or dimensions differ, the method is unknown,
 *   quadrature is asked for in more than 2 dimensions, or a closed form where there is none
 * @throws TypeError if p and q are of different kinds, an option is unknown, or Monte Carlo has no rng
 */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number;
export function totalVariation(p: FiniteDistribution, q: FiniteDistribution): number;
export function totalVariation(p: Density, q: Density, options: ByMonteCarlo): MonteCarloEstimate;
export function totalVariation(p: Density, q: Density, options: ByMethod<'quadrature'>): number;
export function totalVariation(
  p: GaussianMixture,
  q: GaussianMixture,
  options: ByMethod<'closed-form' | 'quadrature'>,
): number;
export function totalVariation(p: unknown, q: unknown, options?: ByMethod<string>): number | MonteCarloEstimate {
  const finite = readFinite(p, q, options);
  if (finite) return totalVariationDistance(finite.p, finite.q);
  return evaluateBy('totalVariation', options, TOTAL_VARIATION, { 'closed-form': closedForm }, [p, q]);
}

function closedForm(p: GaussianMixture, q: GaussianMixture): number {
  const [f, g] = [singleGaussian('p', p), singleGaussian('q', q)];
  // With equal covariances, the plane halfway between the means divides {p > q} from {p < q}.
  if (equalCovariances(f, g)) return erf(Math.sqrt(squaredDistance(f, g) / 8));
  if (p.dimension === 1) return f.covariance[0] < g.covariance[0] ? onLine(f, g) : onLine(g, f);
  throw new RangeError(
    "the method 'closed-form' needs equal covariances in more than one dimension; use 'quadrature' or 'monte-carlo'",
  );
}

function equalCovariances(f: Gaussian, g: Gaussian): boolean {
  const d = f.mean.length;
  const variance = (i: number) => f.covariance[i * d + i];
  return f.covariance.every((value, at) => {
    const scale = Math.sqrt(variance(Math.floor(at / d))) * Math.sqrt(variance(at % d));
    return Math.abs(value - g.covariance[at]) <= EQUAL * scale;
  });
}

/** The narrower of two Gaussians on the line is the larger between the two points where they cross. */
function onLine(narrow: Gaussian, wide: Gaussian): number {
  const [v, w] = [narrow.covariance[0], wide.covariance[0]];
  // In deviations, which neither overflow nor underflow where products of variances do.
  const ratio = Math.sqrt(v) / Math.sqrt(w);
  const shift = (wide.mean[0] - narrow.mean[0]) / Math.sqrt(w);
  if (Math.abs(shift) > FAR) return 1;
  // u² − (ratio u − shift)² = log w/v for u deviations from the narrower mean: a u² + 2b u − c = 0 with a, c > 0.
  const a = (w - v) / w;
  const b = shift * ratio;
  const c = shift * shift + (a < 1 / 2 ? -log1p(-a) : ln(w) - ln(v));
  // The root that adds numbers of one sign, and the other from their product −c/a.
  const sum = Math.abs(b) + Math.sqrt(b * b + a * c);
  const roots = b < 0 ? [-c / sum, sum / a] : [-sum / a, c / sum];
  const mass = (scale: number, mean: number) => {
    const [from, to] = roots.map((u) => erf((scale * u - mean) / Math.SQRT2));
    return (to - from) / 2;
  };
  return withinRange(TOTAL_VARIATION.name, mass(1, 0) - mass(ratio, shift), TOTAL_VARIATION.range, ROUNDING);
}
