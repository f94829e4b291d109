import { Matrix } from 'ml-matrix';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { joinBreakpoints, subdivide } from '../numeric/breakpoints.js';
import { exp } from '../numeric/exponential.js';
import { least } from '../numeric/extremes.js';
import { ln } from '../numeric/logarithm.js';
import { type Integrand, integrate } from '../numeric/quadrature.js';
import { toSamples } from '../numeric/samples.js';
import { breakpoints, type Density, logDensityInto, requireDensities, sample } from './density.js';

/** Relative accuracy of the density of a sum that is integrated numerically. */
const TOLERANCE = 1e-10;

/**
 * The density of X + Y for independent X ~ p and Y ~ q, p * q (Appendix C): a Gaussian mixture if both are, with a
 * component for each pair; else, in one dimension, a density by quadrature, to a relative 1e-10.
 *
 * @throws RangeError if dimensions differ, or are more than one for densities that are no Gaussian mixtures
 * @throws TypeError if p or q is no density, or does not know its breakpoints when the density is evaluated
 */
export function convolution(p: GaussianMixture, q: GaussianMixture): GaussianMixture;
export function convolution(p: Density, q: Density): Required<Density>;
export function convolution(p: Density, q: Density): Required<Density> {
  requireDensities([p, q]);
  if (p instanceof GaussianMixture && q instanceof GaussianMixture) return ofMixtures(p, q);
  if (p.dimension > 1) {
    throw new RangeError(`in ${p.dimension} dimensions only Gaussian mixtures can be convolved`);
  }
  return {
    dimension: 1,
    logDensity(X) {
      const { data, d } = toSamples('X', X);
      if (d !== 1) throw new RangeError(`X must have 1 column, got ${d}`);
      return data.map((x) => logConvolutionAt(p, q, x));
    },
    sample: (n, rng) => Matrix.add(sample(p, n, rng), sample(q, n, rng)),
    breakpoints: () => joinBreakpoints(breakpoints(p).flatMap((x) => breakpoints(q).map((y) => x + y))),
  };
}

function ofMixtures(p: GaussianMixture, q: GaussianMixture): GaussianMixture {
  const [means, covariances] = [q.means, q.covariances];
  const sum = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value + b[i]);
  return new GaussianMixture({
    weights: p.weights.flatMap((weight) => q.weights.map((other) => weight * other)),
    means: p.means.flatMap((mean) => means.map((other) => sum(mean, other))),
    covariances: p.covariances.flatMap((covariance) =>
      covariances.map((other) => covariance.map((row, i) => sum(row, other[i]))),
    ),
  });
}

/** log ∫ p(t) q(x − t) dt. */
function logConvolutionAt(p: Density, q: Density, x: number): number {
  const reflected = breakpoints(q).map((y) => x - y);
  const splits = joinBreakpoints(breakpoints(p), reflected);
  const logIntegrand = (t: Float64Array) => {
    const y = t.map((value) => x - value);
    const logQ = logDensityInto(new Float64Array(t.length), q, y);
    return logDensityInto(new Float64Array(t.length), p, t).map((logP, i) => logP + logQ[i]);
  };
  // As a share of about its largest value, so that tails do not underflow.
  const peak = logIntegrand(subdivide(splits)).reduce((a, b) => Math.max(a, b), -Infinity);
  if (peak === -Infinity) return -Infinity;
  // And in units of the shortest stretch, so that an integral over very little is not taken for rounding.
  const unit = least(splits.slice(1).map((to, i) => to - splits[i]));
  const shares: Integrand = (t, values, weights) => {
    values.set(logIntegrand(t).map((log) => exp(log - peak) / unit));
    weights.set(values);
  };
  return peak + ln(unit) + ln(integrate(shares, splits, TOLERANCE).value);
}
