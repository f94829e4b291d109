import Fraction from 'fraction.js';
import { LinearCode } from '../../information/linear-code.js';
import type { Quantity } from '../../information/syntax.js';
import { type ExactSystem, type Table, vanishesByValue } from './exact-system.js';
import { LogCombination } from './log-combination.js';

/** A sum modulo 2 of source bits: bit i for source i. */
export type Sum = number;

const BIT = LogCombination.log(new Fraction(2));
/** Sums are bits of a 32-bit integer. */
export const MAX_SOURCES = 30;

/** What a table says of a variable without entropy. */
export const CONSTANT = 'constant';

/** A GF(2)-linear code: each variable is some sums of fair bits, and entropies are ranks. */
export class ExactCode implements ExactSystem {
  readonly variables: readonly string[];
  /** The sums of each variable, linearly independent, in the order of `variables`. */
  readonly sums: readonly (readonly Sum[])[];
  readonly #code: LinearCode;

  /** Sources that do not occur are dropped, and the first variables are given the simplest sums. */
  constructor(variables: readonly string[], sums: readonly (readonly Sum[])[]) {
    this.variables = variables;
    this.sums = simplestCoordinates(sums);
    this.#code = new LinearCode(Object.fromEntries(variables.map((name, i) => [name, this.sums[i].map(sumText)])));
  }

  /** Independent codes side by side: ranks add up. */
  static product(codes: readonly ExactCode[]): ExactCode {
    const { variables } = codes[0];
    requireRoom(codes.reduce((total, code) => total + code.sources, 0));
    let shift = 0;
    const parts = codes.map((code) => {
      const shifted = code.sums.map((own) => own.map((sum) => sum << shift));
      shift += code.sources;
      return shifted;
    });
    return new ExactCode(
      variables,
      variables.map((_, i) => parts.flatMap((part) => part[i])),
    );
  }

  /** Number of source bits. */
  get sources(): number {
    return basisOf(this.sums.flat()).length;
  }

  entropy(subset: readonly string[]): LogCombination {
    return BIT.times(new Fraction(this.#code.rank(subset)));
  }

  vanishes(quantity: Quantity): boolean {
    return vanishesByValue(quantity, this);
  }

  *simpler(): Generator<ExactCode> {
    const { sources } = this;
    const mapped = (map: (sum: Sum) => Sum) =>
      new ExactCode(
        this.variables,
        this.sums.map((own) => own.map(map)),
      );
    // A source fixed to zero, or two made the same.
    for (let i = 0; i < sources; i++) yield mapped((sum) => sum & ~(1 << i));
    for (let i = 0; i < sources; i++) {
      for (let j = 0; j < i; j++) yield mapped((sum) => (sum & ~(1 << i)) ^ (((sum >> i) & 1) << j));
    }
    // One sum of a variable dropped, or two replaced by their sum.
    for (const [i, own] of this.sums.entries()) {
      for (const [j, dropped] of own.entries()) {
        for (let k = 0; k <= j; k++) {
          const fewer = own.with(k, own[k] ^ dropped).toSpliced(j, 1);
          yield new ExactCode(this.variables, this.sums.with(i, fewer));
        }
      }
    }
  }

  toEntropySystem(): LinearCode {
    return this.#code;
  }

  toTable(): Table {
    return {
      columns: ['variable', 'bits'],
      rows: this.variables.map((name, i) => [name, this.sums[i].map(sumText).join(', ') || CONSTANT]),
    };
  }
}

/** A basis in reduced echelon form, the lowest source of each sum in no other. */
function basisOf(sums: readonly Sum[]): Sum[] {
  const basis: Sum[] = [];
  for (const sum of sums) {
    const rest = basis.reduce((reduced, pivot) => (reduced & pivot & -pivot ? reduced ^ pivot : reduced), sum);
    if (rest === 0) continue;
    const lowest = rest & -rest;
    basis.forEach((pivot, i) => {
      if (pivot & lowest) basis[i] = pivot ^ rest;
    });
    basis.push(rest);
  }
  return basis.sort((a, b) => (a & -a) - (b & -b));
}

/** The same code with other source bits: each sum that is new, in order, becomes a source of its own. */
function simplestCoordinates(sums: readonly (readonly Sum[])[]): Sum[][] {
  /** Echelon form of the sums so far, with how each is made of the new sources. */
  const known: { readonly pivot: Sum; readonly made: Sum }[] = [];
  const coordinates = (sum: Sum): Sum => {
    let rest = sum;
    let made = 0;
    for (const entry of known) {
      if (!(rest & entry.pivot & -entry.pivot)) continue;
      rest ^= entry.pivot;
      made ^= entry.made;
    }
    if (rest === 0) return made;
    requireRoom(known.length + 1);
    const source = 1 << known.length;
    known.push({ pivot: rest, made: made ^ source });
    return source;
  };
  return sums.map((own) => basisOf(own.map(coordinates)));
}

function requireRoom(sources: number): void {
  if (sources > MAX_SOURCES) throw new RangeError(`a code may have ${MAX_SOURCES} source bits, got ${sources}`);
}

/** `a + c` for sources 0 and 2. */
function sumText(sum: Sum): string {
  const sources = Array.from({ length: 32 - Math.clz32(sum) }, (_, i) => i).filter((i) => (sum >> i) & 1);
  return sources.map(sourceName).join(' + ');
}

function sourceName(i: number): string {
  return i < 26 ? String.fromCharCode(97 + i) : `a${i - 25}`;
}
