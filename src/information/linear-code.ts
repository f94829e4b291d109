import { alignColumns } from '../numeric/align-columns.js';
import { brief, requireRecord, requireTexts } from '../numeric/arguments.js';
import { inspection } from '../numeric/inspection.js';
import type { EntropySystem } from './entropy-system.js';
import { requireNewVariable, requireVariables } from './variables.js';

/**
 * Variables that are sums modulo 2 of independent fair bits. The entropy of a set of variables is the rank of its sums
 * over GF(2), in bits: an exact integer. The smallest counterexamples to information inequalities are often of this kind.
 *
 * @example
 * const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] }); // Z is the exclusive or of X and Y
 * xor.rank(['X', 'Y', 'Z']); // 2
 */
export class LinearCode implements EntropySystem {
  /** Its entropies are Shannon's. */
  readonly kind = 'discrete';
  /** The names, as they were given. */
  readonly variables: readonly string[];
  /** The source bits, in order of appearance. */
  readonly sources: readonly string[];
  /** Each variable's sums as bit masks over the sources. */
  readonly #masks: ReadonlyMap<string, readonly bigint[]>;

  /**
   * Takes the bits that each variable consists of.
   *
   * @param variables for each variable its bits, each a sum of source bits such as `'a + b'`, or `'0'`; an empty list is
   *   a constant
   * @throws TypeError unless each has a list of texts
   * @throws RangeError if a name is no name, or a sum cannot be read: the message names the variable and quotes the sum
   */
  constructor(variables: Readonly<Record<string, readonly string[]>>) {
    requireRecord('variables', variables);
    for (const [name, sums] of Object.entries(variables)) {
      requireNewVariable(name, []);
      requireTexts(name, sums);
    }
    const sources: string[] = [];
    const maskOf = (source: string) => {
      if (!sources.includes(source)) sources.push(source);
      return 1n << BigInt(sources.indexOf(source));
    };
    this.#masks = new Map(
      Object.entries(variables).map(([name, sums]) => [name, sums.map((sum) => readSum(name, sum, maskOf))]),
    );
    this.variables = [...this.#masks.keys()];
    this.sources = sources;
  }

  /**
   * Entropy in bits: the number of linearly independent sums.
   *
   * @throws RangeError if a variable is unknown
   */
  rank(subset: readonly string[]): number {
    requireVariables(subset, this.variables);
    /** Independent sums by their highest source bit. */
    const basis = new Map<number, bigint>();
    for (const name of subset) {
      for (const mask of this.#masks.get(name)!) reduceInto(basis, mask);
    }
    return basis.size;
  }

  /**
   * Entropy in nats.
   *
   * @throws RangeError if a variable is unknown
   */
  entropy(subset: readonly string[]): number {
    return this.rank(subset) * Math.LN2;
  }

  /** The variables and their bits as a table. */
  toString(): string {
    const rows = [...this.#masks].map(([name, masks]) => [name, masks.map((mask) => this.#sum(mask)).join(', ')]);
    return alignColumns([['variable', 'bits'], ...rows.map(([name, bits]) => [name, bits || 'constant'])]);
  }

  [inspection](): string {
    return this.toString();
  }

  #sum(mask: bigint): string {
    return this.sources.filter((_, i) => (mask >> BigInt(i)) & 1n).join(' + ') || '0';
  }
}

function readSum(variable: string, sum: string, maskOf: (source: string) => bigint): bigint {
  if (sum.trim() === '0') return 0n;
  let mask = 0n;
  for (const part of sum.split('+')) {
    const source = part.trim();
    if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(source)) {
      throw new RangeError(`${variable} must be sums of source bits such as 'a + b', got ${brief(sum)}`);
    }
    // a + a = 0.
    mask ^= maskOf(source);
  }
  return mask;
}

/** Adds a sum to a basis in echelon form, unless the basis spans it. */
function reduceInto(basis: Map<number, bigint>, sum: bigint): void {
  let rest = sum;
  while (rest !== 0n) {
    const highest = rest.toString(2).length;
    const pivot = basis.get(highest);
    if (pivot === undefined) {
      basis.set(highest, rest);
      return;
    }
    rest ^= pivot;
  }
}
