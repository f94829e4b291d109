import type { Matrix } from 'ml-matrix';
import { alignColumns } from '../numeric/align-columns.js';
import {
  brief,
  requireFlat,
  requireKnownOptions,
  requireList,
  requireNumbers,
  requirePositiveInteger,
  requireProbabilities,
} from '../numeric/arguments.js';
import { readCovariance } from '../numeric/covariance.js';
import { inspection } from '../numeric/inspection.js';
import { type SampleInput, type Samples, toMatrix, toRows, toSamples } from '../numeric/samples.js';
import { shortNumber } from '../numeric/short-number.js';
import { permutation } from '../random/permutation.js';
import { type Rng, requireRng } from '../random/rng.js';
import { componentBreakpoints } from './breakpoints.js';
import { GaussianComponents } from './components.js';
import { conditionalOf, type Gaussian, marginalOf } from './conditioning.js';
import { logDensitiesInto } from './evaluation.js';
import { responsibilities } from './responsibilities.js';

/** Of a matrix in an error. */
const MOST_ROWS = 3;

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
   * @throws TypeError if a parameter is unknown, or no list of what it should be
   */
  constructor(parameters: MixtureParameters) {
    requireKnownOptions('GaussianMixture', parameters, ['weights', 'means', 'covariances']);
    const { weights, means, covariances } = parameters;
    requireProbabilities('weights', weights);
    const { data, n: k, d } = toSamples('means', means);
    if (weights.length !== k)
      throw new RangeError(`weights must have one entry for each of the ${k} means, got ${weights.length}`);
    requireList('covariances', covariances);
    if (covariances.length !== k) {
      throw new RangeError(`covariances must have one matrix for each of the ${k} means, got ${covariances.length}`);
    }
    this.weights = Object.freeze(Array.from(weights));
    this.#components = new GaussianComponents(k, d);
    this.#components.means.set(data);
    Array.from(covariances).forEach((covariance, c) => {
      this.#components.covariances.set(readCovariance(`covariances[${c}]`, covariance, d), c * d * d);
    });
    const failed = this.#components.factorise(this.weights);
    if (failed >= 0) {
      throw new RangeError(
        `covariances[${failed}] must be positive definite, got ${shortMatrix(this.covariances[failed])}`,
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
    const { data, n } = this.#points(X);
    return this.logDensityOf(data, new Float64Array(n));
  }

  /**
   * `logDensity` without allocation: points flat, row by row; fills and returns `out`.
   *
   * @throws TypeError unless both are Float64Arrays
   * @throws RangeError unless points are whole and `out` has a number for each
   */
  logDensityOf(points: Float64Array, out: Float64Array): Float64Array {
    requireFlat('points', points, { columns: this.dimension });
    requireFlat('out', out, { length: points.length / this.dimension });
    logDensitiesInto(this.#components, points, out);
    return out;
  }

  /**
   * The posterior probabilities of the components, w_c N(x; μ_c, Σ_c)/p(x), also called responsibilities, for each point
   * of X (n×d): n×k, rows sum to one. Right to 1e-6 or better however far out.
   *
   * @throws RangeError if X is not finite or has another dimension, or a point is so far out, from 1e4 deviations on, that
   *   rounding hides which of two components is likelier
   * @throws TypeError if X is no sample
   */
  posterior(X: SampleInput): Matrix {
    const points = this.#points(X);
    const { shares, unclear } = responsibilities(this.#components, this.weights, points);
    if (unclear >= 0) throw new RangeError(`X is too far from all components to tell them apart, in row ${unclear}`);
    return toMatrix({ data: shares, n: this.components, d: points.n }).transpose();
  }

  /**
   * The law of some of the coordinates, in the order given: a mixture with the same weights.
   *
   * @param dimensions indices from 0
   * @throws RangeError if there are none, one is out of range or twice there
   * @throws TypeError if they are no list
   */
  marginal(dimensions: readonly number[]): GaussianMixture {
    this.#requireDimensions(dimensions);
    return this.#map(this.weights, (component) => marginalOf(component, dimensions));
  }

  /**
   * The law of the other coordinates, in their order, given the values of some: a mixture of the conditional laws of its
   * components, weighted by their posterior probabilities given these values.
   *
   * @param dimensions indices from 0
   * @param values of the coordinates of these indices
   * @throws RangeError if there are no dimensions or no others, one is out of range or twice there, there is not a finite
   *   value for each, or the values are too far from all components to tell these apart, see `posterior`
   * @throws TypeError if one of the two is no list of numbers
   */
  conditional(dimensions: readonly number[], values: readonly number[]): GaussianMixture {
    this.#requireDimensions(dimensions);
    requireNumbers('values', values);
    if (values.length !== dimensions.length) {
      throw new RangeError(`values must be ${dimensions.length} numbers, got ${values.length}`);
    }
    const others = Array.from({ length: this.dimension }, (_, j) => j).filter((j) => !dimensions.includes(j));
    if (others.length === 0) throw new RangeError('dimensions must leave out at least one, got all of them');
    const given = { data: Float64Array.from(values), n: 1, d: values.length };
    const { shares, unclear } = responsibilities(this.marginal(dimensions).#components, this.weights, given);
    if (unclear >= 0) throw new RangeError('values are too far from all components to tell them apart');
    const order = [...dimensions, ...others];
    return this.#map(shares, (component) => conditionalOf(marginalOf(component, order), values));
  }

  #points(X: SampleInput): Samples {
    const samples = toSamples('X', X);
    if (samples.d !== this.dimension) throw new RangeError(`X must have ${this.dimension} columns, got ${samples.d}`);
    return samples;
  }

  #requireDimensions(dimensions: readonly number[]): void {
    requireNumbers('dimensions', dimensions);
    if (dimensions.length === 0) throw new RangeError('dimensions must not be empty');
    dimensions.forEach((dimension, i) => {
      if (!Number.isInteger(dimension) || dimension < 0 || dimension >= this.dimension) {
        throw new RangeError(`dimensions must be from 0 to ${this.dimension - 1}, got ${dimension}`);
      }
      if (dimensions.indexOf(dimension) < i) throw new RangeError(`dimensions must differ, got ${dimension} twice`);
    });
  }

  /** The mixture of what becomes of each component. */
  #map(weights: ArrayLike<number>, change: (component: Gaussian) => Gaussian): GaussianMixture {
    const { means, covariances, dimension: d } = this.#components;
    const changed = this.weights.map((_, c) =>
      change({
        mean: means.subarray(c * d, (c + 1) * d),
        covariance: covariances.subarray(c * d * d, (c + 1) * d * d),
      }),
    );
    return new GaussianMixture({
      weights,
      means: changed.map(({ mean }) => mean),
      covariances: changed.map(({ mean, covariance }) => toRows(covariance, mean.length)),
    });
  }

  /**
   * Where to split the axis of the coordinate after those in `preceding` (the first of none) when integrating over it:
   * around the components' means there, given the preceding ones. Ascending; less than 1e-18 of a component's mass lies
   * beyond the last of its own.
   *
   * @throws RangeError if the coordinates given are all there are, or not finite
   * @throws TypeError if they are no list of numbers
   */
  breakpoints(preceding: readonly number[] = []): number[] {
    requireNumbers('preceding', preceding);
    if (preceding.length >= this.dimension) {
      throw new RangeError(`preceding must be less than ${this.dimension} numbers, got ${preceding.length}`);
    }
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
   *
   * @throws TypeError if target is no Float64Array or rng is missing
   * @throws RangeError if target does not hold whole points
   */
  sampleInto(target: Float64Array, rng: Rng): number[] {
    const d = this.dimension;
    requireFlat('target', target, { columns: d });
    requireRng(rng);
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

/** A small matrix in full, a large one by its size. */
function shortMatrix(matrix: readonly (readonly number[])[]): string {
  return matrix.length <= MOST_ROWS ? JSON.stringify(matrix) : brief(matrix);
}
