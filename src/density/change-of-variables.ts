import { determinant, Matrix } from 'ml-matrix';
import { brief, isList, requireFunction } from '../numeric/arguments.js';
import { greatest } from '../numeric/extremes.js';
import { ln } from '../numeric/logarithm.js';
import { pow } from '../numeric/power.js';
import { type SampleInput, toRows, toSamples } from '../numeric/samples.js';
import { breakpoints, type Density, logDensityInto, requireDensity, sample } from './density.js';

/** An invertible differentiable map of d-dimensional space into itself; points are lists of d coordinates. */
export interface Diffeomorphism {
  /** φ(x). */
  forward(x: readonly number[]): readonly number[];
  /** φ⁻¹(y), not finite where y is no value of φ. */
  inverse(y: readonly number[]): readonly number[];
  /** log |det ∂φ/∂x| at x. */
  logAbsDetJacobian(x: readonly number[]): number;
}

/**
 * The density of φ(X) where X has the density given: f(φ⁻¹(y)) |det ∂φ⁻¹/∂y| (Appendix C). Breakpoints, and with them
 * quadrature, are there in one dimension only.
 *
 * @throws TypeError if the density is none or the map lacks a method; when the law is used, if the density has no such
 *   method, or a method of the map does not return what it should
 */
export function changeOfVariables(density: Density, map: Diffeomorphism): Required<Density> {
  requireDensity('density', density);
  requireMap(map);
  const d = density.dimension;
  return {
    dimension: d,
    logDensity(Y) {
      const { data, n, d: columns } = toSamples('Y', Y);
      if (columns !== d) throw new RangeError(`Y must have ${d} columns, got ${columns}`);
      const logs = new Float64Array(n).fill(-Infinity);
      const X = toRows(data, d).map((y) => pointOf('map.inverse', map.inverse(y), d));
      const inside = X.flatMap((x, i) => (x.every(Number.isFinite) ? [i] : []));
      if (inside.length === 0) return logs;
      const preimages = Float64Array.from(inside.flatMap((i) => X[i]));
      logDensityInto(new Float64Array(inside.length), density, preimages).forEach((log, j) => {
        if (log > -Infinity) logs[inside[j]] = log - logJacobianAt(map, X[inside[j]]);
      });
      return logs;
    },
    sample: (n, rng) =>
      new Matrix(
        sample(density, n, rng)
          .to2DArray()
          .map((x) => [...finitePoint('map.forward', map.forward(x), d)]),
      ),
    breakpoints(preceding) {
      if (d > 1) throw new RangeError(`a change of variables has breakpoints in 1 dimension only, got ${d}`);
      const images = breakpoints(density, preceding).map((x) => pointOf('map.forward', map.forward([x]), 1)[0]);
      return images.filter(Number.isFinite).sort((a, b) => a - b);
    },
  };
}

/** @throws TypeError unless the map has its three methods */
function requireMap(map: Diffeomorphism): void {
  const { forward, inverse, logAbsDetJacobian } = map ?? {};
  for (const [name, method] of Object.entries({ forward, inverse, logAbsDetJacobian })) {
    requireFunction(`map.${name}`, method);
  }
}

/** What a method of a map returns: d numbers, which need not be finite. */
function pointOf(name: string, point: readonly number[], d: number): readonly number[] {
  if (!isList(point) || point.length !== d || !Array.from(point).every((x) => typeof x === 'number')) {
    throw new TypeError(`${name} must return a list of ${d} numbers, got ${brief(point)}`);
  }
  return point;
}

function finitePoint(name: string, point: readonly number[], d: number): readonly number[] {
  if (!pointOf(name, point, d).every(Number.isFinite)) {
    throw new RangeError(`${name} must return finite numbers, got ${brief(point)}`);
  }
  return point;
}

function logJacobianAt(map: Diffeomorphism, x: readonly number[]): number {
  const log = map.logAbsDetJacobian(x);
  if (typeof log !== 'number' || Number.isNaN(log)) {
    throw new TypeError(`map.logAbsDetJacobian must return a number, got ${brief(log)}`);
  }
  return log;
}

/** The largest errors of a map at some points. */
export interface DiffeomorphismErrors {
  /** |φ⁻¹(φ(x)) − x|, as a share of the coordinate's size. */
  readonly inverse: number;
  /** |log |det ∂φ/∂x| − that of central differences|: about 1e-9 where the map is right. */
  readonly logAbsDetJacobian: number;
}

/**
 * How far a map is from being what it says: whether its inverse undoes it, and its Jacobian agrees with differences, at
 * the points of X (n×d). The size of a coordinate is its mean absolute value in X.
 *
 * @throws RangeError if X is empty or not finite
 * @throws TypeError if the map lacks a method, or one of them does not return what it should
 */
export function diffeomorphismErrors(map: Diffeomorphism, X: SampleInput): DiffeomorphismErrors {
  requireMap(map);
  const { data, n, d } = toSamples('X', X);
  const points = toRows(data, d);
  const sizes = points[0].map((_, j) => points.reduce((sum, x) => sum + Math.abs(x[j]), 0) / n || 1);
  const inverse = points.map((x) => {
    const back = pointOf('map.inverse', map.inverse(pointOf('map.forward', map.forward(x), d)), d);
    return greatest(x.map((value, j) => Math.abs(back[j] - value) / sizes[j]));
  });
  const jacobian = points.map((x) => Math.abs(logJacobianAt(map, x) - logAbsDetOfDifferences(map, x, sizes)));
  return { inverse: greatest(inverse), logAbsDetJacobian: greatest(jacobian) };
}

function logAbsDetOfDifferences(map: Diffeomorphism, x: readonly number[], sizes: readonly number[]): number {
  const columns = x.map((value, j) => {
    const step = pow(Number.EPSILON, 1 / 3) * sizes[j];
    const [above, below] = [map.forward(x.with(j, value + step)), map.forward(x.with(j, value - step))];
    return above.map((y, i) => (y - below[i]) / (2 * step));
  });
  return ln(Math.abs(determinant(new Matrix(columns))));
}
