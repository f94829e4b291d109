import { choleskyInto, invertLowerInto } from '../numeric/cholesky.js';
import { softmaxColumns } from '../numeric/softmax.js';
import type { PointColumns } from './point-columns.js';

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
  /** Four centred points, coordinate by coordinate. */
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
    this.#centred = new Float64Array(4 * dimension);
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
   * The log-density of the mixture at each point, by log-sum-exp, goes to `logDensities`. Leaves in `shares` (k×stride)
   * how much of the density is due to each component. Both are filled for the padding of the points too.
   */
  evaluate(points: PointColumns, logDensities: Float64Array, shares: Float64Array): void {
    for (let c = 0; c < this.size; c++) {
      const logs = shares.subarray(c * points.stride, (c + 1) * points.stride);
      if (this.dimension === 2) this.#weightedLogDensitiesInPlane(c, points, logs);
      else this.#weightedLogDensities(c, points, logs);
    }
    softmaxColumns(shares, logDensities);
  }

  /** log w_c N(x; μ_c, Σ_c) for each point. */
  #weightedLogDensities(c: number, { data, stride }: PointColumns, logs: Float64Array): void {
    const d = this.dimension;
    const mean = this.means.subarray(c * d, (c + 1) * d);
    const whitening = this.#inverseFactors.subarray(c * d * d, (c + 1) * d * d);
    const logPeak = this.#logPeaks[c];
    const centred = this.#centred;
    for (let i = 0; i < stride; i += 4) {
      // Squared Mahalanobis distances of four points.
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let row = 0; row < d; row++) {
        const at = row * stride + i;
        centred[4 * row] = data[at] - mean[row];
        centred[4 * row + 1] = data[at + 1] - mean[row];
        centred[4 * row + 2] = data[at + 2] - mean[row];
        centred[4 * row + 3] = data[at + 3] - mean[row];
        let z0 = 0;
        let z1 = 0;
        let z2 = 0;
        let z3 = 0;
        for (let column = 0; column <= row; column++) {
          const factor = whitening[row * d + column];
          z0 += factor * centred[4 * column];
          z1 += factor * centred[4 * column + 1];
          z2 += factor * centred[4 * column + 2];
          z3 += factor * centred[4 * column + 3];
        }
        s0 += z0 * z0;
        s1 += z1 * z1;
        s2 += z2 * z2;
        s3 += z3 * z3;
      }
      logs[i] = logPeak - 0.5 * s0;
      logs[i + 1] = logPeak - 0.5 * s1;
      logs[i + 2] = logPeak - 0.5 * s2;
      logs[i + 3] = logPeak - 0.5 * s3;
    }
  }

  #weightedLogDensitiesInPlane(c: number, { data, stride }: PointColumns, logs: Float64Array): void {
    const meanX = this.means[2 * c];
    const meanY = this.means[2 * c + 1];
    const xx = this.#inverseFactors[4 * c];
    const yx = this.#inverseFactors[4 * c + 2];
    const yy = this.#inverseFactors[4 * c + 3];
    const logPeak = this.#logPeaks[c];
    for (let i = 0; i < stride; i++) {
      const x = data[i] - meanX;
      const y = data[stride + i] - meanY;
      const u = xx * x;
      const v = yx * x + yy * y;
      logs[i] = logPeak - 0.5 * (u * u + v * v);
    }
  }
}
