/** Argument checks: every message names the argument and quotes the offending value. */

/** @throws RangeError unless the value is 1, 2, … */
export function requirePositiveInteger(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name} must be a positive integer, got ${brief(value)}`);
}

/** @throws RangeError unless the value is 0, 1, 2, … */
export function requireNonNegativeInteger(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a non-negative integer, got ${brief(value)}`);
  }
}

/** @throws RangeError unless the value is finite and not negative */
export function requireNonNegative(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`${name} must be a finite non-negative number, got ${brief(value)}`);
  }
}

/** @throws RangeError unless the value is finite and positive */
export function requirePositive(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`${name} must be a finite positive number, got ${brief(value)}`);
  }
}

/** @throws RangeError unless the value is from 0 to 1 */
export function requireProbability(name: string, value: number): void {
  if (!(typeof value === 'number' && value >= 0 && value <= 1)) {
    throw new RangeError(`${name} must be a probability, got ${brief(value)}`);
  }
}

/** @throws RangeError unless the value is a finite number */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${brief(value)}`);
}

/** @throws TypeError unless the value is true or false */
export function requireBoolean(name: string, value: boolean): void {
  if (typeof value !== 'boolean') throw new TypeError(`${name} must be true or false, got ${brief(value)}`);
}

/** @throws TypeError unless the value is a string, and one that is not blank */
export function requireText(name: string, value: string): void {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new TypeError(`${name} must be a text, got ${brief(value)}`);
  }
}

/** @throws TypeError unless the value is a function that can be called */
export function requireFunction(name: string, value: unknown): void {
  if (typeof value !== 'function' || isClass(value)) {
    throw new TypeError(`${name} must be a function, got ${brief(value)}`);
  }
}

/** @throws TypeError unless the value was made by the class, such as `new GaussianMixture(…)` */
export function requireInstance(name: string, value: unknown, of: abstract new (...args: never[]) => unknown): void {
  if (!(value instanceof of)) throw new TypeError(`${name} must be a ${of.name}, got ${brief(value)}`);
}

/** @throws TypeError unless the value is an object with named parts: no list, no map, nothing made by another class */
export function requireRecord(name: string, value: object): void {
  if (!isRecord(value)) throw new TypeError(`${name} must be an object with named parts, got ${brief(value)}`);
}

/** @throws TypeError unless the value is an array or a typed array of numbers */
export function requireList(name: string, value: ArrayLike<unknown>): void {
  if (!isList(value)) throw new TypeError(`${name} must be a list, got ${brief(value)}`);
}

/** Whether a value is an array or a typed array of numbers. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value && !isBigIntArray(value));
}

function isBigIntArray(value: object): boolean {
  return value instanceof BigInt64Array || value instanceof BigUint64Array;
}

function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // By what it is like and not by identity: objects of a cell or of another realm have an Object of their own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

/**
 * A list of all that there is: the compiler refuses one that lacks something, and says in `lacks` what. A list that has a
 * name is declared `as const`, since one declared as `readonly All[]` passes for all, whatever is in it.
 */
type Complete<All, Listed extends All> = readonly Listed[] &
  ([All] extends [Listed] ? unknown : { readonly lacks: Exclude<All, Listed> });

/** @throws RangeError unless `value` is one of `choices`, which are all that its type allows */
export function requireOneOf<Value, Choice extends Extract<Value, string>>(
  name: string,
  value: Value,
  choices: Complete<Extract<Value, string>, Choice>,
): asserts value is Choice {
  if (!choices.includes(value as Value & Choice)) {
    throw new RangeError(`${name} must be one of ${choices.map(brief).join(', ')}, got ${brief(value)}`);
  }
}

/**
 * Sees to it that a misspelt option is never silently ignored. `known` are all keys that the type of the options has.
 *
 * @throws TypeError if the options are no object with named parts, or a key is not an option
 */
export function requireKnownOptions<Options extends object, Key extends keyof Options>(
  name: string,
  options: Options,
  known: Complete<keyof Options, Key>,
): void {
  if (!isRecord(options)) throw new TypeError(`${name} takes its options by name, got ${brief(options)}`);
  for (const key of Object.keys(options)) {
    if (!known.includes(key as Key))
      throw new TypeError(`${name} has no option '${key}'; it takes ${known.join(', ')}`);
  }
}

/**
 * Checks each value of a list.
 *
 * @throws TypeError if it is no list
 * @throws RangeError if it has fewer than `fewest` values; and what `check` throws of one, such as `strictness[2]`
 */
export function requireEach<Value>(
  name: string,
  values: ArrayLike<Value>,
  check: (name: string, value: Value) => void,
  fewest = 0,
): void {
  requireList(name, values);
  if (values.length < fewest) {
    throw new RangeError(`${name} must hold at least ${fewest} value${fewest > 1 ? 's' : ''}, got ${brief(values)}`);
  }
  for (let i = 0; i < values.length; i++) check(`${name}[${i}]`, values[i]);
}

/** @throws RangeError unless the weights are non-negative, finite and sum to one within 1e-8 */
export function requireProbabilities(name: string, weights: ArrayLike<number>): void {
  const total = requireWeights(name, weights);
  if (Math.abs(total - 1) > 1e-8) throw new RangeError(`${name} must sum to 1, got a sum of ${total}`);
}

/**
 * The sum of some weights.
 *
 * @throws RangeError unless they are non-negative and finite with a positive sum
 */
export function requireWeights(name: string, weights: ArrayLike<number>): number {
  requireList(name, weights);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (!(typeof weight === 'number' && weight >= 0 && weight < Infinity)) {
      throw new RangeError(`${name}[${i}] must be a finite non-negative number, got ${brief(weight)}`);
    }
    total += weight;
  }
  if (!(total > 0)) throw new RangeError(`${name} must have a positive sum, got ${total}`);
  return total;
}

/** @throws TypeError unless the value is a list of strings */
export function requireTexts(name: string, value: readonly string[]): void {
  requireList(name, value);
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== 'string') throw new TypeError(`${name}[${i}] must be a text, got ${brief(value[i])}`);
  }
}

/** @throws RangeError if a count is more than can be worked with */
export function requireAtMost(name: string, value: number, limit: number): void {
  if (value > limit) throw new RangeError(`${name} must be at most ${limit}, got ${brief(value)}`);
}

/**
 * @throws TypeError unless the value is a list of numbers
 * @throws RangeError unless they are finite
 */
export function requireNumbers(name: string, value: ArrayLike<number>): void {
  requireList(name, value);
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== 'number') throw new TypeError(`${name}[${i}] must be a number, got ${brief(value[i])}`);
    requireFinite(`${name}[${i}]`, value[i]);
  }
}

/**
 * @throws TypeError unless the value is a list of numbers
 * @throws RangeError unless they are finite and none is below the one before it
 */
export function requireAscending(name: string, value: ArrayLike<number>): void {
  requireNumbers(name, value);
  for (let i = 1; i < value.length; i++) {
    if (value[i] < value[i - 1])
      throw new RangeError(`${name} must be in ascending order, got ${value[i]} at place ${i}`);
  }
}

/**
 * @throws TypeError unless the value is a Float64Array
 * @throws RangeError unless it has so many numbers, or whole rows of them
 */
export function requireFlat(
  name: string,
  value: Float64Array,
  shape: { readonly length: number } | { readonly columns: number },
): void {
  // By what it is like and not by identity: another realm has a Float64Array of its own.
  if (Object.prototype.toString.call(value) !== '[object Float64Array]') {
    throw new TypeError(`${name} must be a Float64Array, got ${brief(value)}`);
  }
  if ('length' in shape && value.length !== shape.length) {
    throw new RangeError(`${name} must have ${shape.length} numbers, got ${value.length}`);
  }
  if ('columns' in shape && (value.length === 0 || value.length % shape.columns > 0)) {
    throw new RangeError(`${name} must have points of ${shape.columns} numbers each, got ${value.length} numbers`);
  }
}

const MOST_ENTRIES = 4;
const MOST_CHARACTERS = 60;

/** A value as an error message shows it: never more than a line, whatever it is. */
export function brief(value: unknown): string {
  if (typeof value === 'string')
    return value.length > MOST_CHARACTERS ? `'${value.slice(0, MOST_CHARACTERS)}…'` : `'${value}'`;
  if (typeof value === 'bigint') return `${shortened(String(value))}n`;
  if (typeof value === 'function') return value.name ? `the function ${value.name}` : 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) return briefList(value);
  const name = classOf(value);
  return isRecord(value) ? briefRecord(value) : `a ${name}`;
}

function briefList(list: ArrayLike<unknown>): string {
  const first = Array.from({ length: Math.min(list.length, MOST_ENTRIES) }, (_, i) => {
    const entry = list[i];
    return isList(entry) ? (entry.length > 0 ? '[…]' : '[]') : shortened(brief(entry));
  });
  return list.length > MOST_ENTRIES ? `[${first.join(', ')}, …] of length ${list.length}` : `[${first.join(', ')}]`;
}

function briefRecord(value: object): string {
  const keys = Object.keys(value);
  return keys.length === 0 ? '{}' : shortened(`{ ${keys.join(', ')} }`);
}

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

/** The name of the class that an object was made by. */
function classOf(value: object): string {
  const made = value.constructor;
  return typeof made === 'function' && made.name ? made.name : 'object of no known class';
}
