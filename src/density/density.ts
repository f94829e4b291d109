import { Matrix } from 'ml-matrix';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { brief, isList, requireAscending, requireFunction, requirePositiveInteger } from '../numeric/arguments.js';
import { type SampleInput, toMatrix, toSamples } from '../numeric/samples.js';
import { type Rng, requireRng } from '../random/rng.js';

/** A probability density in d dimensions; a GaussianMixture is one. */
export interface Density {
  /** Number of dimensions d. */
  readonly dimension: number;
  /** log p(x) in nats for each point of X (n×d); −∞ where the density is zero. */
  logDensity(X: SampleInput): Float64Array;
  /** n independent draws, n×d: what Monte Carlo needs. */
  sample?(n: number, rng: Rng): Matrix;
  /**
   * What quadrature needs: where to split the axis of the next coordinate, given those in `preceding` (none for the first).
   * Ascending, from where the density begins to where it ends (to working precision), with points between and around its
   * peaks, and at its jumps and kinks if it has any.
   */
  breakpoints?(preceding?: readonly number[]): readonly number[];
}

/**
 * @throws TypeError unless both are densities
 * @throws RangeError unless they have the same number of dimensions
 */
export function requireDensities(pair: readonly [unknown, unknown]): asserts pair is readonly [Density, Density] {
  const [p, q] = pair;
  requireDensity('p', p);
  requireDensity('q', q);
  if (p.dimension !== q.dimension) {
    throw new RangeError(`p and q must have the same dimension, got ${p.dimension} and ${q.dimension}`);
  }
}

/**
 * @throws TypeError unless the value is a density: an object with a dimension and the methods that it may have
 * @throws RangeError if its dimension is no positive integer
 */
export function requireDensity(name: string, value: unknown): asserts value is Density {
  const { dimension, logDensity, sample, breakpoints } = (value ?? {}) as Partial<Density>;
  if (typeof dimension !== 'number' || typeof logDensity !== 'function') {
    throw new TypeError(`${name} must be a density, such as a GaussianMixture, got ${brief(value)}`);
  }
  requirePositiveInteger(`${name}.dimension`, dimension);
  requireFunction(`${name}.logDensity`, logDensity);
  if (sample !== undefined) requireFunction(`${name}.sample`, sample);
  if (breakpoints !== undefined) requireFunction(`${name}.breakpoints`, breakpoints);
}

/**
 * `logDensity` of flat points, row by row; fills and returns `out`.
 *
 * @throws TypeError unless it gives a number for each point
 */
export function logDensityInto(out: Float64Array, density: Density, points: Float64Array): Float64Array {
  if (density instanceof GaussianMixture) return density.logDensityOf(points, out);
  const logs = density.logDensity(toMatrix({ data: points, n: out.length, d: density.dimension }));
  if (!isList(logs) || logs.length !== out.length) {
    throw new TypeError(`logDensity must return a list of ${out.length} numbers, got ${brief(logs)}`);
  }
  for (let i = 0; i < out.length; i++) {
    if (typeof logs[i] !== 'number' || Number.isNaN(logs[i])) {
      throw new TypeError(`logDensity must return numbers, got ${brief(logs[i])} for point ${i}`);
    }
    out[i] = logs[i];
  }
  return out;
}

/**
 * Fills `points`, flat, with draws in no particular order.
 *
 * @throws like {@link sample}
 */
export function sampleInto(points: Float64Array, density: Density, rng: Rng): void {
  if (density instanceof GaussianMixture) density.sampleInto(points, rng);
  else points.set(sample(density, points.length / density.dimension, rng).to1DArray());
}

/**
 * n draws, n×d.
 *
 * @throws TypeError if the density cannot be sampled, rng is missing, or its draws are no numbers
 * @throws RangeError if n is no positive integer, or its draws have another shape or are not finite
 */
export function sample(density: Density, n: number, rng: Rng): Matrix {
  requirePositiveInteger('n', n);
  requireRng(rng);
  if (!density.sample) throw new TypeError('a density without a method sample(n, rng) cannot be sampled');
  const draws = density.sample(n, rng);
  if (!Matrix.isMatrix(draws)) throw new TypeError(`sample must return a Matrix, got ${brief(draws)}`);
  if (draws.rows !== n || draws.columns !== density.dimension) {
    throw new RangeError(`sample must return ${n}×${density.dimension} numbers, got ${draws.rows}×${draws.columns}`);
  }
  toSamples('what sample returns', draws);
  return draws;
}

/**
 * Where to split the axis of the next coordinate, see {@link Density}.
 *
 * @throws TypeError if the density does not know its breakpoints, or they are no list of numbers
 * @throws RangeError if they are not finite and ascending
 */
export function breakpoints(density: Density, preceding: readonly number[] = []): readonly number[] {
  if (!density.breakpoints) throw new TypeError('quadrature needs a density with a method breakpoints()');
  const points = density.breakpoints(preceding);
  if (!(density instanceof GaussianMixture)) requireAscending('breakpoints', points);
  return points;
}
