import type { EntropySystem } from '../../information/entropy-system.js';
import { evaluate } from '../../information/evaluate.js';
import type { FiniteDistribution } from '../../information/finite-distribution.js';
import { holds } from '../../information/holds.js';
import { type CopyOrExploreOptions, copyOrExplore } from '../../synthesis/copy-or-explore.js';
import { type Premise, statementsOf } from '../premise.js';
import {
  COMPRESSION_BOTTLENECK,
  EFFICIENCY,
  ENTROPY_DECREASE,
  GGMI,
  GGMI_BOUND,
  INFORMATION_FLOW_BOUND,
  INFORMATION_GAIN,
  SCALED_ANCHOR_ENTROPY,
  TRAINING_COMPRESSION,
} from '../quantities.js';

/** What (5) and (10) are made of, at λ = λ*. */
const TERMS = {
  ΔI: INFORMATION_GAIN,
  B_syn: COMPRESSION_BOTTLENECK,
  'H(e_M)': 'H(e_M)',
  'δ_{ε,p}': EFFICIENCY,
  'I(S_gen; W)': 'I(S_gen; W)',
  'bound (5)': INFORMATION_FLOW_BOUND,
  'H(S_anchor|W)': 'H(S_anchor|W)',
  "H(S_anchor|W')": SCALED_ANCHOR_ENTROPY,
  ΔH: ENTROPY_DECREASE,
  'H(S_gen|W)': 'H(S_gen|W)',
  'ε_{W,p}': TRAINING_COMPRESSION,
  GGMI,
  'bound (10)': GGMI_BOUND,
} as const;
export type Term = keyof typeof TERMS;

/** Differences below are rounding. */
const ROUNDING = 1e-9;

/** Default probabilities of {@link mirror}, with K = J = L = 2. */
const MIRROR: CopyOrExploreOptions = {
  anchors: 2,
  symbols: 6,
  exploration: 0.5,
  noise: 0.1,
  erasure: 0.25,
  anchorErasure: 0.25,
};

/** The discrete mirror of the simulation of §4.4, with h and g the identity and λ = λ*. */
export function mirror(options: Partial<CopyOrExploreOptions> = {}): FiniteDistribution {
  return copyOrExplore({ ...MIRROR, ...options })
    .map('h', ['e_p'], (factor) => factor)
    .map('g', ['e_M'], (factor) => factor)
    .map('slack', [], () => 0);
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

/** In nats; what is zero up to rounding is zero. */
function termIn(term: Term, system: EntropySystem): number {
  const value = evaluate(TERMS[term], system);
  return Math.abs(value) <= ROUNDING ? 0 : value;
}
