import { exp } from './exponential.js';
import { greatest } from './extremes.js';
import { ln } from './logarithm.js';

/** log Σ exp of some logarithms, without overflow or underflow; −∞ of none. */
export function logSumExp(logs: readonly number[]): number {
  const largest = greatest(logs);
  if (largest === -Infinity) return -Infinity;
  return largest + ln(logs.reduce((sum, log) => sum + exp(log - largest), 0));
}
