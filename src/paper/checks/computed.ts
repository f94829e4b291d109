import type { Computed, Evidence } from '../finding.js';

/** Right sides below are zero up to rounding. */
const SMALL = 1e-9;

/** What was computed, short of its outcome. */
export interface Computation extends Pick<Computed, 'reading'>, Partial<Pick<Computed, 'numbers' | 'cases'>> {
  readonly because: string;
}

/** A finding that holds or fails; where it fails, `because` says by what. */
export function computed(holds: boolean, { reading, because, numbers = {}, cases = 1 }: Computation): Computed {
  const outcome = holds ? 'holds' : 'fails';
  return { kind: 'computed', reading, outcome, reason: holds ? because : `fails: ${because}`, numbers, cases };
}

/** Two sides of an inequality. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

/** An inequality on many cases: whether it holds on all, and its sides where it fails by most, or else is tightest. */
export function onAll(cases: readonly Sides[], reading: string, because: string): Computed {
  const holds = cases.every((sides) => sides.holds);
  const badness = ({ left, right }: Sides) => (holds ? left / Math.max(right, SMALL) : left - right);
  const { left, right } = cases.reduce((a, b) => (badness(b) > badness(a) ? b : a));
  return computed(holds, { reading, because, numbers: { left, right }, cases: cases.length });
}

/** Evidence of a statement as it is read, with what else was computed of it. */
export function evidence(
  base: Computed,
  { readings = [], premises = [], instead = [] }: Partial<Omit<Evidence<Computed>, 'base'>> = {},
): Evidence<Computed> {
  // A premise that does not save the statement is none that does.
  return { base, readings, premises: premises.filter(({ outcome }) => outcome === 'holds'), instead };
}
