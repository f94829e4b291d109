const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

/**
 * Reorders `ids[from … to − 1]` so that the keys up to `middle` are no larger than those from it on (Hoare's
 * quickselect): expected time linear in to − from.
 */
export function select(ids: Int32Array, key: (id: number) => number, middle: number, from: number, to: number): void {
  let first = from;
  let last = to - 1;
  // Pivots are scattered, so that an input in some regular order is no worse than one in random order.
  let at = 0.5;
  while (first < last) {
    const pivot = key(ids[first + Math.floor(at * (last - first))]);
    at = (at + GOLDEN_RATIO) % 1;
    let i = first;
    let j = last;
    while (i <= j) {
      while (key(ids[i]) < pivot) i++;
      while (key(ids[j]) > pivot) j--;
      if (i <= j) {
        const id = ids[i];
        ids[i++] = ids[j];
        ids[j--] = id;
      }
    }
    if (middle <= j) last = j;
    else if (middle >= i) first = i;
    else return;
  }
}
