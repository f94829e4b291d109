import { requireProbabilities } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { ln } from '../numeric/logarithm.js';
import { withinRange } from '../numeric/range.js';

const ROUNDING_OF_SUM = 1e-8;

/**
 * Entropy of a distribution given by its n probabilities, −Σ p log p in nats (Definition A.1), from 0 to log n; 0 log 0 is 0.
 *
 * @throws RangeError if a probability is negative or not finite, or they do not sum to one
 */
export function entropy(probabilities: ArrayLike<number>): number {
  requireProbabilities('probabilities', probabilities);
  const most = ln(probabilities.length);
  // The sum of the probabilities may be 1e-8 from one.
  return withinRange('the entropy', shannonEntropy(probabilities), [0, most], ROUNDING_OF_SUM * (1 + most));
}

/** `entropy` without checks: of numbers that need not sum to one. */
export function shannonEntropy(probabilities: ArrayLike<number>): number {
  return (
    0 -
    compensatedSum(probabilities.length, (i) => {
      const p = probabilities[i];
      return p > 0 ? p * ln(p) : 0;
    })
  );
}
