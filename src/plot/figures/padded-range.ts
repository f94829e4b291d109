import { requireFinite, requireList } from '../../numeric/arguments.js';

/**
 * From the least to the greatest of some values, and a little more on either side.
 *
 * @throws RangeError if there are none, or one is not finite
 */
export function paddedRange(values: readonly number[]): [low: number, high: number] {
  requireList('values', values);
  if (values.length === 0) throw new RangeError('values must not be empty');
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    requireFinite(`values[${i}]`, values[i]);
    least = Math.min(least, values[i]);
    greatest = Math.max(greatest, values[i]);
  }
  const padding = 0.05 * (greatest - least || 1);
  return [least - padding, greatest + padding];
}
