import { brief, requireFunction } from '../numeric/arguments.js';

/**
 * A user's statistic that is checked each time: what is not a number would be compared and averaged without a word.
 *
 * @throws TypeError if it is no function, or, when it is called, returns no number or NaN
 * @throws RangeError if it returns an infinite number where only finite ones will do
 */
export function checkedStatistic<Args extends readonly unknown[]>(
  statistic: (...args: Args) => number,
  allowed: 'finite' | 'infinite too' = 'finite',
): (...args: Args) => number {
  requireFunction('statistic', statistic);
  return (...args) => {
    const value = statistic(...args);
    if (typeof value !== 'number' || Number.isNaN(value)) {
      throw new TypeError(`statistic must return a number, got ${brief(value)}`);
    }
    if (allowed === 'finite' && !Number.isFinite(value)) {
      throw new RangeError(`statistic must return finite numbers, got ${value}`);
    }
    return value;
  };
}
