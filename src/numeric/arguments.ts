/** Argument checks: every message names the argument and quotes the offending value. */

/** @throws RangeError unless the value is 1, 2, … */
export function requirePositiveInteger(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name} must be a positive integer, got ${value}`);
}

/** @throws RangeError unless the value is 0, 1, 2, … */
export function requireNonNegativeInteger(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a non-negative integer, got ${value}`);
  }
}

/** @throws RangeError unless the value is finite and not negative */
export function requireNonNegative(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`${name} must be a finite non-negative number, got ${value}`);
  }
}

/** @throws RangeError unless the value is finite and positive */
export function requirePositive(name: string, value: number): void {
  if (!Number.isFinite(value) || value <= 0) {
    throw new RangeError(`${name} must be a finite positive number, got ${value}`);
  }
}

/** @throws RangeError unless the value is from 0 to 1 */
export function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be a probability, got ${value}`);
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
    throw new RangeError(`${name} must be one of ${choices.map(quote).join(', ')}, got ${quote(value)}`);
  }
}

/**
 * Sees to it that a misspelt option is never silently ignored. `known` are all keys that the type of the options has.
 *
 * @throws TypeError if a key is not an option
 */
export function requireKnownOptions<Options extends object, Key extends keyof Options>(
  name: string,
  options: Options,
  known: Complete<keyof Options, Key>,
): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key as Key))
      throw new TypeError(`${name} has no option '${key}'; it takes ${known.join(', ')}`);
  }
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
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`${name}[${i}] must be a finite non-negative number, got ${weight}`);
    }
    total += weight;
  }
  if (!(total > 0)) throw new RangeError(`${name} must have a positive sum, got ${total}`);
  return total;
}

/** A value as an error message shows it. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
