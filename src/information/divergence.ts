import { compensatedSum } from '../numeric/compensated-sum.js';
import { ln, log1p } from '../numeric/logarithm.js';
import { withinRange } from '../numeric/range.js';

/** How far the sums of probabilities, each of which may be 1e-8 from one, can lead beyond what is possible. */
export const ROUNDING_OF_SUMS = 1e-8;

/**
 * Relative entropy D(P‖Q) = Σ P log P/Q of probabilities of the same values, in nats (Definition A.3); infinite where Q
 * excludes what P allows.
 *
 * @throws RangeError if the lists differ in length
 */
export function relativeEntropy(p: ArrayLike<number>, q: ArrayLike<number>): number {
  requireSameValues(p, q);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += excess(p[i], q[i]);
  return sum;
}

/** p log p/q − p + q, which is not negative; with P and Q summing to one, the terms −p + q cancel. */
function excess(p: number, q: number): number {
  if (p === 0) return q;
  if (q === 0) return Infinity;
  const share = (p - q) / q;
  // The terms nearly cancel where p and q are close.
  if (Math.abs(share) > 1 / 2) return p * logRatio(p, q) - p + q;
  return Math.max(0, q * ((1 + share) * log1p(share) - share));
}

/** log p/q, also where p/q is too large a number. */
function logRatio(p: number, q: number): number {
  return p / q < Infinity ? ln(p / q) : ln(p) - ln(q);
}

/**
 * Total variation distance ½ Σ |P − Q| = sup |P(A) − Q(A)| of probabilities of the same values (Definition A.4).
 *
 * @throws RangeError if the lists differ in length, or it is above 1 by more than 1e-8: they do not sum to one
 */
export function totalVariationDistance(p: ArrayLike<number>, q: ArrayLike<number>): number {
  requireSameValues(p, q);
  const distance = compensatedSum(p.length, (i) => Math.abs(p[i] - q[i])) / 2;
  return withinRange('the total variation distance', distance, [0, 1], ROUNDING_OF_SUMS);
}

function requireSameValues(p: ArrayLike<number>, q: ArrayLike<number>): void {
  if (p.length !== q.length) throw new RangeError(`q must have as many values as p, ${p.length}, got ${q.length}`);
}
