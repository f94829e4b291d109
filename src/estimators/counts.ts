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
  const list = readCountList(name, counts);
  const total = list.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw new RangeError(`${name} must have a positive sum, got ${brief(list)}`);
  return { counts: list, total };
}

/**
 * Reads a table of counts, which may all be zero.
 *
 * @throws RangeError unless all are non-negative integers and rows are of one length, one at least
 * @throws TypeError if it is no list of rows
 */
export function readCountTable(name: string, table: ArrayLike<ArrayLike<number>>): number[][] {
  requireList(name, table);
  const rows = Array.from(table, (row, i) => readCountList(`${name}[${i}]`, row));
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) throw new RangeError(`${name} must have at least one row and one column, got ${brief(table)}`);
  const uneven = rows.findIndex((row) => row.length !== columns);
  if (uneven >= 0) {
    throw new RangeError(
      `${name} must have ${columns} columns in every row, got ${rows[uneven].length} in row ${uneven}`,
    );
  }
  return rows;
}

function readCountList(name: string, counts: ArrayLike<number>): number[] {
  requireList(name, counts);
  const list = Array.from(counts);
  list.forEach((count, i) => {
    // The name is put together only where it is needed: there may be millions of counts.
    if (!(Number.isSafeInteger(count) && count >= 0)) requireNonNegativeInteger(`${name}[${i}]`, count);
  });
  return list;
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
