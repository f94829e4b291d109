import type { EntropySystem } from '../../information/entropy-system.js';
import type { FiniteDistribution } from '../../information/finite-distribution.js';
import { holds } from '../../information/holds.js';
import { type CopyOrExploreOptions, copyOrExplore } from '../../synthesis/process/copy-or-explore.js';
import { type Premise, statementsOf } from '../premise.js';
import { ROUNDING, type Term, termIn } from '../terms.js';

/** Default probabilities of {@link mirror}, with K = J = L = 2. */
const MIRROR: CopyOrExploreOptions = {
  anchors: 2,
  symbols: 6,
  exploration: 0.5,
  noise: 0.1,
  erasure: 0.25,
  anchorErasure: 0.25,
};

/** The discrete mirror of the simulation of §4.4, with h and g the identity. */
export function mirror(options: Partial<CopyOrExploreOptions> = {}): FiniteDistribution {
  return copyOrExplore({ ...MIRROR, ...options })
    .map('h', ['e_p'], (factor) => factor)
    .map('g', ['e_M'], (factor) => factor);
}

/** What becomes of the terms as a system changes, step by step. */
export class Change {
  readonly #systems: readonly EntropySystem[];

  /** @throws RangeError if a premise does not hold in one of the systems: then they show nothing */
  constructor(systems: readonly EntropySystem[], premises: readonly Premise[]) {
    for (const statement of statementsOf(premises)) {
      const failing = systems.findIndex((system) => !holds(statement, system));
      if (failing >= 0) throw new RangeError(`systems[${failing}] must satisfy ${statement}`);
    }
    this.#systems = systems;
  }

  get steps(): number {
    return this.#systems.length;
  }

  rises(term: Term): boolean {
    return this.#every(term, (before, after) => after > before + ROUNDING);
  }

  falls(term: Term): boolean {
    return this.#every(term, (before, after) => after < before - ROUNDING);
  }

  stays(term: Term): boolean {
    return this.#every(term, (before, after) => Math.abs(after - before) <= ROUNDING);
  }

  /** The terms at the first and at the last step, in nats. */
  ends(terms: readonly Term[]): Record<string, number> {
    const [first, last] = [this.#systems[0], this.#systems[this.steps - 1]];
    return Object.fromEntries(
      terms.flatMap((term) => [
        [`${term} at first`, termIn(term, first)],
        [`${term} at last`, termIn(term, last)],
      ]),
    );
  }

  #every(term: Term, moves: (before: number, after: number) => boolean): boolean {
    const values = this.#systems.map((system) => termIn(term, system));
    return values.slice(1).every((value, i) => moves(values[i], value));
  }
}
