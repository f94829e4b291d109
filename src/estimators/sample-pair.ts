import { type SampleInput, type Samples, toSamples } from '../numeric/samples.js';

/**
 * Reads samples of two laws on the same space; their sizes may differ.
 *
 * @throws RangeError if they differ in dimension; and like {@link toSamples}
 */
export function toSamplePair(p: SampleInput, q: SampleInput): [p: Samples, q: Samples] {
  const ps = toSamples('p', p);
  const qs = toSamples('q', q);
  if (ps.d !== qs.d) throw new RangeError(`q must have as many columns as p, ${ps.d}, got ${qs.d}`);
  return [ps, qs];
}
