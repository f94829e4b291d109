import { choleskyInto, invertLowerInto } from '../numeric/cholesky.js';

const LOG_2PI = Math.log(2 * Math.PI);

/**
 * The components of a Gaussian mixture as flat arrays, ready to be evaluated: what the density, the E-step and
 * sampling share. Component c has its mean at `c * d` and its d×d matrices at `c * d * d`.
 */
export class GaussianComponents {
  readonly means: Float64Array;
  readonly covariances: Float64Array;
  /** Lower Cholesky factors of the covariances. */
  readonly factors: Float64Array;
  readonly #inverseFactors: Float64Array;
  /** log w_c − (d log 2π + log det Σ_c)/2: the log of the weighted density at the mean; −∞ for an empty component. */
  readonly #logPeaks: Float64Array;
  readonly #centred: Float64Array;

  constructor(
    readonly size: number,
    readonly dimension: number,
  ) {
    this.means = new Float64Array(size * dimension);
    this.covariances = new Float64Array(size * dimension * dimension);
    this.factors = new Float64Array(size * dimension * dimension);
    this.#inverseFactors = new Float64Array(size * dimension * dimension);
    this.#logPeaks = new Float64Array(size);
    this.#centred = new Float64Array(dimension);
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
      let logPeak = Math.log(weights[c]) - (d * LOG_2PI) / 2;
      for (let j = 0; j < d; j++) logPeak -= Math.log(this.factors[at + j * d + j]);
      this.#logPeaks[c] = logPeak;
    }
    return -1;
  }

  /**
   * The log-density of the mixture at the point `points[at], …, points[at + d − 1]`, by log-sum-exp.
   * Leaves in `terms` the components' shares of the density up to a common factor; the largest is 1.
   */
  logDensityAt(points: Float64Array, at: number, terms: Float64Array): number {
    let largest = -Infinity;
    for (let c = 0; c < this.size; c++) {
      const term = this.#logPeaks[c] - 0.5 * this.#squaredDistance(points, at, c);
      terms[c] = term;
      if (term > largest) largest = term;
    }
    // A point so far out that every term underflows: the density is zero to working precision.
    if (largest === -Infinity) return -Infinity;
    let sum = 0;
    for (let c = 0; c < this.size; c++) {
      const share = Math.exp(terms[c] - largest);
      terms[c] = share;
      sum += share;
    }
    return largest + Math.log(sum);
  }

  /** Squared Mahalanobis distance of a point to the mean of component c. */
  #squaredDistance(points: Float64Array, at: number, c: number): number {
    const d = this.dimension;
    const inverse = this.#inverseFactors;
    const matrixAt = c * d * d;
    if (d === 2) {
      const x = points[at] - this.means[2 * c];
      const y = points[at + 1] - this.means[2 * c + 1];
      const u = inverse[matrixAt] * x;
      const v = inverse[matrixAt + 2] * x + inverse[matrixAt + 3] * y;
      return u * u + v * v;
    }
    const centred = this.#centred;
    for (let j = 0; j < d; j++) centred[j] = points[at + j] - this.means[c * d + j];
    let distance = 0;
    for (let i = 0; i < d; i++) {
      let projection = 0;
      for (let j = 0; j <= i; j++) projection += inverse[matrixAt + i * d + j] * centred[j];
      distance += projection * projection;
    }
    return distance;
  }
}
