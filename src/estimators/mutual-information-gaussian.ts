import { choleskyInto } from '../numeric/cholesky.js';
import type { SampleInput, Samples } from '../numeric/samples.js';
import { joinColumns, toJointSamples } from './joint-samples.js';

/** Columns of which one keeps less than this share of its variance given the others count as linearly dependent. */
const SINGULAR = 1e-12;

/**
 * Mutual information I(X;Y) in nats of the Gaussian law with the covariance Σ of a joint sample (x is n×d, y is n×e):
 * −½ log(det Σ / (det Σ_x det Σ_y)). For jointly Gaussian data the maximum-likelihood estimate, about de/(2n) too large
 * on average; otherwise what linear dependence alone amounts to. Infinity if a combination of the columns of x is one
 * of those of y.
 *
 * @throws RangeError if x and y differ in length, have no more rows than columns together, or the columns of one are
 * linearly dependent
 */
export function mutualInformationGaussian(x: SampleInput, y: SampleInput): number {
  const { x: xs, y: ys } = toJointSamples({ x, y });
  requireMoreRowsThanColumns('x and y', xs.n, xs.d + ys.d);
  return (marginalLogDeterminant('x', xs) + marginalLogDeterminant('y', ys) - logDeterminant(joinColumns(xs, ys))) / 2;
}

/**
 * Conditional mutual information I(X;Y|Z) in nats of the Gaussian law with the covariance Σ of a joint sample (matrices
 * of n rows): ½ log(det Σ_xz det Σ_yz / (det Σ_z det Σ)). Infinity if, given z, a combination of the columns of x is one
 * of those of y.
 *
 * @throws RangeError if the samples differ in length, have no more rows than columns together, or the columns of x and z
 * or of y and z are linearly dependent
 */
export function conditionalMutualInformationGaussian(x: SampleInput, y: SampleInput, z: SampleInput): number {
  const { x: xs, y: ys, z: zs } = toJointSamples({ x, y, z });
  requireMoreRowsThanColumns('x, y and z', xs.n, xs.d + ys.d + zs.d);
  const logZ = marginalLogDeterminant('z', zs);
  const logXZ = marginalLogDeterminant('x and z', joinColumns(xs, zs));
  const logYZ = marginalLogDeterminant('y and z', joinColumns(ys, zs));
  return (logXZ + logYZ - logZ - logDeterminant(joinColumns(xs, ys, zs))) / 2;
}

/** @throws RangeError unless a covariance of the columns can be regular */
export function requireMoreRowsThanColumns(names: string, rows: number, columns: number): void {
  if (rows <= columns) throw new RangeError(`${names} must have more rows than their ${columns} columns, got ${rows}`);
}

function marginalLogDeterminant(names: string, samples: Samples): number {
  const log = logDeterminant(samples);
  if (log === -Infinity) {
    throw new RangeError(`${names} must have linearly independent columns, none of them constant; leave some out`);
  }
  return log;
}

/** Log determinant of the correlation matrix of the columns, whose units do not matter; −Infinity if it is singular. */
export function logDeterminant(samples: Samples): number {
  const { data, n, d } = standardise(samples);
  const correlation = new Float64Array(d * d);
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < d; a++) {
      for (let b = 0; b <= a; b++) correlation[a * d + b] += data[i * d + a] * data[i * d + b];
    }
  }
  if (!choleskyInto(correlation, correlation, d)) return -Infinity;
  let log = 0;
  for (let a = 0; a < d; a++) {
    const left = correlation[a * d + a] ** 2;
    if (left < SINGULAR) return -Infinity;
    log += Math.log(left);
  }
  return log;
}

/** Columns less their mean, scaled to unit length; a constant column becomes zero. */
function standardise({ data, n, d }: Samples): Samples {
  const result = new Float64Array(n * d);
  for (let j = 0; j < d; j++) {
    // Differences to the first row: exactly zero for a constant column.
    let mean = 0;
    for (let i = 0; i < n; i++) mean += (data[i * d + j] - data[j]) / n;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const deviation = data[i * d + j] - data[j] - mean;
      result[i * d + j] = deviation;
      squares += deviation * deviation;
    }
    const length = Math.sqrt(squares);
    if (length > 0) for (let i = 0; i < n; i++) result[i * d + j] /= length;
  }
  return { data: result, n, d };
}
