import { brief, requireList, requireNonNegativeInteger } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';

export interface Counts {
  readonly counts: readonly number[];
  readonly total: number;
}

/**
 * Reads how often each value was seen.
 *
 * @throws RangeError unless all are non-negative integers and one is positive
 * @throws TypeError if they are no list
 */
export function readCounts(name: string, counts: ArrayLike<number>): Counts {
  requireList(name, counts);
  const list = Array.from(counts);
  let total = 0;
  for (let i = 0; i < list.length; i++) {
    // The name is put together only where it is needed: there may be millions of counts.
    if (!(Number.isSafeInteger(list[i]) && list[i] >= 0)) requireNonNegativeInteger(`${name}[${i}]`, list[i]);
    total += list[i];
  }
  if (total === 0) throw new RangeError(`${name} must have a positive sum, got ${brief(list)}`);
  return { counts: list, total };
}

/** How many cells have each count: all that an estimator of entropy looks at. */
export interface CountProfile {
  /** Draws. */
  readonly total: number;
  /** Cells, empty ones included. */
  readonly cells: number;
  /** Cells that are not empty. */
  readonly observed: number;
  /** The counts above zero, each once, ascending. */
  readonly counts: Float64Array;
  /** How many cells have each. */
  readonly times: Float64Array;
}

/** The profile of some counts of as many cells as are given: those that are not in the list are empty. */
export function countProfile(list: ArrayLike<number>, cells = list.length): CountProfile {
  const sorted = Float64Array.from(list).sort();
  const empty = sorted.findIndex((count) => count > 0);
  const counts: number[] = [];
  const times: number[] = [];
  let total = 0;
  for (let i = empty; i < sorted.length; i++) {
    total += sorted[i];
    if (sorted[i] === counts.at(-1)) times[times.length - 1]++;
    else {
      counts.push(sorted[i]);
      times.push(1);
    }
  }
  return {
    total,
    cells,
    observed: sorted.length - empty,
    counts: Float64Array.from(counts),
    times: Float64Array.from(times),
  };
}

/** The sum over cells that are not empty of a function of their counts. */
export function sumOverCells({ counts, times }: CountProfile, term: (count: number) => number): number {
  return compensatedSum(counts.length, (i) => times[i] * term(counts[i]));
}
