import { choleskyInto } from '../numeric/cholesky.js';

/** A Gaussian in d dimensions; the covariance is d×d, row by row. */
export interface Gaussian {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** The law of the coordinates chosen, in that order. */
export function marginalOf({ mean, covariance }: Gaussian, dimensions: readonly number[]): Gaussian {
  const d = mean.length;
  return {
    mean: Float64Array.from(dimensions, (j) => mean[j]),
    covariance: Float64Array.from(
      dimensions.flatMap((row) => dimensions.map((column) => covariance[row * d + column])),
    ),
  };
}

/**
 * The law of the other coordinates, given the first ones: with Σ = L Lᵀ and x = μ + L z, the values given tell the first z,
 * and they the conditional mean; what is left of L is the factor of the conditional covariance, which so is positive.
 */
export function conditionalOf({ mean, covariance }: Gaussian, values: readonly number[]): Gaussian {
  const [d, known] = [mean.length, values.length];
  const factor = new Float64Array(d * d);
  choleskyInto(factor, covariance, d);
  const z: number[] = [];
  const meanGivenZ = (row: number) => z.reduce((sum, value, i) => sum + factor[row * d + i] * value, mean[row]);
  for (let row = 0; row < known; row++) z.push((values[row] - meanGivenZ(row)) / factor[row * d + row]);
  const left = Array.from({ length: d - known }, (_, i) => known + i);
  const entry = (row: number, column: number) => {
    let sum = 0;
    for (let i = known; i < d; i++) sum += factor[row * d + i] * factor[column * d + i];
    return sum;
  };
  return {
    mean: Float64Array.from(left, meanGivenZ),
    covariance: Float64Array.from(left.flatMap((row) => left.map((column) => entry(row, column)))),
  };
}
