import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Rng } from '../random/rng.js';

/**
 * How a random d×d covariance is made of matrices whose entries are uniform on [0, 1):
 *
 * - `'polar-factor'`: the polar factor of A·Bᵀ, A and B independent: what numpy draws from given the "covariance" A·Bᵀ.
 * - `'gram'`: A·Aᵀ.
 */
export type CovarianceConstruction = 'polar-factor' | 'gram';
export const COVARIANCE_CONSTRUCTIONS = ['polar-factor', 'gram'] as const;

/** A random d×d covariance, moved by `shrinkage` (0 … 1) towards the multiple of the identity of the same trace. */
export function randomCovariance(
  construction: CovarianceConstruction,
  shrinkage: number,
  d: number,
  rng: Rng,
): number[][] {
  const A = uniformMatrix(d, rng);
  const covariance =
    construction === 'gram' ? A.mmul(A.transpose()) : polarFactor(A.mmul(uniformMatrix(d, rng).transpose()));
  const isotropic = Matrix.eye(d, d, covariance.trace() / d);
  return covariance
    .mul(1 - shrinkage)
    .add(isotropic.mul(shrinkage))
    .to2DArray();
}

/**
 * The symmetric factor (CᵀC)^{1/2} of the polar decomposition C = Q·(CᵀC)^{1/2}.
 * numpy's `multivariate_normal` factorises C = U·S·Vᵀ and draws μ + z·S^{1/2}·Vᵀ, whose covariance is V·S·Vᵀ: this.
 */
export function polarFactor(C: Matrix): Matrix {
  const { rightSingularVectors: V, diagonal } = new SingularValueDecomposition(C);
  return V.mmul(Matrix.diag(diagonal)).mmul(V.transpose());
}

function uniformMatrix(d: number, rng: Rng): Matrix {
  return new Matrix(Array.from({ length: d }, () => Array.from({ length: d }, () => rng.uniform())));
}
