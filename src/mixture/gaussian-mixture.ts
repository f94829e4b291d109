import type { Matrix } from 'ml-matrix';
import { alignColumns } from '../numeric/align-columns.js';
import { requireKnownOptions, requirePositiveInteger, requireProbabilities } from '../numeric/arguments.js';
import { readCovariance } from '../numeric/covariance.js';
import { inspection } from '../numeric/inspection.js';
import { type SampleInput, toMatrix, toRows, toSamples } from '../numeric/samples.js';
import { shortNumber } from '../numeric/short-number.js';
import { permutation } from '../random/permutation.js';
import { type Rng, requireRng } from '../random/rng.js';
import { componentBreakpoints } from './breakpoints.js';
import { GaussianComponents } from './components.js';
import { logDensitiesInto } from './evaluation.js';

/** What a mixture is made of: k components in d dimensions. */
export interface MixtureParameters {
  /** k non-negative weights that sum to one. */
  readonly weights: ArrayLike<number>;
  /** k means of d coordinates (k×d). */
  readonly means: SampleInput;
  /** k symmetric positive definite d×d matrices, as rows. */
  readonly covariances: readonly SampleInput[];
}

/** Points with the component each was drawn from. */
export interface LabelledSample {
  /** n×d. */
  readonly points: Matrix;
  readonly labels: readonly number[];
}

/** A mixture of k Gaussians in d dimensions, p(x) = Σ_c w_c N(x; μ_c, Σ_c). Immutable. */
export class GaussianMixture {
  /** The k weights, which sum to one. */
  readonly weights: readonly number[];
  readonly #components: GaussianComponents;

  /**
   * Takes copies of the parameters.
   *
   * @throws RangeError if weights do not sum to one, shapes disagree, a number is not finite, or a covariance is not
   *   symmetric positive definite
   * @throws TypeError if a parameter is unknown
   */
  constructor(parameters: MixtureParameters) {
    requireKnownOptions('GaussianMixture', parameters, ['weights', 'means', 'covariances']);
    const { weights, means, covariances } = parameters;
    requireProbabilities('weights', weights);
    const { data, n: k, d } = toSamples('means', means);
    if (weights.length !== k)
      throw new RangeError(`weights must have one entry for each of the ${k} means, got ${weights.length}`);
    if (covariances.length !== k) {
      throw new RangeError(`covariances must have one matrix for each of the ${k} means, got ${covariances.length}`);
    }
    this.weights = Object.freeze(Array.from(weights));
    this.#components = new GaussianComponents(k, d);
    this.#components.means.set(data);
    covariances.forEach((covariance, c) => {
      this.#components.covariances.set(readCovariance(`covariances[${c}]`, covariance, d), c * d * d);
    });
    const failed = this.#components.factorise(this.weights);
    if (failed >= 0) {
      throw new RangeError(
        `covariances[${failed}] must be positive definite, got ${JSON.stringify(this.covariances[failed])}`,
      );
    }
  }

  /** Number of components k. */
  get components(): number {
    return this.#components.size;
  }

  /** Number of dimensions d. */
  get dimension(): number {
    return this.#components.dimension;
  }

  /** Weights, means and covariances as a table. */
  toString(): string {
    const { means, covariances } = this;
    const vector = (values: readonly number[]) => `[${values.map(shortNumber).join(', ')}]`;
    const rows = this.weights.map((weight, c) => [
      String(c),
      shortNumber(weight),
      vector(means[c]),
      covariances[c].map(vector).join(' '),
    ]);
    return alignColumns([['component', 'weight', 'mean', 'covariance'], ...rows]);
  }

  [inspection](): string {
    return this.toString();
  }

  /** The k means, as rows. */
  get means(): number[][] {
    return toRows(this.#components.means, this.dimension);
  }

  /** The k covariance matrices, each as rows. */
  get covariances(): number[][][] {
    const d = this.dimension;
    return toRows(this.#components.covariances, d * d).map((matrix) => toRows(matrix, d));
  }

  /**
   * log p(x) for each point of X (n×d), in nats.
   *
   * @throws RangeError if X is not finite or has another dimension
   */
  logDensity(X: SampleInput): Float64Array {
    const { data, n, d } = toSamples('X', X);
    if (d !== this.dimension) throw new RangeError(`X must have ${this.dimension} columns, got ${d}`);
    return this.logDensityOf(data, new Float64Array(n));
  }

  /** `logDensity` without checks or allocation: points flat, row by row; fills and returns `out`. */
  logDensityOf(points: Float64Array, out: Float64Array): Float64Array {
    logDensitiesInto(this.#components, points, out);
    return out;
  }

  /**
   * Where to split the axis of the coordinate after those in `preceding` (the first of none) when integrating over it:
   * around the components' means there, given the preceding ones. Ascending; less than 1e-18 of a component's mass lies
   * beyond the last of its own.
   */
  breakpoints(preceding: readonly number[] = []): number[] {
    return componentBreakpoints(this.#components, this.weights, preceding);
  }

  /**
   * n independent draws, n×d.
   *
   * @throws like {@link GaussianMixture.sampleLabelled}
   */
  sample(n: number, rng: Rng): Matrix {
    return this.sampleLabelled(n, rng).points;
  }

  /**
   * n independent draws (n×d) with the index of the component each came from.
   *
   * @throws RangeError if n is not a positive integer
   * @throws TypeError if rng is missing
   */
  sampleLabelled(n: number, rng: Rng): LabelledSample {
    requirePositiveInteger('n', n);
    requireRng(rng);
    const d = this.dimension;
    const grouped = new Float64Array(n * d);
    const groupedLabels = this.sampleInto(grouped, rng).flatMap((count, c) => new Array<number>(count).fill(c));
    const order = permutation(n, rng);
    const data = new Float64Array(n * d);
    order.forEach((from, to) => {
      data.set(grouped.subarray(from * d, (from + 1) * d), to * d);
    });
    return { points: toMatrix({ data, n, d }), labels: order.map((from) => groupedLabels[from]) };
  }

  /**
   * Fills `target` (n·d, row by row) with n draws *grouped by component*, and returns how many each contributed.
   * For uses that do not look at the order of points: nothing of size n is allocated.
   */
  sampleInto(target: Float64Array, rng: Rng): number[] {
    const d = this.dimension;
    const counts = rng.multinomial(target.length / d, this.weights);
    rng.fillNormal(target);
    let at = 0;
    counts.forEach((count, c) => {
      const end = at + count * d;
      if (d === 2) this.#colourPlane(target, at, end, c);
      else this.#colour(target, at, end, c);
      at = end;
    });
    return counts;
  }

  /** Turns standard normals z into μ + L z, in place. */
  #colour(target: Float64Array, start: number, end: number, c: number): void {
    const { dimension: d, means, factors } = this.#components;
    for (let at = start; at < end; at += d) {
      // Backwards, because row i of L needs the coordinates up to i only.
      for (let i = d - 1; i >= 0; i--) {
        let value = means[c * d + i];
        for (let j = 0; j <= i; j++) value += factors[c * d * d + i * d + j] * target[at + j];
        target[at + i] = value;
      }
    }
  }

  #colourPlane(target: Float64Array, start: number, end: number, c: number): void {
    const { means, factors } = this.#components;
    const meanX = means[2 * c];
    const meanY = means[2 * c + 1];
    const xx = factors[4 * c];
    const yx = factors[4 * c + 2];
    const yy = factors[4 * c + 3];
    for (let at = start; at < end; at += 2) {
      const x = target[at];
      target[at] = meanX + xx * x;
      target[at + 1] = meanY + yx * x + yy * target[at + 1];
    }
  }
}
