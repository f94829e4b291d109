import { requireProbabilities } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';

/**
 * Entropy of a distribution given by its probabilities, −Σ p log p in nats (Definition A.1); 0 log 0 is 0.
 *
 * @throws RangeError if a probability is negative or not finite, or they do not sum to one
 */
export function entropy(probabilities: ArrayLike<number>): number {
  requireProbabilities('probabilities', probabilities);
  return shannonEntropy(probabilities);
}

/** `entropy` without checks: of numbers that need not sum to one. */
export function shannonEntropy(probabilities: ArrayLike<number>): number {
  return (
    0 -
    compensatedSum(probabilities.length, (i) => {
      const p = probabilities[i];
      return p > 0 ? p * Math.log(p) : 0;
    })
  );
}
