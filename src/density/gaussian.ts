import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { choleskyInto, invertLowerInto } from '../numeric/cholesky.js';
import { ln, log1p } from '../numeric/logarithm.js';

const LOG_2PI = ln(2 * Math.PI);

/** A component of a mixture; matrices are d×d, row by row. */
export interface Gaussian {
  readonly logWeight: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  /** Lower Cholesky factor L of the covariance. */
  readonly factor: Float64Array;
  /** L⁻¹. */
  readonly whitening: Float64Array;
}

/** The components of positive weight. */
export function gaussians(mixture: GaussianMixture): Gaussian[] {
  const d = mixture.dimension;
  const { means, covariances } = mixture;
  return mixture.weights.flatMap((weight, c) => {
    if (weight === 0) return [];
    const covariance = Float64Array.from(covariances[c].flat());
    const factor = new Float64Array(d * d);
    const whitening = new Float64Array(d * d);
    choleskyInto(factor, covariance, d);
    invertLowerInto(whitening, factor, d);
    return [{ logWeight: ln(weight), mean: Float64Array.from(means[c]), covariance, factor, whitening }];
  });
}

/**
 * The only component.
 *
 * @throws RangeError if several have positive weight
 */
export function singleGaussian(name: string, mixture: GaussianMixture): Gaussian {
  const components = gaussians(mixture);
  if (components.length > 1) {
    throw new RangeError(
      `the method 'closed-form' is for single Gaussians, got ${components.length} components in ${name}`,
    );
  }
  return components[0];
}

/** D(f ‖ g) = ½ (log |Σ_g|/|Σ_f| + tr Σ_g⁻¹Σ_f − d + |L_g⁻¹(μ_f − μ_g)|²), as a sum of terms that are not negative. */
export function gaussianDivergence(f: Gaussian, g: Gaussian): number {
  const d = f.mean.length;
  let sum = squaredDistance(f, g);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      // M = L_g⁻¹ L_f is triangular: tr Σ_g⁻¹Σ_f is its sum of squares, |Σ_f|/|Σ_g| the product of squares on its diagonal.
      let entry = 0;
      for (let k = j; k <= i; k++) entry += g.whitening[i * d + k] * f.factor[k * d + j];
      sum += i === j ? excess(entry) : entry * entry;
    }
  }
  return sum / 2;
}

/** log ∫ f g = log N(μ_f; μ_g, Σ_f + Σ_g), of the components without their weights. */
export function logOverlap(f: Gaussian, g: Gaussian): number {
  const d = f.mean.length;
  const covariance = f.covariance.map((value, i) => value + g.covariance[i]);
  const whitening = new Float64Array(d * d);
  choleskyInto(covariance, covariance, d);
  invertLowerInto(whitening, covariance, d);
  let log = -(squaredDistance(f, { mean: g.mean, whitening }) + d * LOG_2PI) / 2;
  for (let i = 0; i < d; i++) log += ln(whitening[i * d + i]);
  return log;
}

/** |L_g⁻¹(μ_f − μ_g)|², the squared Mahalanobis distance. */
export function squaredDistance(f: Pick<Gaussian, 'mean'>, g: Pick<Gaussian, 'mean' | 'whitening'>): number {
  const d = f.mean.length;
  let distance = 0;
  for (let i = 0; i < d; i++) {
    let projection = 0;
    for (let j = 0; j <= i; j++) projection += g.whitening[i * d + j] * (f.mean[j] - g.mean[j]);
    distance += projection * projection;
  }
  return distance;
}

/** m² − 1 − log m² for m > 0, without cancellation near 1. */
function excess(m: number): number {
  const x = (m - 1) * (m + 1);
  return x - (Math.abs(x) < 0.5 ? log1p(x) : 2 * ln(m));
}
