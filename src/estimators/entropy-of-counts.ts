import { shannonEntropy } from '../information/shannon-entropy.js';
import { requireKnownOptions, requireOneOf } from '../numeric/arguments.js';
import { digamma } from '../numeric/digamma.js';
import { readCounts } from './counts.js';

const ESTIMATORS = {
  'plug-in': plugIn,
  'miller-madow': (counts, n) => plugIn(counts, n) + (observed(counts).length - 1) / (2 * n),
  'grassberger-1988': (counts, n) => grassberger(counts, n, (k) => digamma(k) + sign(k) / (k + 1)),
  'grassberger-2003': (counts, n) =>
    grassberger(counts, n, (k) => digamma(k) + (sign(k) / 2) * (digamma((k + 1) / 2) - digamma(k / 2))),
  'chao-shen': chaoShen,
  'james-stein': jamesStein,
  jackknife,
} as const satisfies Record<string, (counts: readonly number[], n: number) => number>;

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
 */
export type EntropyEstimator = keyof typeof ESTIMATORS;
export const ENTROPY_ESTIMATORS = Object.keys(ESTIMATORS) as EntropyEstimator[];

/**
 * Entropy in nats from how often each value was seen. Estimates are not clipped: bias-corrected ones may exceed the
 * logarithm of the number of values.
 *
 * @throws RangeError if a count is not a non-negative integer, all are zero, or the estimator is unknown
 */
export function entropyOfCounts(counts: ArrayLike<number>, options: { readonly estimator: EntropyEstimator }): number {
  requireKnownOptions('entropyOfCounts', options, ['estimator']);
  requireOneOf('estimator', options.estimator, ENTROPY_ESTIMATORS);
  const { counts: list, total } = readCounts('counts', counts);
  return ESTIMATORS[options.estimator](list, total);
}

function plugIn(counts: readonly number[], n: number): number {
  return shannonEntropy(counts.map((count) => count / n));
}

/** log N − Σ p̂ g(n). */
function grassberger(counts: readonly number[], n: number, g: (count: number) => number): number {
  return Math.log(n) - observed(counts).reduce((sum, count) => sum + (count / n) * g(count), 0);
}

function chaoShen(counts: readonly number[], n: number): number {
  const singletons = counts.filter((count) => count === 1).length;
  const coverage = 1 - (singletons === n ? n - 1 : singletons) / n;
  return observed(counts).reduce((sum, count) => {
    const p = (coverage * count) / n;
    // Horvitz–Thompson: weighed by the probability of having been seen at all, 1 − (1 − p)^N.
    return p === 1 ? sum : sum + (p * Math.log(p)) / Math.expm1(n * Math.log1p(-p));
  }, 0);
}

function jamesStein(counts: readonly number[], n: number): number {
  const target = 1 / counts.length;
  const p = counts.map((count) => count / n);
  const spread = 1 - p.reduce((sum, x) => sum + x * x, 0);
  const distance = (n - 1) * p.reduce((sum, x) => sum + (target - x) ** 2, 0);
  const intensity = distance === 0 ? 1 : Math.min(1, spread / distance);
  return shannonEntropy(p.map((x) => intensity * target + (1 - intensity) * x));
}

function jackknife(counts: readonly number[], n: number): number {
  if (n === 1) return 0;
  const leftOut = counts.reduce((sum, count, i) => {
    if (count === 0) return sum;
    return sum + (count / n) * plugIn(counts.with(i, count - 1), n - 1);
  }, 0);
  return n * plugIn(counts, n) - (n - 1) * leftOut;
}

function observed(counts: readonly number[]): number[] {
  return counts.filter((count) => count > 0);
}

function sign(count: number): number {
  return count % 2 === 0 ? 1 : -1;
}
