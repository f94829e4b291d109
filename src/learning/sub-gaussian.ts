import { requireProbabilities } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { exp, expm1 } from '../numeric/exponential.js';
import { greatest, least } from '../numeric/extremes.js';
import { ln, log1p } from '../numeric/logarithm.js';
import { pow } from '../numeric/power.js';
import { type LearningProblem, requireLaw } from './learning-problem.js';

/** Between values of λ that are looked at, for a variable of range 1: ψ bends on a scale of 1, not on a finer one. */
const STEP = 1 / 4;
const HALVINGS = 60;

/**
 * The smallest σ for which the loss of every hypothesis is σ-sub-Gaussian under a law: log E exp(λ(ℓ − Eℓ)) <= λ²σ²/2 for
 * all λ, "given any w" (Lemma 4.4). At most half the oscillation (Hoeffding 1963), at least every standard deviation.
 *
 * @throws RangeError if the law is no distribution over the instances
 */
export function lossSubGaussianConstant(problem: LearningProblem, law: readonly number[]): number {
  requireLaw('law', law, problem);
  return greatest(problem.losses.map((row) => subGaussianConstant(row, law)));
}

/**
 * The smallest σ for which a function of a finite variable is σ-sub-Gaussian: σ² is the greatest 2ψ(λ)/λ², with
 * ψ(λ) = log E exp(λ(f − Ef)). Its peaks are bracketed on a grid of λ and found by halving, where the slope changes sign.
 *
 * @throws RangeError if a value is not finite, or the law is no distribution over them
 */
export function subGaussianConstant(values: readonly number[], law: readonly number[]): number {
  requireFinite(values);
  if (law.length !== values.length) {
    throw new RangeError(`law must have a probability for each of the ${values.length} values, got ${law.length}`);
  }
  requireProbabilities('law', law);
  const mean = compensatedSum(values.length, (i) => law[i] * values[i]);
  const support = values.map((value, i) => ({ x: value - mean, p: law[i] })).filter(({ p }) => p > 0);
  const range = greatest(support.map(({ x }) => x)) - least(support.map(({ x }) => x));
  if (range === 0) return 0;
  const upwards = support.map(({ x, p }) => ({ x: x / range, p }));
  const downwards = upwards.map(({ x, p }) => ({ x: -x, p }));
  return range * Math.sqrt(Math.max(greatestRatio(upwards), greatestRatio(downwards)));
}

function requireFinite(values: readonly number[]): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new RangeError(`values[${at}] must be finite, got ${values[at]}`);
}

/** A variable of mean 0 and range 1: its values, with their probabilities. */
type Centred = readonly { readonly x: number; readonly p: number }[];

/** The supremum of 2ψ(λ)/λ² over λ > 0; at 0 it is the variance. */
function greatestRatio(variable: Centred): number {
  const highest = greatest(variable.map(({ x }) => x));
  let ratio = moment(variable, 2);
  let rising = moment(variable, 3) > 0;
  // ψ(λ) <= λ · highest: what is left is below 2 · highest/λ.
  for (let lambda = 0; lambda * ratio < 2 * highest; lambda += STEP) {
    const wasRising = rising;
    rising = risesAt(variable, lambda + STEP);
    if (wasRising && !rising) {
      const peak = turningPoint(variable, lambda, lambda + STEP);
      ratio = Math.max(ratio, (2 * cumulants(variable, peak).psi) / (peak * peak));
    }
  }
  return ratio;
}

function turningPoint(variable: Centred, from: number, to: number): number {
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2;
    if (risesAt(variable, middle)) from = middle;
    else to = middle;
  }
  return to;
}

/** Whether ψ(λ)/λ² rises: its slope has the sign of λψ′ − 2ψ. */
function risesAt(variable: Centred, lambda: number): boolean {
  const { psi, slope } = cumulants(variable, lambda);
  return lambda * slope > 2 * psi;
}

/** ψ(λ) = log E exp(λX) and its slope. */
function cumulants(variable: Centred, lambda: number): { psi: number; slope: number } {
  // E exp(λX) − 1 without E λX, which is zero, so that a small λ loses no digits.
  if (lambda < 1) {
    const excess = expectation(variable, (x) => exponentialRemainder(lambda * x));
    return { psi: log1p(excess), slope: expectation(variable, (x) => x * expm1(lambda * x)) / (1 + excess) };
  }
  const highest = greatest(variable.map(({ x }) => x));
  const tilt = (x: number) => exp(lambda * (x - highest));
  const total = expectation(variable, tilt);
  return { psi: lambda * highest + ln(total), slope: expectation(variable, (x) => x * tilt(x)) / total };
}

/** eˣ − 1 − x; near 0 by its series. */
function exponentialRemainder(x: number): number {
  if (Math.abs(x) > 1 / 2) return expm1(x) - x;
  let tail = 1;
  for (let k = 16; k > 2; k--) tail = 1 + (x * tail) / k;
  return ((x * x) / 2) * tail;
}

function moment(variable: Centred, order: number): number {
  return expectation(variable, (x) => pow(x, order));
}

function expectation(variable: Centred, f: (x: number) => number): number {
  return compensatedSum(variable.length, (i) => variable[i].p * f(variable[i].x));
}
