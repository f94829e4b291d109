import { ln } from '../../numeric/logarithm.js';
import type { Rng } from '../../random/rng.js';
import { type Catalogue, Symmetries } from './catalogue.js';
import { ExactTable } from './exact-table.js';

/**
 * A partition of up to eight outcomes: the block of each outcome, three bits each, blocks numbered in order of first
 * appearance.
 */
type Partition = number;

/** Probabilities stay simple. */
const MAX_WEIGHT = 64;

/** Partitions of so many outcomes, those of fewer blocks first, and their numbers of blocks less one. */
interface Lattice {
  readonly elements: Int32Array;
  readonly costs: Int32Array;
}

const lattices = new Map<string, Lattice>();

/**
 * All variables of so many values at most, on outcomes of the given integer weights, at most eight: a variable is the
 * partition by its values.
 */
export function partitions(weights: readonly number[], mostValues = weights.length): Catalogue<ExactTable> {
  const outcomes = weights.length;
  const { elements, costs } = latticeOf(outcomes, mostValues);
  const symmetries = () => {
    const index = new Map([...elements].map((partition, i) => [partition, i]));
    return weightPreserving(weights).map((permutation) =>
      Uint16Array.from(elements, (partition) => index.get(permuted(partition, permutation))!),
    );
  };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const entropies = new Map<Partition, number>();
  return {
    elements,
    costs,
    symmetries: new Symmetries(elements.length, symmetries),
    varied: (rng) => partitions(variedWeights(weights, rng), mostValues),
    join: (a, b) => refinement(a, b, outcomes),
    entropy(partition) {
      let entropy = entropies.get(partition);
      if (entropy === undefined) {
        const masses = new Float64Array(outcomes);
        for (let i = 0; i < outcomes; i++) masses[blockOf(partition, i)] += weights[i];
        entropy = masses.reduce((sum, mass) => (mass > 0 ? sum - (mass / total) * ln(mass / total) : sum), 0);
        entropy /= Math.LN2;
        entropies.set(partition, entropy);
      }
      return entropy;
    },
    system: (variables, chosen) =>
      new ExactTable(
        variables,
        weights.map((weight, i) => ({ values: chosen.map((partition) => blockOf(partition, i)), weight })),
      ),
  };
}

/** One weight a unit more or less, after a doubling of all at times. */
function variedWeights(weights: readonly number[], rng: Rng): number[] {
  const finer =
    rng.uniform() < 0.2 && Math.max(...weights) < MAX_WEIGHT ? weights.map((weight) => 2 * weight) : weights;
  const i = rng.integer(weights.length);
  return finer.with(i, Math.max(1, finer[i] + (rng.uniform() < 0.5 ? 1 : -1)));
}

function blockOf(partition: Partition, outcome: number): number {
  return (partition >> (3 * outcome)) & 7;
}

function blocks(partition: Partition, outcomes: number): number {
  let most = 0;
  for (let i = 0; i < outcomes; i++) most = Math.max(most, blockOf(partition, i));
  return most + 1;
}

/** The partition by both: outcomes stay together where they are together in each. */
function refinement(a: Partition, b: Partition, outcomes: number): Partition {
  if (a === 0 || a === b) return b;
  if (b === 0) return a;
  return numbered(outcomes, (i) => (blockOf(a, i) << 3) | blockOf(b, i));
}

function permuted(partition: Partition, permutation: readonly number[]): Partition {
  return numbered(permutation.length, (i) => blockOf(partition, permutation[i]));
}

const seen = new Int8Array(64);

/** The partition of outcomes that have the same key, below 64. */
function numbered(outcomes: number, key: (outcome: number) => number): Partition {
  seen.fill(-1);
  let count = 0;
  let partition = 0;
  for (let i = 0; i < outcomes; i++) {
    const k = key(i);
    if (seen[k] < 0) seen[k] = count++;
    partition |= seen[k] << (3 * i);
  }
  return partition;
}

function latticeOf(outcomes: number, mostBlocks: number): Lattice {
  const key = `${outcomes}, ${mostBlocks}`;
  const known = lattices.get(key) ?? listLattice(outcomes, mostBlocks);
  lattices.set(key, known);
  return known;
}

function listLattice(outcomes: number, mostBlocks: number): Lattice {
  let partial: Partition[] = [0];
  for (let i = 1; i < outcomes; i++) {
    partial = partial.flatMap((partition) =>
      Array.from(
        { length: Math.min(mostBlocks, blocks(partition, i) + 1) },
        (_, block) => partition | (block << (3 * i)),
      ),
    );
  }
  const elements = Int32Array.from(partial).sort((a, b) => blocks(a, outcomes) - blocks(b, outcomes) || a - b);
  return { elements, costs: elements.map((partition) => blocks(partition, outcomes) - 1) };
}

/** The permutations of outcomes that leave weights as they are. */
function weightPreserving(weights: readonly number[]): number[][] {
  let partial: number[][] = [[]];
  for (const weight of weights) {
    partial = partial.flatMap((images) =>
      weights.flatMap((other, i) => (other === weight && !images.includes(i) ? [[...images, i]] : [])),
    );
  }
  return partial;
}
