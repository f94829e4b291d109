/**
 * Cholesky factor L (lower, row-major d×d) of a symmetric matrix, A = L·Lᵀ, written to `factor`.
 * Returns false when A is not positive definite to working precision; `factor` is then unspecified.
 * Reads the lower triangle only. `factor` may be `matrix` itself.
 */
export function choleskyInto(
  factor: Float64Array,
  matrix: Float64Array,
  d: number,
  factorAt = 0,
  matrixAt = 0,
): boolean {
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[matrixAt + i * d + j];
      for (let k = 0; k < j; k++) sum -= factor[factorAt + i * d + k] * factor[factorAt + j * d + k];
      if (i > j) {
        factor[factorAt + i * d + j] = sum / factor[factorAt + j * d + j];
      } else {
        if (!(sum > 0)) return false;
        factor[factorAt + i * d + i] = Math.sqrt(sum);
      }
    }
    for (let j = i + 1; j < d; j++) factor[factorAt + i * d + j] = 0;
  }
  return true;
}

/** Inverse of a lower triangular matrix (row-major d×d), written to `inverse`. */
export function invertLowerInto(
  inverse: Float64Array,
  lower: Float64Array,
  d: number,
  inverseAt = 0,
  lowerAt = 0,
): void {
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < j; i++) inverse[inverseAt + i * d + j] = 0;
    inverse[inverseAt + j * d + j] = 1 / lower[lowerAt + j * d + j];
    for (let i = j + 1; i < d; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= lower[lowerAt + i * d + k] * inverse[inverseAt + k * d + j];
      inverse[inverseAt + i * d + j] = sum / lower[lowerAt + i * d + i];
    }
  }
}
