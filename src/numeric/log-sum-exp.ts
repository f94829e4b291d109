import { greatest } from './extremes.js';

/** log Σ exp of some logarithms, without overflow or underflow; −∞ of none. */
export function logSumExp(logs: readonly number[]): number {
  const largest = greatest(logs);
  if (largest === -Infinity) return -Infinity;
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}
