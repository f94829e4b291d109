import { brief } from '../numeric/arguments.js';
import { readLists } from './number-lists.js';

/**
 * Rank correlation of numbers with the position of their group: how much likelier, of two numbers from different groups,
 * the one from the later group is to be the larger than to be the smaller; −1 … 1. It is Kendall's
 * τ over those pairs, also known as Somers' D (Somers 1962, doi:10.2307/2090408). Rather than τ itself or Spearman's ρ,
 * since pairs from one group are no ties that would keep it from reaching 1; heavy tails and changes of scale leave it as
 * it is.
 *
 * @throws RangeError if there are fewer than two groups, one is empty or holds something that is no finite number
 * @throws TypeError if there is something that is no list
 */
export function rankCorrelation(groups: readonly ArrayLike<number>[]): number {
  const lists = readLists('groups', groups);
  if (lists.length < 2) throw new RangeError(`groups must be two at least, got ${brief(groups)}`);
  return correlationOfRanks(ranksOf(lists));
}

/** For each number, how many different smaller ones there are in all groups. */
export function ranksOf(groups: readonly ArrayLike<number>[]): number[][] {
  const sorted = Float64Array.from(new Set(groups.flatMap((group) => Array.from(group)))).sort();
  const ranks = new Map(Array.from(sorted, (value, rank) => [value, rank]));
  return groups.map((group) => Array.from(group, (value) => ranks.get(value)!));
}

/** {@link rankCorrelation} of numbers that are ranks already, in n log n steps. */
export function correlationOfRanks(groups: readonly ArrayLike<number>[]): number {
  let size = 1;
  for (const group of groups) for (let i = 0; i < group.length; i++) if (group[i] >= size) size = group[i] + 1;
  // How often each rank has come so far, and sums of these in a binary indexed tree (Fenwick 1994,
  // doi:10.1002/spe.4380240306).
  const counts = new Int32Array(size);
  const tree = new Int32Array(size + 1);
  let score = 0;
  let pairs = 0;
  let earlier = 0;
  for (const group of groups) {
    for (let i = 0; i < group.length; i++) {
      let below = 0;
      for (let node = group[i]; node > 0; node &= node - 1) below += tree[node];
      const above = earlier - below - counts[group[i]];
      score += below - above;
    }
    for (let i = 0; i < group.length; i++) {
      counts[group[i]]++;
      for (let node = group[i] + 1; node <= size; node += node & -node) tree[node]++;
    }
    pairs += earlier * group.length;
    earlier += group.length;
  }
  return score / pairs;
}
