import { requireFinite, requirePositiveInteger } from '../numeric/arguments.js';
import { ln } from '../numeric/logarithm.js';
import { toMatrix, toSamples } from '../numeric/samples.js';
import { requireRng } from '../random/rng.js';
import type { Density } from './density.js';

/**
 * The uniform density between two numbers.
 *
 * @throws RangeError unless they are finite, `to` is the larger, and their distance is finite too
 */
export function uniformDensity(from: number, to: number): Required<Density> {
  requireFinite('from', from);
  requireFinite('to', to);
  const length = to - from;
  if (!(length > 0 && length < Infinity)) {
    throw new RangeError(`an interval must have a finite positive length, got one from ${from} to ${to}`);
  }
  return {
    dimension: 1,
    logDensity(X) {
      const { data, d } = toSamples('X', X);
      if (d !== 1) throw new RangeError(`X must have 1 column, got ${d}`);
      return data.map((x) => (x >= from && x <= to ? -ln(length) : -Infinity));
    },
    sample(n, rng) {
      requirePositiveInteger('n', n);
      requireRng(rng);
      return toMatrix({ data: new Float64Array(n).map(() => from + length * rng.uniform()), n, d: 1 });
    },
    breakpoints: () => [from, to],
  };
}
