import { totalVariationDistance } from '../information/divergence.js';
import { readCounts } from './counts.js';

/**
 * Total variation distance ½ Σ |p̂ − q̂| between the frequencies of the same values in two samples; the plug-in estimate,
 * too large on average where the laws are alike.
 *
 * @throws RangeError if the counts differ in length, are not non-negative integers, or are all zero
 */
export function totalVariationOfCounts(countsP: ArrayLike<number>, countsQ: ArrayLike<number>): number {
  const p = readCounts('countsP', countsP);
  const q = readCounts('countsQ', countsQ);
  if (p.counts.length !== q.counts.length) {
    throw new RangeError(`countsQ must have as many values as countsP, ${p.counts.length}, got ${q.counts.length}`);
  }
  const [frequenciesP, frequenciesQ] = [p, q].map(({ counts, total }) => counts.map((count) => count / total));
  return totalVariationDistance(frequenciesP, frequenciesQ);
}
