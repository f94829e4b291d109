import { type SampleInput, toSamples } from './samples.js';

/** How far two entries that should be equal may differ, as a share of the standard deviations they belong to. */
const ASYMMETRY = 1e-8;

/**
 * A symmetric matrix, row by row. Whether it is positive definite is for its Cholesky factorisation to tell.
 *
 * @throws RangeError if it is not finite, not square, not of the dimension asked for, or not symmetric up to rounding
 */
export function readCovariance(name: string, input: SampleInput, dimension?: number): Float64Array {
  const { data, n, d } = toSamples(name, input);
  const wanted = dimension ?? n;
  if (n !== wanted || d !== wanted) throw new RangeError(`${name} must be ${wanted}×${wanted}, got ${n}×${d}`);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      const lower = data[i * d + j];
      const upper = data[j * d + i];
      // Roots first: products of variances overflow and underflow.
      const scale = Math.sqrt(Math.abs(data[i * d + i])) * Math.sqrt(Math.abs(data[j * d + j]));
      if (Math.abs(lower - upper) > ASYMMETRY * scale) {
        throw new RangeError(`${name} must be symmetric, got ${lower} at (${i}, ${j}) and ${upper} at (${j}, ${i})`);
      }
    }
  }
  return data;
}
