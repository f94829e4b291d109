import { brief, requireEach, requireFinite, requireKnownOptions, requireOneOf } from './arguments.js';

/** Refuses a value of the wrong kind with an error that names the argument, as `requirePositive` does. */
export type Check<Value> = (name: string, value: Value) => void;

/**
 * Checks the parts of an object, and that it has no others.
 *
 * @example
 * const requirePoint = record<{ x: number; label?: string }>({ x: requireFinite, label: optional(requireText) });
 */
export function record<Parts extends object>(
  checks: { readonly [Key in keyof Parts]-?: Check<Parts[Key]> },
): Check<Parts> {
  const keys = Object.keys(checks) as (keyof Parts)[];
  return (name, value) => {
    requireKnownOptions(name, value, keys as never);
    for (const key of keys) checks[key](`${name}.${String(key)}`, value[key]);
  };
}

/** What may be left out. */
export function optional<Value>(check: Check<Value>): Check<Value | undefined> {
  return (name, value) => {
    if (value !== undefined) check(name, value);
  };
}

/** A list of what the check lets pass; of any length. */
export function listOf<Value>(check: Check<Value>): Check<readonly Value[]> {
  return (name, list) => requireEach(name, list, check);
}

/** One of some strings. */
export function oneOf<Choice extends string>(...choices: readonly Choice[]): Check<Choice> {
  return (name, value) => requireOneOf(name, value, choices as never);
}

/** @throws RangeError unless the value is a list of two finite numbers or more, in ascending order */
export function requireEdges(name: string, edges: readonly number[]): void {
  listOf(requireFinite)(name, edges);
  if (edges.length < 2) throw new RangeError(`${name} must be at least two, got ${edges.length}`);
  const at = edges.findIndex((edge, i) => i > 0 && edge <= edges[i - 1]);
  if (at >= 0) throw new RangeError(`${name} must ascend, got ${edges[at]} after ${edges[at - 1]}`);
}

/** @throws RangeError unless the value is a place in the list, from 0 */
export function requirePlace(name: string, value: number, list: ArrayLike<unknown>): void {
  if (!(Number.isInteger(value) && value >= 0 && value < list.length)) {
    throw new RangeError(`${name} must be a place from 0 to ${list.length - 1}, got ${brief(value)}`);
  }
}

/** @throws TypeError unless the value is a string, which may be empty */
export function requireString(name: string, value: string): void {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string, got ${brief(value)}`);
}

/** @throws TypeError unless the value is a number, which may be NaN or infinite: a gap in a curve */
export function requireNumber(name: string, value: number): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, got ${brief(value)}`);
}
