/** A breakpoint is superfluous if there is another as near as this share of the distance to its neighbours. */
const NEAR = 1 / 4;
const PARTS = 8;

/** The points of all lists, ascending, each once. */
export function joinBreakpoints(...lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/** The breakpoints, and between each two the points that part what is between them in eight. */
export function subdivide(breakpoints: readonly number[]): Float64Array {
  const points = new Float64Array(Math.max(0, PARTS * (breakpoints.length - 1) + 1));
  for (let i = 0; i < points.length; i++) {
    const panel = Math.floor(i / PARTS);
    const part = i % PARTS;
    const from = breakpoints[panel];
    points[i] = part === 0 ? from : from + ((breakpoints[panel + 1] - from) * part) / PARTS;
  }
  return points;
}

/**
 * Breakpoints of a sum of smooth functions from those of each, all ascending. Points that are superfluous beside those of
 * another function are left out, so that their number does not grow with that of functions which vary in the same place.
 * The lowest and the highest remain.
 */
export function mergeBreakpoints(lists: readonly (readonly number[])[]): number[] {
  const candidates = lists.flatMap((list) =>
    list.map((x, i) => ({ x, gap: Math.min(x - (list[i - 1] ?? -Infinity), (list[i + 1] ?? Infinity) - x) })),
  );
  if (candidates.length === 0) return [];
  const points = joinBreakpoints(lists.flat());
  const kept = joinBreakpoints([points[0], points[points.length - 1]]);
  // Those that stand closest first: they are where something narrow is.
  for (const { x, gap } of candidates.sort((a, b) => a.gap - b.gap)) {
    if (kept.every((other) => Math.abs(x - other) > NEAR * gap)) kept.push(x);
  }
  return kept.sort((a, b) => a - b);
}
