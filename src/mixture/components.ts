import { choleskyInto, invertLowerInto } from '../numeric/cholesky.js';
import { expOfNonPositive } from '../numeric/exponential.js';

const LOG_2PI = Math.log(2 * Math.PI);
/** Shares below e⁻⁴⁰ of the largest, which no sum with it would notice, are taken for zero: often most of them. */
const NEGLIGIBLE = -40;

/**
 * The components of a Gaussian mixture as flat arrays, ready to be evaluated: what the density, the E-step and
 * sampling share. Component c has its mean at `c * d` and its d×d matrices at `c * d * d`.
 *
 * Points are looked at four at a time: four sums that do not wait for each other keep a processor busy.
 */
export class GaussianComponents {
  readonly means: Float64Array;
  readonly covariances: Float64Array;
  /** Lower Cholesky factors of the covariances. */
  readonly factors: Float64Array;
  readonly #inverseFactors: Float64Array;
  /** log w_c − (d log 2π + log det Σ_c)/2: the log of the weighted density at the mean; −∞ for an empty component. */
  readonly #logPeaks: Float64Array;
  /** x − μ_c of the four points looked at, k×d×4. */
  readonly centred: Float64Array;
  /** How much of the density at each of them is due to each component, k×4. */
  readonly shares: Float64Array;
  /** The density at each of them is `scaledDensities` · exp `logScales`. */
  readonly scaledDensities = new Float64Array(4);
  readonly logScales = new Float64Array(4);

  constructor(
    readonly size: number,
    readonly dimension: number,
  ) {
    this.means = new Float64Array(size * dimension);
    this.covariances = new Float64Array(size * dimension * dimension);
    this.factors = new Float64Array(size * dimension * dimension);
    this.#inverseFactors = new Float64Array(size * dimension * dimension);
    this.#logPeaks = new Float64Array(size);
    this.centred = new Float64Array(4 * size * dimension);
    this.shares = new Float64Array(4 * size);
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

  /** Looks at the points `first`, …, `first + 3` (rows of n×d); beyond the last point, at the last one again. */
  lookAt(points: Float64Array, n: number, first: number): void {
    const { dimension: d, means, centred } = this;
    const at0 = first * d;
    const at1 = Math.min(first + 1, n - 1) * d;
    const at2 = Math.min(first + 2, n - 1) * d;
    const at3 = Math.min(first + 3, n - 1) * d;
    for (let c = 0; c < this.size; c++) {
      for (let j = 0; j < d; j++) {
        const mean = means[c * d + j];
        const to = 4 * (c * d + j);
        centred[to] = points[at0 + j] - mean;
        centred[to + 1] = points[at1 + j] - mean;
        centred[to + 2] = points[at2 + j] - mean;
        centred[to + 3] = points[at3 + j] - mean;
      }
    }
  }

  /** Finds the densities and shares of the points looked at, by log-sum-exp. */
  evaluate(): void {
    if (this.dimension === 2) this.#weightedLogDensitiesInPlane();
    else this.#weightedLogDensities();
    const { shares, logScales, scaledDensities } = this;
    let largest0 = -Infinity;
    let largest1 = -Infinity;
    let largest2 = -Infinity;
    let largest3 = -Infinity;
    for (let at = 0; at < shares.length; at += 4) {
      largest0 = Math.max(largest0, shares[at]);
      largest1 = Math.max(largest1, shares[at + 1]);
      largest2 = Math.max(largest2, shares[at + 2]);
      largest3 = Math.max(largest3, shares[at + 3]);
    }
    // Points so far out that every term is −∞, and −∞ − −∞ is no number.
    if (largest0 === -Infinity) largest0 = 0;
    if (largest1 === -Infinity) largest1 = 0;
    if (largest2 === -Infinity) largest2 = 0;
    if (largest3 === -Infinity) largest3 = 0;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    for (let at = 0; at < shares.length; at += 4) {
      sum0 += shares[at] = shareOf(shares[at] - largest0);
      sum1 += shares[at + 1] = shareOf(shares[at + 1] - largest1);
      sum2 += shares[at + 2] = shareOf(shares[at + 2] - largest2);
      sum3 += shares[at + 3] = shareOf(shares[at + 3] - largest3);
    }
    logScales[0] = largest0;
    scaledDensities[0] = sum0;
    logScales[1] = largest1;
    scaledDensities[1] = sum1;
    logScales[2] = largest2;
    scaledDensities[2] = sum2;
    logScales[3] = largest3;
    scaledDensities[3] = sum3;
    // The largest share is 1 before it is scaled, so that only a sum of nothing is below.
    const scale0 = 1 / Math.max(1, sum0);
    const scale1 = 1 / Math.max(1, sum1);
    const scale2 = 1 / Math.max(1, sum2);
    const scale3 = 1 / Math.max(1, sum3);
    for (let at = 0; at < shares.length; at += 4) {
      shares[at] *= scale0;
      shares[at + 1] *= scale1;
      shares[at + 2] *= scale2;
      shares[at + 3] *= scale3;
    }
  }

  /** Takes only the first `count` of the points looked at as there. */
  keep(count: number): void {
    const { shares, logScales, scaledDensities } = this;
    for (let i = count; i < 4; i++) {
      logScales[i] = 0;
      scaledDensities[i] = 1;
      for (let at = i; at < shares.length; at += 4) shares[at] = 0;
    }
  }

  /** Log-likelihood of the points looked at. */
  get logLikelihood(): number {
    const [l, s] = [this.logScales, this.scaledDensities];
    return l[0] + l[1] + l[2] + l[3] + Math.log(s[0] * s[1] * s[2] * s[3]);
  }

  /** log w_c N(x; μ_c, Σ_c) of the points looked at, to where their shares will be. */
  #weightedLogDensities(): void {
    const { size, dimension: d, centred, shares } = this;
    const inverseFactors = this.#inverseFactors;
    const logPeaks = this.#logPeaks;
    for (let c = 0; c < size; c++) {
      // Squared Mahalanobis distances of the four points.
      let square0 = 0;
      let square1 = 0;
      let square2 = 0;
      let square3 = 0;
      for (let row = c * d; row < (c + 1) * d; row++) {
        let z0 = 0;
        let z1 = 0;
        let z2 = 0;
        let z3 = 0;
        for (let column = c * d; column <= row; column++) {
          const factor = inverseFactors[row * d + column - c * d];
          z0 += factor * centred[4 * column];
          z1 += factor * centred[4 * column + 1];
          z2 += factor * centred[4 * column + 2];
          z3 += factor * centred[4 * column + 3];
        }
        square0 += z0 * z0;
        square1 += z1 * z1;
        square2 += z2 * z2;
        square3 += z3 * z3;
      }
      shares[4 * c] = logPeaks[c] - 0.5 * square0;
      shares[4 * c + 1] = logPeaks[c] - 0.5 * square1;
      shares[4 * c + 2] = logPeaks[c] - 0.5 * square2;
      shares[4 * c + 3] = logPeaks[c] - 0.5 * square3;
    }
  }

  /** The same in the plane, where most mixtures here live, without the inner loops. */
  #weightedLogDensitiesInPlane(): void {
    const { size, centred, shares } = this;
    const inverseFactors = this.#inverseFactors;
    for (let c = 0; c < size; c++) {
      const logPeak = this.#logPeaks[c];
      const xx = inverseFactors[4 * c];
      const yx = inverseFactors[4 * c + 2];
      const yy = inverseFactors[4 * c + 3];
      const x = 8 * c;
      const y = x + 4;
      const u0 = xx * centred[x];
      const u1 = xx * centred[x + 1];
      const u2 = xx * centred[x + 2];
      const u3 = xx * centred[x + 3];
      const v0 = yx * centred[x] + yy * centred[y];
      const v1 = yx * centred[x + 1] + yy * centred[y + 1];
      const v2 = yx * centred[x + 2] + yy * centred[y + 2];
      const v3 = yx * centred[x + 3] + yy * centred[y + 3];
      shares[4 * c] = logPeak - 0.5 * (u0 * u0 + v0 * v0);
      shares[4 * c + 1] = logPeak - 0.5 * (u1 * u1 + v1 * v1);
      shares[4 * c + 2] = logPeak - 0.5 * (u2 * u2 + v2 * v2);
      shares[4 * c + 3] = logPeak - 0.5 * (u3 * u3 + v3 * v3);
    }
  }
}

function shareOf(gap: number): number {
  return gap < NEGLIGIBLE ? 0 : expOfNonPositive(gap);
}
