import { choleskyInto, invertLowerInto } from '../numeric/cholesky.js';
import { ln } from '../numeric/logarithm.js';

const LOG_2PI = ln(2 * Math.PI);

/**
 * The components of a Gaussian mixture as flat arrays, ready to be evaluated: what the density, the E-step and
 * sampling share. Component c has its mean at `c * d` and its d×d matrices at `c * d * d`.
 */
export class GaussianComponents {
  readonly covariances: Float64Array;
  /** Lower Cholesky factors of the covariances. */
  readonly factors: Float64Array;
  /** All that a density depends on: means, the inverses of the factors, and the logarithms of the peaks. */
  readonly parameters: Float64Array;
  readonly means: Float64Array;
  readonly #inverseFactors: Float64Array;
  /** log w_c − (d log 2π + log det Σ_c)/2: the log of the weighted density at the mean; −∞ for an empty component. */
  readonly #logPeaks: Float64Array;

  constructor(
    readonly size: number,
    readonly dimension: number,
  ) {
    const [vectors, matrices] = [size * dimension, size * dimension * dimension];
    this.covariances = new Float64Array(matrices);
    this.factors = new Float64Array(matrices);
    this.parameters = new Float64Array(vectors + matrices + size);
    this.means = this.parameters.subarray(0, vectors);
    this.#inverseFactors = this.parameters.subarray(vectors, vectors + matrices);
    this.#logPeaks = this.parameters.subarray(vectors + matrices);
  }

  /**
   * Factorises the covariances, to be called after they or the weights change.
   * Returns the first component whose covariance is not positive definite, or −1.
   */
  factorise(weights: ArrayLike<number>): number {
    const d = this.dimension;
    for (let c = 0; c < this.size; c++) {
      const at = c * d * d;
      if (!choleskyInto(this.factors, this.covariances, d, at, at)) return c;
      invertLowerInto(this.#inverseFactors, this.factors, d, at, at);
      let logPeak = ln(weights[c]) - (d * LOG_2PI) / 2;
      for (let j = 0; j < d; j++) logPeak -= ln(this.factors[at + j * d + j]);
      this.#logPeaks[c] = logPeak;
    }
    return -1;
  }
}
