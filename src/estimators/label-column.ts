import type { Label } from '../information/finite-distribution.js';
import { groupStates, type IndexColumn } from '../information/group-states.js';
import { brief, requireList } from '../numeric/arguments.js';
import { type CountProfile, countProfile } from './counts.js';

/**
 * Reads a list of labels: equal ones get the same index.
 *
 * @throws TypeError if it is no list, or has something in it that is no string, number or boolean; NaN is none either
 * @throws RangeError if it is empty, or full of measurements: numbers of which none is the same as another
 */
export function readLabels(name: string, labels: ArrayLike<Label>): IndexColumn {
  requireList(name, labels);
  if (labels.length === 0) throw new RangeError(`${name} must hold at least one label, got []`);
  const numbers = new Map<Label, number>();
  const indices = Int32Array.from({ length: labels.length }, (_, row) => {
    const label = labels[row];
    if (!['string', 'number', 'boolean'].includes(typeof label) || Number.isNaN(label)) {
      const hint = Array.isArray(label) ? '; columns are variables of their own' : '';
      throw new TypeError(`${name} must have strings, numbers or booleans, got ${brief(label)} in row ${row}${hint}`);
    }
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
  const size = numbers.size;
  if (size === labels.length && size > 1 && [...numbers.keys()].some(isMeasured)) {
    throw new RangeError(
      `${name} must have labels, got ${size} different numbers: 'knn' and 'gaussian' are for such data`,
    );
  }
  return { size, indices };
}

function isMeasured(label: Label): boolean {
  return typeof label === 'number' && !Number.isInteger(label);
}

/** How often each combination of labels was seen; those that were not, of labels that were, are empty cells. */
export function profileOf(columns: readonly IndexColumn[]): CountProfile {
  const { groups, first } = groupStates(columns, columns[0].indices.length);
  const counts = new Float64Array(first.length);
  for (const group of groups) counts[group]++;
  return countProfile(
    counts,
    columns.reduce((cells, { size }) => cells * size, 1),
  );
}
