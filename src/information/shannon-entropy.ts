import { compensatedSum } from '../numeric/compensated-sum.js';

/** Shannon entropy −Σ p log p of probabilities, in nats (Definition A.1); 0 log 0 is 0. */
export function shannonEntropy(probabilities: ArrayLike<number>): number {
  return (
    0 -
    compensatedSum(probabilities.length, (i) => {
      const p = probabilities[i];
      return p > 0 ? p * Math.log(p) : 0;
    })
  );
}
