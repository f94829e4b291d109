import { requireKnownOptions, requireOneOf } from '../numeric/arguments.js';
import { digamma } from '../numeric/digamma.js';
import { expm1 } from '../numeric/exponential.js';
import { ln, log1p } from '../numeric/logarithm.js';
import { type CountProfile, countProfile, readCounts, sumOverCells } from './counts.js';
import { nemenmanShafeeBialek } from './nemenman-shafee-bialek.js';

const ESTIMATORS = {
  'plug-in': plugIn,
  'miller-madow': (profile) => plugIn(profile) + (profile.observed - 1) / (2 * profile.total),
  'grassberger-1988': (profile) => ln(profile.total) - mean(profile, (k) => digamma(k) + sign(k) / (k + 1)),
  'grassberger-2003': (profile) =>
    ln(profile.total) - mean(profile, (k) => digamma(k) + (sign(k) / 2) * (digamma((k + 1) / 2) - digamma(k / 2))),
  'chao-shen': chaoShen,
  'james-stein': jamesStein,
  jackknife: (profile) => jackknifeTerm(profile.total) - mean(profile, jackknifeTerm),
  nsb: nemenmanShafeeBialek,
} as const satisfies Record<string, (profile: CountProfile) => number>;

/**
 * How entropy is estimated from counts n₁, n₂, … of N independent draws, p̂ = n/N:
 *
 * - `'plug-in'`: −Σ p̂ log p̂, the maximum-likelihood estimate; too low on average.
 * - `'miller-madow'`: plus (observed values − 1)/(2N) (Miller 1955).
 * - `'grassberger-1988'`: log N − Σ p̂ (ψ(n) + (−1)ⁿ/(n + 1)) (Grassberger 1988, doi:10.1016/0375-9601(88)90193-4).
 * - `'grassberger-2003'`: log N − Σ p̂ G(n), G(n) = ψ(n) + ½(−1)ⁿ(ψ((n+1)/2) − ψ(n/2)) (Grassberger 2003,
 *   arXiv:physics/0307138).
 * - `'chao-shen'`: coverage-adjusted Horvitz–Thompson (Chao & Shen 2003, doi:10.1023/A:1026096204727). Where every value
 *   was seen once, one of them is taken as seen before, since coverage would be zero.
 * - `'james-stein'`: of p̂ shrunk towards the uniform distribution on all values given, those with count 0 included
 *   (Hausser & Strimmer 2009).
 * - `'jackknife'`: N Ĥ − (N − 1) · mean of Ĥ with one draw left out (Zahl 1977).
 * - `'nsb'`: its posterior mean, if all entropies up to that of the uniform distribution on all values given, those with
 *   count 0 included, are about equally likely beforehand (Nemenman, Shafee & Bialek 2002, arXiv:physics/0108025).
 */
export type EntropyEstimator = keyof typeof ESTIMATORS;
export const ENTROPY_ESTIMATORS = Object.keys(ESTIMATORS) as EntropyEstimator[];

/**
 * Entropy in nats from how often each value was seen. Estimates are not clipped: bias-corrected ones may exceed the
 * logarithm of the number of values.
 *
 * @throws RangeError if a count is not a non-negative integer, all are zero, or the estimator is unknown
 * @throws TypeError if the counts are no list
 */
export function entropyOfCounts(counts: ArrayLike<number>, options: { readonly estimator: EntropyEstimator }): number {
  const estimate = entropyEstimate('entropyOfCounts', options);
  return estimate(countProfile(readCounts('counts', counts).counts));
}

/** The estimate that the options of a function ask for. */
export function entropyEstimate(
  name: string,
  options: { readonly estimator: EntropyEstimator },
): (profile: CountProfile) => number {
  requireKnownOptions(name, options, ['estimator']);
  requireOneOf('estimator', options.estimator, ENTROPY_ESTIMATORS);
  return ESTIMATORS[options.estimator];
}

/** Σ p̂ f(n). */
function mean(profile: CountProfile, f: (count: number) => number): number {
  return sumOverCells(profile, (count) => (count / profile.total) * f(count));
}

function plugIn(profile: CountProfile): number {
  return 0 - mean(profile, (count) => ln(count / profile.total));
}

function chaoShen(profile: CountProfile): number {
  const { total: n, counts, times } = profile;
  const singletons = counts[0] === 1 ? times[0] : 0;
  const coverage = 1 - (singletons === n ? n - 1 : singletons) / n;
  return sumOverCells(profile, (count) => {
    const p = (coverage * count) / n;
    // Horvitz–Thompson: weighed by the probability of having been seen at all, 1 − (1 − p)^N.
    return p === 1 ? 0 : (p * ln(p)) / expm1(n * log1p(-p));
  });
}

function jamesStein(profile: CountProfile): number {
  const { total: n, cells, observed } = profile;
  const target = 1 / cells;
  const empty = cells - observed;
  const squares = mean(profile, (count) => count / n);
  const distance =
    (n - 1) * (sumOverCells(profile, (count) => (target - count / n) * (target - count / n)) + empty * target * target);
  const intensity = distance === 0 ? 1 : Math.min(1, (1 - squares) / distance);
  const term = (p: number) => (p > 0 ? p * ln(p) : 0);
  const ofEmpty = empty * term(intensity * target);
  return 0 - sumOverCells(profile, (count) => term(intensity * target + ((1 - intensity) * count) / n)) - ofEmpty;
}

/**
 * n log n − (n − 1) log(n − 1). With N Ĥ − (N − 1) Ĥ′ written out, what is left of the jackknife is the difference of this
 * at N and its mean over draws: no sample is gone through with a draw left out.
 */
function jackknifeTerm(n: number): number {
  return n === 1 ? 0 : ln(n) - (n - 1) * log1p(-1 / n);
}

function sign(count: number): number {
  return count % 2 === 0 ? 1 : -1;
}
