import type { GaussianComponents } from './components.js';
import type { Moments } from './moments.js';

/** Shape of the covariances: one matrix for each component, one for all, a diagonal, or a multiple of the identity. */
export type CovarianceType = 'full' | 'tied' | 'diagonal' | 'spherical';
export const COVARIANCE_TYPES = ['full', 'tied', 'diagonal', 'spherical'] as const;

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
 * The covariance half of the M-step: maximum-likelihood covariances of the given type from the scatters about the means,
 * plus `regularization` on the diagonal. Components without mass keep their covariance (with 'tied', all share one).
 */
export function updateCovariances(
  type: CovarianceType,
  { size: k, dimension: d, covariances }: GaussianComponents,
  { scatters, masses }: Moments,
  regularization: number,
): void {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  if (type === 'tied') pool(scatters, k, d);
  for (let c = 0; c < k; c++) {
    const mass = type === 'tied' ? total : masses[c];
    if (mass === 0) continue;
    const first = c * d * d;
    if (type === 'diagonal' || type === 'spherical') clearOffDiagonal(scatters, first, d);
    if (type === 'spherical') averageDiagonal(scatters, first, d);
    for (let row = 0; row < d; row++) {
      for (let column = 0; column <= row; column++) {
        const value = scatters[first + row * d + column] / mass + (row === column ? regularization : 0);
        covariances[first + row * d + column] = value;
        covariances[first + column * d + row] = value;
      }
    }
  }
}

/** Replaces every scatter matrix by their sum. */
function pool(scatters: Float64Array, k: number, d: number): void {
  const size = d * d;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let c = 0; c < k; c++) sum += scatters[c * size + j];
    for (let c = 0; c < k; c++) scatters[c * size + j] = sum;
  }
}

function clearOffDiagonal(matrices: Float64Array, first: number, d: number): void {
  for (let a = 0; a < d; a++) {
    for (let b = 0; b < d; b++) if (a !== b) matrices[first + a * d + b] = 0;
  }
}

function averageDiagonal(matrices: Float64Array, first: number, d: number): void {
  let trace = 0;
  for (let j = 0; j < d; j++) trace += matrices[first + j * d + j];
  for (let j = 0; j < d; j++) matrices[first + j * d + j] = trace / d;
}
