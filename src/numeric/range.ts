import { brief } from './arguments.js';

/**
 * A computed value that cannot lie outside a range but for rounding: what is beyond an end by rounding is put on it.
 *
 * @param rounding how far beyond the errors of the computation may lead
 * @throws RangeError if the value is further out, or no number: that is an error of another kind, and is not hidden
 */
export function withinRange(
  name: string,
  value: number,
  [least, greatest]: readonly [least: number, greatest: number],
  rounding: number,
): number {
  if (value >= least && value <= greatest) return value;
  if (value >= least - rounding && value < least) return least;
  if (value <= greatest + rounding && value > greatest) return greatest;
  throw new RangeError(
    `${name} lies between ${least} and ${greatest}, got ${brief(value)}: more than rounding by ${rounding} explains`,
  );
}
