import {
  brief,
  requireInstance,
  requireList,
  requireNonNegativeInteger,
  requireProbabilities,
  requireWeights,
} from '../numeric/arguments.js';
import { softmaxColumns } from '../numeric/softmax.js';
import { binomial } from './binomial.js';
import { logGammaDraw } from './gamma.js';
import { Xoshiro128 } from './xoshiro.js';
import { fillNormal, normal, uniform } from './ziggurat.js';

/** What a stream of random numbers begins with: the same seed gives the same stream. */
export type Seed = string | number;

/** Below it, even the logarithms of gamma draws are too large. */
const SMALLEST_CONCENTRATION = 1e-300;

/** A seeded stream of random numbers. */
export interface Rng {
  /** Uniform on [0, 1), 53 random bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /**
   * Fills `target` with independent standard normals and returns it.
   *
   * @throws TypeError if it is no Float64Array
   */
  fillNormal(target: Float64Array): Float64Array;
  /**
   * Uniform on 0, …, n − 1.
   *
   * @throws RangeError unless n is an integer in 1, …, 2³²
   */
  integer(n: number): number;
  /**
   * An index drawn in proportion to `weights`.
   *
   * @throws RangeError unless they are non-negative and finite with a positive sum
   */
  categorical(weights: ArrayLike<number>): number;
  /**
   * Counts of n independent draws from `probabilities`.
   *
   * @throws RangeError unless they are non-negative and sum to one, and n is a non-negative integer
   */
  multinomial(n: number, probabilities: ArrayLike<number>): number[];
  /**
   * Probabilities drawn from the Dirichlet distribution. With small concentrations nearly all of the mass is in one place.
   *
   * @throws RangeError unless there are concentrations, all of them finite and at least 1e-300
   * @throws TypeError if they are no list
   */
  dirichlet(concentrations: ArrayLike<number>): number[];
  /**
   * A new stream that depends only on this stream's seed and the label, not on what has been drawn.
   *
   * @throws TypeError if the label is an empty string or not a finite number
   */
  split(label: Seed): Rng;
}

/**
 * A random stream from a seed. The same seed gives the same numbers on every machine and every version of Node.
 * Numbers and strings are different seeds: `createRng(1)` and `createRng('1')` are unrelated.
 *
 * @throws TypeError if the seed is missing, an empty string or not a finite number
 */
export function createRng(seed: Seed): Rng {
  return new Stream([checkedSeed('seed', seed)]);
}

/**
 * Sees to it that nothing random runs unseeded.
 *
 * @throws TypeError unless `rng` is a stream made by createRng
 */
export function requireRng(rng: Rng | undefined): asserts rng is Rng {
  if (typeof rng?.uniform !== 'function') throw new TypeError(`rng must come from createRng(seed), got ${brief(rng)}`);
}

class Stream implements Rng {
  readonly #path: readonly Seed[];
  #seeded: Xoshiro128 | undefined;

  constructor(path: readonly Seed[]) {
    this.#path = path;
  }

  /** Seeded by the first draw: many streams are only split. */
  get #generator(): Xoshiro128 {
    this.#seeded ??= Xoshiro128.fromKey(JSON.stringify(this.#path));
    return this.#seeded;
  }

  uniform(): number {
    return uniform(this.#generator);
  }

  normal(): number {
    return normal(this.#generator);
  }

  fillNormal(target: Float64Array): Float64Array {
    requireInstance('target', target, Float64Array);
    fillNormal(this.#generator, target);
    return target;
  }

  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 0x100000000) {
      throw new RangeError(`n must be an integer from 1 to 2^32, got ${brief(n)}`);
    }
    // Words beyond the last multiple of n are rejected: every outcome is equally likely.
    const limit = 0x100000000 - (0x100000000 % n);
    for (;;) {
      const word = this.#generator.next() >>> 0;
      if (word < limit) return word % n;
    }
  }

  categorical(weights: ArrayLike<number>): number {
    let remaining = this.uniform() * requireWeights('weights', weights);
    let last = 0;
    for (let i = 0; i < weights.length; i++) {
      if (weights[i] === 0) continue;
      if (remaining < weights[i]) return i;
      remaining -= weights[i];
      last = i;
    }
    // Rounding can leave a remainder: the last possible index takes it.
    return last;
  }

  multinomial(n: number, probabilities: ArrayLike<number>): number[] {
    requireNonNegativeInteger('n', n);
    requireProbabilities('probabilities', probabilities);
    const draw = () => this.uniform();
    const counts = new Array<number>(probabilities.length).fill(0);
    let left = n;
    let mass = 0;
    for (let i = 0; i < counts.length; i++) mass += probabilities[i];
    for (let i = 0; i < counts.length && left > 0; i++) {
      const p = probabilities[i];
      counts[i] = p >= mass ? left : binomial(left, p / mass, draw);
      left -= counts[i];
      mass -= p;
    }
    // Rounding of `mass` can leave draws over: the last possible index takes them.
    if (left > 0) counts[lastPositive(probabilities)] += left;
    return counts;
  }

  dirichlet(concentrations: ArrayLike<number>): number[] {
    requireList('concentrations', concentrations);
    if (concentrations.length === 0) throw new RangeError('concentrations must not be empty');
    const logs = Float64Array.from(concentrations, (concentration, i) => {
      if (!(Number.isFinite(concentration) && concentration >= SMALLEST_CONCENTRATION)) {
        const range = `finite and at least ${SMALLEST_CONCENTRATION}`;
        throw new RangeError(`concentrations[${i}] must be ${range}, got ${brief(concentration)}`);
      }
      return logGammaDraw(concentration, this);
    });
    softmaxColumns(logs, new Float64Array(1));
    return Array.from(logs);
  }

  split(label: Seed): Rng {
    return new Stream([...this.#path, checkedSeed('label', label)]);
  }
}

function checkedSeed(name: string, seed: Seed): Seed {
  const valid = typeof seed === 'string' ? seed.length > 0 : typeof seed === 'number' && Number.isFinite(seed);
  if (!valid) throw new TypeError(`${name} must be a non-empty string or a finite number, got ${brief(seed)}`);
  return seed;
}

function lastPositive(weights: ArrayLike<number>): number {
  let last = weights.length - 1;
  while (!(weights[last] > 0)) last--;
  return last;
}
