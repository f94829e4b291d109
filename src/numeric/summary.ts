import { brief, requireList } from './arguments.js';

/**
 * Arithmetic mean; infinite if a value is.
 *
 * @throws RangeError if there are no values, or both ∞ and −∞
 * @throws TypeError if the values are no list of numbers; NaN is none
 */
export function mean(values: ArrayLike<number>): number {
  requireNumbers(values, 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const result = sum / values.length;
  if (Number.isNaN(result)) throw new RangeError('values must not hold both Infinity and -Infinity');
  return result;
}

/**
 * Population standard deviation (divides by n).
 *
 * @throws like {@link mean}, and RangeError if a value is infinite
 */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  if (!Number.isFinite(centre)) throw new RangeError(`values must be finite with a finite sum, got ${brief(values)}`);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) * (values[i] - centre);
  return Math.sqrt(sum / values.length);
}

/**
 * Standard error of the mean of independent values.
 *
 * @throws like {@link standardDeviation}, and RangeError of a single value
 */
export function standardError(values: ArrayLike<number>): number {
  requireNumbers(values, 2);
  return standardDeviation(values) / Math.sqrt(values.length - 1);
}

/**
 * Middle value, or the mean of the two middle values.
 *
 * @throws like {@link mean}
 */
export function median(values: ArrayLike<number>): number {
  requireNumbers(values, 1);
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function requireNumbers(values: ArrayLike<number>, fewest: number): void {
  requireList('values', values);
  if (values.length < fewest) {
    throw new RangeError(
      `values must hold at least ${fewest === 1 ? 'one number' : 'two numbers'}, got ${brief(values)}`,
    );
  }
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== 'number' || Number.isNaN(values[i])) {
      throw new TypeError(`values must be numbers, got ${brief(values[i])} at place ${i}`);
    }
  }
}
