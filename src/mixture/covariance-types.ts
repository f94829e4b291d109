import type { GaussianComponents } from './components.js';
import { type PointColumns, weightedScatterInto } from './point-columns.js';

export type CovarianceType = 'full' | 'tied' | 'diagonal' | 'spherical';
export const COVARIANCE_TYPES: readonly CovarianceType[] = ['full', 'tied', 'diagonal', 'spherical'];

/** Number of free covariance parameters of k components in d dimensions. */
export function covarianceParameters(type: CovarianceType, k: number, d: number): number {
  switch (type) {
    case 'full':
      return (k * d * (d + 1)) / 2;
    case 'tied':
      return (d * (d + 1)) / 2;
    case 'diagonal':
      return k * d;
    case 'spherical':
      return k;
  }
}

/**
 * The covariance half of the M-step: maximum-likelihood covariances of the given type around the components' means,
 * plus `regularization` on the diagonal. `responsibilities` is k×stride, `masses` its row sums. Components without mass
 * keep their covariance (with 'tied', all share one).
 */
export function updateCovariances(
  type: CovarianceType,
  components: GaussianComponents,
  points: PointColumns,
  responsibilities: Float64Array,
  masses: Float64Array,
  regularization: number,
): void {
  const { size: k, dimension: d, covariances } = components;
  const scatters = scatterMatrices(components, points, responsibilities);
  if (type === 'tied') pool(scatters, masses, d);
  for (let c = 0; c < k; c++) {
    const mass = type === 'tied' ? points.n : masses[c];
    if (mass === 0) continue;
    const scatter = scatters.subarray(c * d * d, (c + 1) * d * d);
    if (type === 'diagonal' || type === 'spherical') clearOffDiagonal(scatter, d);
    if (type === 'spherical') averageDiagonal(scatter, d);
    for (let j = 0; j < d * d; j++) covariances[c * d * d + j] = scatter[j] / mass;
    for (let j = 0; j < d; j++) covariances[c * d * d + j * d + j] += regularization;
  }
}

/** Σ_i r_ic (x_i − μ_c)(x_i − μ_c)ᵀ for each component, k×d×d. */
function scatterMatrices(
  { size: k, dimension: d, means }: GaussianComponents,
  points: PointColumns,
  responsibilities: Float64Array,
): Float64Array {
  const scatters = new Float64Array(k * d * d);
  for (let c = 0; c < k; c++) {
    weightedScatterInto(
      scatters.subarray(c * d * d, (c + 1) * d * d),
      points,
      responsibilities.subarray(c * points.stride, (c + 1) * points.stride),
      means.subarray(c * d, (c + 1) * d),
    );
  }
  return scatters;
}

/** Replaces every scatter matrix by their sum. */
function pool(scatters: Float64Array, masses: Float64Array, d: number): void {
  const size = d * d;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let c = 0; c < masses.length; c++) sum += scatters[c * size + j];
    for (let c = 0; c < masses.length; c++) scatters[c * size + j] = sum;
  }
}

function clearOffDiagonal(matrix: Float64Array, d: number): void {
  for (let a = 0; a < d; a++) {
    for (let b = 0; b < d; b++) if (a !== b) matrix[a * d + b] = 0;
  }
}

function averageDiagonal(matrix: Float64Array, d: number): void {
  let trace = 0;
  for (let j = 0; j < d; j++) trace += matrix[j * d + j];
  for (let j = 0; j < d; j++) matrix[j * d + j] = trace / d;
}
