import { determinant, Matrix } from 'ml-matrix';
import { type SampleInput, toRows, toSamples } from '../numeric/samples.js';
import { breakpoints, type Density, requireDensity, sample } from './density.js';

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
 * @throws TypeError if the density is none, or has no such method, when it is sampled or asked for breakpoints
 */
export function changeOfVariables(density: Density, map: Diffeomorphism): Required<Density> {
  requireDensity('density', density);
  const d = density.dimension;
  return {
    dimension: d,
    logDensity(Y) {
      const { data, n, d: columns } = toSamples('Y', Y);
      if (columns !== d) throw new RangeError(`Y must have ${d} columns, got ${columns}`);
      const logs = new Float64Array(n).fill(-Infinity);
      const X = toRows(data, d).map((y) => map.inverse(y));
      const inside = X.flatMap((x, i) => (x.every(Number.isFinite) ? [i] : []));
      if (inside.length === 0) return logs;
      density.logDensity(inside.map((i) => X[i])).forEach((log, j) => {
        logs[inside[j]] = log - map.logAbsDetJacobian(X[inside[j]]);
      });
      return logs;
    },
    sample: (n, rng) =>
      new Matrix(
        sample(density, n, rng)
          .to2DArray()
          .map((x) => [...map.forward(x)]),
      ),
    breakpoints(preceding) {
      if (d > 1) throw new RangeError(`a change of variables has breakpoints in 1 dimension only, got ${d}`);
      const images = breakpoints(density, preceding).map((x) => map.forward([x])[0]);
      return images.filter(Number.isFinite).sort((a, b) => a - b);
    },
  };
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
 */
export function diffeomorphismErrors(map: Diffeomorphism, X: SampleInput): DiffeomorphismErrors {
  const { data, n, d } = toSamples('X', X);
  const points = toRows(data, d);
  const sizes = points[0].map((_, j) => points.reduce((sum, x) => sum + Math.abs(x[j]), 0) / n || 1);
  const inverse = points.map((x) => {
    const back = map.inverse(map.forward(x));
    return largest(x.map((value, j) => Math.abs(back[j] - value) / sizes[j]));
  });
  const jacobian = points.map((x) => Math.abs(map.logAbsDetJacobian(x) - logAbsDetOfDifferences(map, x, sizes)));
  return { inverse: largest(inverse), logAbsDetJacobian: largest(jacobian) };
}

/** NaN if there is one. */
function largest(errors: readonly number[]): number {
  return errors.reduce((a, b) => Math.max(a, b));
}

function logAbsDetOfDifferences(map: Diffeomorphism, x: readonly number[], sizes: readonly number[]): number {
  const columns = x.map((value, j) => {
    const step = Math.cbrt(Number.EPSILON) * sizes[j];
    const [above, below] = [map.forward(x.with(j, value + step)), map.forward(x.with(j, value - step))];
    return above.map((y, i) => (y - below[i]) / (2 * step));
  });
  return Math.log(Math.abs(determinant(new Matrix(columns))));
}
