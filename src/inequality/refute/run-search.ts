import { setImmediate } from 'node:timers/promises';

export interface SearchLimits {
  /** When to stop, in milliseconds of `performance.now()`: a last resort, since searches are bounded in steps. */
  readonly deadline: number;
}

/** How long other work may have to wait, in milliseconds. */
const TURN = 20;

/** Runs a search, which yields the best it has found so far, until it ends or time is up; lets others run. */
export async function runSearch<Found>(
  search: Iterable<Found | null>,
  { deadline }: SearchLimits,
): Promise<Found | null> {
  let best: Found | null = null;
  let turn = performance.now();
  for (const found of search) {
    best = found;
    const now = performance.now();
    if (now >= deadline) break;
    if (now - turn < TURN) continue;
    await setImmediate();
    turn = performance.now();
  }
  return best;
}
