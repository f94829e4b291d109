import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { exp } from '../numeric/exponential.js';
import { least } from '../numeric/extremes.js';
import { logSumExp } from '../numeric/log-sum-exp.js';
import { type Gaussian, gaussianDivergence, gaussians, logOverlap, singleGaussian } from './gaussian.js';

/**
 * Approximations of D_KL(p ‖ q) between Gaussian mixtures p = Σ_a π_a f_a and q = Σ_b ω_b g_b: Hershey & Olsen 2007,
 * "Approximating the Kullback Leibler divergence between Gaussian mixture models" (doi:10.1109/ICASSP.2007.366913).
 */

/**
 * D(f ‖ g) where p = f and q = g are single Gaussians.
 *
 * @throws RangeError if they are not
 */
export function closedForm(p: GaussianMixture, q: GaussianMixture): number {
  return gaussianDivergence(singleGaussian('p', p), singleGaussian('q', q));
}

/** The mean of log p/q at 2d points for each component, μ_a ± √(d λ) e for the eigenvalues λ and -vectors e of Σ_a. */
export function unscented(p: GaussianMixture, q: GaussianMixture): number {
  const components = gaussians(p);
  const points = components.map(sigmaPoints);
  return weightedMean(components, (_, a) => {
    const logP = p.logDensity(points[a]);
    const logQ = q.logDensity(points[a]);
    return logP.reduce((sum, log, i) => sum + log - logQ[i], 0) / logP.length;
  });
}

function sigmaPoints({ mean, covariance }: Gaussian): Matrix {
  const d = mean.length;
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(Matrix.from1DArray(d, d, covariance), {
    assumeSymmetric: true,
  });
  const points = new Matrix(2 * d, d);
  realEigenvalues.forEach((eigenvalue, k) => {
    const length = Math.sqrt(d * Math.max(0, eigenvalue));
    for (let j = 0; j < d; j++) {
      const step = length * eigenvectorMatrix.get(j, k);
      points.set(2 * k, j, mean[j] + step);
      points.set(2 * k + 1, j, mean[j] - step);
    }
  });
  return points;
}

/** Σ_a π_a log(Σ_a' π_a' ∫ f_a f_a' / Σ_b ω_b ∫ f_a g_b): the difference of two upper bounds. */
export function product(p: GaussianMixture, q: GaussianMixture): number {
  return productBound(p, p) - productBound(p, q);
}

/** Σ_a π_a log Σ_b ω_b ∫ f_a g_b >= E_p log q, by Jensen’s inequality. */
export function productBound(p: GaussianMixture, q: GaussianMixture): number {
  const others = gaussians(q);
  return weightedMean(gaussians(p), (f) => logSumExp(others.map((g) => g.logWeight + logOverlap(f, g))));
}

/** Σ_a π_a log(Σ_a' π_a' e^{−D(f_a ‖ f_a')} / Σ_b ω_b e^{−D(f_a ‖ g_b)}): the difference of two lower bounds. */
export function variational(p: GaussianMixture, q: GaussianMixture): number {
  return variationalBound(p, p) - variationalBound(p, q);
}

/** Σ_a π_a log Σ_b ω_b e^{−D(f_a ‖ g_b)} <= E_p log q + Σ_a π_a h(f_a). */
export function variationalBound(p: GaussianMixture, q: GaussianMixture): number {
  const others = gaussians(q);
  return weightedMean(gaussians(p), (f) => logSumExp(others.map((g) => g.logWeight - gaussianDivergence(f, g))));
}

/**
 * Σ_a π_a (D(f_a ‖ g_m(a)) + log π_a/ω_m(a)) with each component matched to the nearest, m(a) = argmin_b D(f_a ‖ g_b) − log ω_b
 * (Goldberger, Gordon & Greenspan 2003, doi:10.1109/ICCV.2003.1238387).
 */
export function matched(p: GaussianMixture, q: GaussianMixture): number {
  const others = gaussians(q);
  return weightedMean(
    gaussians(p),
    (f) => f.logWeight + least(others.map((g) => gaussianDivergence(f, g) - g.logWeight)),
  );
}

/** Σ_a π_a value(f_a). */
function weightedMean(components: readonly Gaussian[], value: (component: Gaussian, a: number) => number): number {
  return components.reduce((sum, component, a) => sum + exp(component.logWeight) * value(component, a), 0);
}
