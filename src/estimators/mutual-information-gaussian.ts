import { ln } from '../numeric/logarithm.js';
import { withinRange } from '../numeric/range.js';
import { residuals } from '../numeric/residuals.js';
import type { SampleInput, Samples } from '../numeric/samples.js';
import { joinColumns, toJointSamples } from './joint-samples.js';

/**
 * What is left of a column without the others counts as nothing if it is no larger than this many units in the last place
 * of the numbers that the columns were computed from: all that is left is rounding.
 */
const ROUNDING = 8;

/**
 * Mutual information I(X;Y) in nats of the Gaussian law with the covariance Σ of a joint sample (x is n×d, y is n×e):
 * −½ log(det Σ / (det Σ_x det Σ_y)). For jointly Gaussian data the maximum-likelihood estimate, about de/(2n) too large
 * on average; otherwise what linear dependence alone amounts to. Never negative. Infinity if a combination of the columns of
 * x is one of those of y but for the rounding of the data; of columns about zero, information up to 30 nats is told from that.
 *
 * @throws RangeError if x and y differ in length, have no more rows than columns together, or the columns of one are
 * linearly dependent
 */
export function mutualInformationGaussian(x: SampleInput, y: SampleInput): number {
  const { x: xs, y: ys } = toJointSamples({ x, y });
  requireMoreRowsThanColumns('x and y', xs.n, xs.d + ys.d);
  ownShares('x', xs);
  return information(ownShares('y', ys), shares(joinColumns(xs, ys)).slice(xs.d));
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
  ownShares('z', zs);
  ownShares('x and z', joinColumns(zs, xs));
  const given = ownShares('y and z', joinColumns(zs, ys)).slice(zs.d);
  return information(given, shares(joinColumns(zs, xs, ys)).slice(zs.d + xs.d));
}

/** @throws RangeError unless a covariance of the columns can be regular */
export function requireMoreRowsThanColumns(names: string, rows: number, columns: number): void {
  if (rows <= columns) throw new RangeError(`${names} must have more rows than their ${columns} columns, got ${rows}`);
}

/** The shares of columns none of which is a combination of others. */
function ownShares(names: string, samples: Samples): number[] {
  const own = shares(samples);
  if (own.includes(0)) {
    throw new RangeError(`${names} must have linearly independent columns, none of them constant; leave some out`);
  }
  return own;
}

/** Log determinant of the correlation matrix of the columns, whose units do not matter; −Infinity if it is singular. */
export function logDeterminant(samples: Samples): number {
  return shares(samples).reduce((sum, share) => sum + 2 * ln(share), 0);
}

/** Σ log of the share that each column of y keeps, by what it keeps if x is known too. */
function information(alone: readonly number[], withOthers: readonly number[]): number {
  const least = Math.min(...withOthers);
  if (least === 0) return Infinity;
  const sum = alone.reduce((total, share, j) => total + ln(share / withOthers[j]), 0);
  // Shares are right to about 1e-15.
  return withinRange('the mutual information', sum, [0, Infinity], (1e-14 * alone.length) / least);
}

/** What each column, less its mean, keeps of its deviation without those before it. */
function shares(samples: Samples): number[] {
  const columns = centredColumns(samples);
  return residuals(
    columns.map(({ centred }) => centred),
    Math.max(...columns.map(({ rounding }) => rounding)),
  ).map(({ share }) => share);
}

/** Columns less their mean, with how far they are rounded as a share of their deviation; a constant column is zero. */
function centredColumns({ data, n, d }: Samples) {
  return Array.from({ length: d }, (_, j) => {
    const centred = new Float64Array(n);
    // Differences to the first row: exactly zero for a constant column.
    let mean = 0;
    for (let i = 0; i < n; i++) mean += (data[i * d + j] - data[j]) / n;
    let [largest, spread] = [0, 0];
    for (let i = 0; i < n; i++) {
      centred[i] = data[i * d + j] - data[j] - mean;
      largest = Math.max(largest, Math.abs(data[i * d + j]));
      spread = Math.max(spread, Math.abs(centred[i]));
    }
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (centred[i] / spread) * (centred[i] / spread);
    const deviation = spread * Math.sqrt(squares / n);
    return { centred, rounding: spread === 0 ? 0 : (ROUNDING * Number.EPSILON * largest) / deviation };
  });
}
