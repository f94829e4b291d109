import { requireFinite, requireList } from '../numeric/arguments.js';

/**
 * Reads lists of numbers, such as one for each group.
 *
 * @throws TypeError if there is something that is no list
 * @throws RangeError if a list is empty or holds something that is no finite number
 */
export function readLists(name: string, lists: ArrayLike<ArrayLike<number>>): Float64Array[] {
  requireList(name, lists);
  return Array.from(lists, (list, i) => {
    requireList(`${name}[${i}]`, list);
    if (list.length === 0) throw new RangeError(`${name}[${i}] must hold at least one number, got none`);
    for (let j = 0; j < list.length; j++) {
      if (!Number.isFinite(list[j])) requireFinite(`${name}[${i}][${j}]`, list[j]);
    }
    return Float64Array.from(list);
  });
}
