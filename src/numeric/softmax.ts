import { exp } from './exponential.js';
import { ln } from './logarithm.js';

/**
 * For each column of a matrix of logarithms, the logarithm of the sum of what they stand for goes to `logSums` (which has
 * an entry for each column), and each logarithm is replaced by its share of that sum, in place. A column of −∞ only has
 * the sum −∞ and shares 0.
 */
export function softmaxColumns(logs: Float64Array, logSums: Float64Array): void {
  const columns = logSums.length;
  const largest = logSums.fill(-Infinity);
  for (let row = 0; row < logs.length; row += columns) {
    for (let i = 0; i < columns; i++) if (logs[row + i] > largest[i]) largest[i] = logs[row + i];
  }
  // −∞ − −∞ is no number, −∞ − 0 is.
  for (let i = 0; i < columns; i++) if (largest[i] === -Infinity) largest[i] = 0;
  const sums = new Float64Array(columns);
  for (let row = 0; row < logs.length; row += columns) {
    for (let i = 0; i < columns; i++) {
      const share = exp(logs[row + i] - largest[i]);
      logs[row + i] = share;
      sums[i] += share;
    }
  }
  for (let i = 0; i < columns; i++) {
    logSums[i] += ln(sums[i]);
    // The largest has share 1, so that the sum is 1 or more unless there is nothing to share.
    sums[i] = 1 / Math.max(1, sums[i]);
  }
  for (let row = 0; row < logs.length; row += columns) {
    for (let i = 0; i < columns; i++) logs[row + i] *= sums[i];
  }
}
