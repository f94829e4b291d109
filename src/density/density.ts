import type { Matrix } from 'ml-matrix';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { brief } from '../numeric/arguments.js';
import { type SampleInput, toMatrix } from '../numeric/samples.js';
import type { Rng } from '../random/rng.js';

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

/** @throws TypeError unless the value is a density */
export function requireDensity(name: string, value: unknown): asserts value is Density {
  const { dimension, logDensity } = (value ?? {}) as Partial<Density>;
  if (typeof dimension !== 'number' || typeof logDensity !== 'function') {
    throw new TypeError(`${name} must be a density, such as a GaussianMixture, got ${brief(value)}`);
  }
}

/** `logDensity` of flat points, row by row; fills and returns `out`. */
export function logDensityInto(out: Float64Array, density: Density, points: Float64Array): Float64Array {
  if (density instanceof GaussianMixture) return density.logDensityOf(points, out);
  out.set(density.logDensity(toMatrix({ data: points, n: out.length, d: density.dimension })));
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
 * @throws TypeError if the density cannot be sampled
 * @throws RangeError if its draws have another shape
 */
export function sample(density: Density, n: number, rng: Rng): Matrix {
  if (!density.sample) throw new TypeError('a density without a method sample(n, rng) cannot be sampled');
  const draws = density.sample(n, rng);
  if (draws.rows !== n || draws.columns !== density.dimension) {
    throw new RangeError(`sample must return ${n}×${density.dimension} numbers, got ${draws.rows}×${draws.columns}`);
  }
  return draws;
}

/**
 * Where to split the axis of the next coordinate, see {@link Density}.
 *
 * @throws TypeError if the density does not know its breakpoints
 */
export function breakpoints(density: Density, preceding: readonly number[] = []): readonly number[] {
  if (!density.breakpoints) throw new TypeError('quadrature needs a density with a method breakpoints()');
  return density.breakpoints(preceding);
}
