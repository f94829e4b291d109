import { BAD_VALUES } from './bad-values.js';

/** An argument of a call that works, and which of the bad values are good ones in its place. */
export interface Argument {
  readonly value: unknown;
  readonly takes: ReadonlySet<string>;
}

/**
 * A value that works, and the names of those in {@link BAD_VALUES} that work as well. For an object of options or of named
 * parts, `options` says more about each.
 */
export function argument(value: unknown, ...takes: readonly string[]): Argument {
  for (const name of takes) if (!(name in BAD_VALUES)) throw new RangeError(`takes names no bad value: '${name}'`);
  return { value, takes: new Set(takes) };
}

/** Named parts, each of which is made bad in turn: the options of a function, or an object that it takes. */
export interface Parts {
  readonly parts: Readonly<Record<string, Argument | Parts>>;
  readonly takes: ReadonlySet<string>;
  /** Makes the value of those of the parts; the object itself if not given. */
  readonly build?: (parts: Readonly<Record<string, unknown>>) => unknown;
}

/** Options: leaving them out is fine, and so is leaving out any one of them. */
export function options(parts: Readonly<Record<string, Argument | Parts>>): Parts {
  const optional = Object.entries(parts).map(([name, part]) => [name, alsoTakes(part, 'undefined')]);
  return { parts: Object.fromEntries(optional), takes: new Set(['undefined', '{}', 'an object without prototype']) };
}

/** An object with named parts that must be there. */
export function object(parts: Readonly<Record<string, Argument | Parts>>, ...takes: readonly string[]): Parts {
  return { parts, takes: new Set(takes) };
}

/** A list, each entry of which is made bad in turn. */
export function list(entries: readonly (Argument | Parts)[], ...takes: readonly string[]): Parts {
  return { parts: Object.fromEntries(entries.entries()), takes: new Set(takes), build: Object.values };
}

function alsoTakes<Part extends Argument | Parts>(part: Part, ...names: readonly string[]): Part {
  return { ...part, takes: new Set([...part.takes, ...names]) };
}

/** An argument that may be left out. */
export function optional<Part extends Argument | Parts>(part: Part): Part {
  return alsoTakes(part, 'undefined');
}

const POSITIVE = ['0.5', '2', '1e308'] as const;
export const FINITE = ['-1', '0', ...POSITIVE] as const;
/** Bad values that are texts, truth values or finite numbers: what a label or the cell of a table may be. */
export const SIMPLE = ['empty text', "'2'", "'no such thing'", 'true', 'false', ...FINITE] as const;
export const count = (value: number) => argument(value, '2');
export const countOrZero = (value: number) => argument(value, '0', '2');
export const positive = (value: number) => argument(value, ...POSITIVE);
export const nonNegative = (value: number) => argument(value, '0', ...POSITIVE);
export const finite = (value: number) => argument(value, ...FINITE);
export const probability = (value: number) => argument(value, '0', '0.5');
export const flag = (value: boolean) => argument(value, 'true', 'false');
export const text = (value: string) => argument(value, "'2'", "'no such thing'");
export const seed = (value: number | string) => argument(value, "'2'", "'no such thing'", ...FINITE);

/** The value of an argument that works. */
export function goodValue(part: Argument | Parts): unknown {
  if (!('parts' in part)) return part.value;
  return built(part, {});
}

function built({ parts, build = (values) => values }: Parts, replaced: Readonly<Record<string, unknown>>): unknown {
  const values = Object.entries(parts).map(([name, part]) => [
    name,
    name in replaced ? replaced[name] : goodValue(part),
  ]);
  return build(Object.fromEntries(values));
}

/** An argument with something bad in it, in a place such as `.level`. */
export interface Spoilt {
  readonly place: string;
  readonly bad: string;
  readonly value: unknown;
}

/** All the ways to spoil an argument, or one of its parts. */
export function* spoil(part: Argument | Parts): Generator<Spoilt> {
  for (const [bad, make] of Object.entries(BAD_VALUES)) {
    if (!part.takes.has(bad)) yield { place: '', bad, value: make() };
  }
  if (!('parts' in part)) return;
  for (const [name, inner] of Object.entries(part.parts)) {
    for (const { place, bad, value } of spoil(inner)) {
      yield { place: `.${name}${place}`, bad, value: built(part, { [name]: value }) };
    }
  }
}
