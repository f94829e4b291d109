import { requireNonNegativeInteger } from '../numeric/arguments.js';

export interface Counts {
  readonly counts: readonly number[];
  readonly total: number;
}

/**
 * Reads how often each value was seen.
 *
 * @throws RangeError unless all are non-negative integers and one is positive
 */
export function readCounts(name: string, counts: ArrayLike<number>): Counts {
  const list = Array.from(counts);
  list.forEach((count, i) => {
    requireNonNegativeInteger(`${name}[${i}]`, count);
  });
  const total = list.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw new RangeError(`${name} must have a positive sum, got [${list.join(', ')}]`);
  return { counts: list, total };
}
