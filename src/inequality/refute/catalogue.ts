import type { Rng } from '../../random/rng.js';

/**
 * What variables can be in a search: elements of a join-semilattice, numbered, with their entropies. Taking variables
 * jointly is joining them, as for subspaces (codes) and for partitions of outcomes.
 */
export interface Catalogue<System = unknown> {
  /** Elements to choose from, the cheapest first. Element 0, a constant, is the first. */
  readonly elements: Int32Array;
  /** Of each of `elements`: dimensions, or values less one. */
  readonly costs: Int32Array;
  /** What may be done to all variables at once without changing any entropy, as permutations of `elements`. */
  readonly symmetries: Symmetries;
  /** The same elements with slightly other entropies, where there is such a thing. */
  varied?(rng: Rng): Catalogue<System>;
  join(a: number, b: number): number;
  /** In bits. */
  entropy(element: number): number;
  system(variables: readonly string[], elements: readonly number[]): System;
}

type Permutation = Uint16Array;

/** A group of permutations of the elements, as a search uses it to skip what is the same up to renaming. */
export class Symmetries {
  readonly #size: number;
  readonly #list: () => readonly Permutation[];
  readonly #stabilizers = new Map<number, Symmetries>();
  #listed: readonly Permutation[] | undefined;
  #representatives: Uint16Array | undefined;

  /** @param list lists all of the group when it is first needed */
  constructor(size: number, list: () => readonly Permutation[]) {
    this.#size = size;
    this.#list = list;
  }

  get #permutations(): readonly Permutation[] {
    this.#listed ??= this.#list();
    return this.#listed;
  }

  /** The first element of each orbit. */
  get representatives(): Uint16Array {
    if (!this.#representatives) {
      const first = Uint16Array.from({ length: this.#size }, (_, i) => i);
      for (const permutation of this.#permutations) {
        for (let i = 0; i < this.#size; i++) if (permutation[i] < first[i]) first[i] = permutation[i];
      }
      this.#representatives = first.filter((least, i) => least === i);
    }
    return this.#representatives;
  }

  /** The subgroup that leaves an element where it is. */
  fixing(element: number): Symmetries {
    let stabilizer = this.#stabilizers.get(element);
    if (!stabilizer) {
      const fixing = this.#permutations.filter((permutation) => permutation[element] === element);
      if (fixing.length === this.#permutations.length) stabilizer = this;
      else stabilizer = fixing.length > 1 ? new Symmetries(this.#size, () => fixing) : trivial(this.#size);
      this.#stabilizers.set(element, stabilizer);
    }
    return stabilizer;
  }
}

const trivialGroups = new Map<number, Symmetries>();

function trivial(size: number): Symmetries {
  const known = trivialGroups.get(size) ?? new Symmetries(size, () => []);
  trivialGroups.set(size, known);
  return known;
}
