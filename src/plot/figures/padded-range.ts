import { requireNumbers } from '../../numeric/arguments.js';
import { greatest, least } from '../../numeric/extremes.js';

/**
 * From the least to the greatest of some values, and a little more on either side.
 *
 * @throws RangeError if there are none, or one is not finite
 */
export function paddedRange(values: readonly number[]): [low: number, high: number] {
  requireNumbers('values', values);
  if (values.length === 0) throw new RangeError('values must not be empty');
  const [low, high] = [least(values), greatest(values)];
  const padding = 0.05 * (high - low || 1);
  return [low - padding, high + padding];
}
