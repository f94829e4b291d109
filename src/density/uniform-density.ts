import { Matrix } from 'ml-matrix';
import { toSamples } from '../numeric/samples.js';
import type { Density } from './density.js';

/**
 * The uniform density between two numbers.
 *
 * @throws RangeError unless they are finite and `to` is the larger
 */
export function uniformDensity(from: number, to: number): Required<Density> {
  const length = to - from;
  if (!(length > 0 && length < Infinity)) {
    throw new RangeError(`an interval must have a finite positive length, got one from ${from} to ${to}`);
  }
  return {
    dimension: 1,
    logDensity(X) {
      const { data, d } = toSamples('X', X);
      if (d !== 1) throw new RangeError(`X must have 1 column, got ${d}`);
      return data.map((x) => (x >= from && x <= to ? -Math.log(length) : -Infinity));
    },
    sample: (n, rng) => new Matrix(Array.from({ length: n }, () => [from + length * rng.uniform()])),
    breakpoints: () => [from, to],
  };
}
