/** Indices into an alphabet of `size` values, one for each state. */
export interface IndexColumn {
  readonly size: number;
  readonly indices: Int32Array;
}

export interface StateGroups {
  /** The group of each state, numbered in order of first appearance. */
  readonly groups: Int32Array;
  /** The first state of each group. */
  readonly first: Int32Array;
}

/** Up to this many times the number of states, a table of all combinations is quicker than a hash map. */
const TABLE_SLACK = 8;

/** Groups states that agree in all the columns, one column after the other. */
export function groupStates(columns: readonly IndexColumn[], states: number): StateGroups {
  let groups = new Int32Array(states);
  let count = states > 0 ? 1 : 0;
  for (const { size, indices } of columns) {
    // Each state is alone already.
    if (count === states) break;
    const number = numbering(count * size, states);
    const refined = new Int32Array(states);
    for (let state = 0; state < states; state++) refined[state] = number(groups[state] * size + indices[state]);
    groups = refined;
    count = number.count();
  }
  const first = new Int32Array(count).fill(-1);
  for (let state = states - 1; state >= 0; state--) first[groups[state]] = state;
  return { groups, first };
}

/** A function that numbers keys below `range` in order of first appearance. */
function numbering(range: number, expected: number): ((key: number) => number) & { count: () => number } {
  let count = 0;
  if (range <= TABLE_SLACK * expected + 1024) {
    const numbers = new Int32Array(range).fill(-1);
    const number = (key: number) => {
      if (numbers[key] < 0) numbers[key] = count++;
      return numbers[key];
    };
    return Object.assign(number, { count: () => count });
  }
  const numbers = new Map<number, number>();
  const number = (key: number) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, count);
    return count++;
  };
  return Object.assign(number, { count: () => count });
}
