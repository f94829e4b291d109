import { requireRecord, requireTexts } from '../numeric/arguments.js';
import { type EntropySystem, requireSystem } from './entropy-system.js';
import { holds } from './holds.js';
import { H, I } from './quantities.js';

/** A variable on the way, and where what it holds came in. */
export interface FlowStage {
  readonly variable: string;
  /** H(V). */
  readonly entropy: number;
  /**
   * For each stage up to this one, what V holds of what was new there. They add up to H(V); the last is what is new at V
   * itself, H(V | the stage before).
   */
  readonly shares: readonly number[];
}

/** From a stage U to the next, V. */
export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  /** I(U; V), the width of the arrow: the shares of V but for its own. */
  readonly information: number;
  /** H(U | V), what of U does not reach V. */
  readonly lost: number;
  /** H(V | U), what comes in at V. */
  readonly gained: number;
}

/** A variable through which something new comes in at a stage V, after U. */
export interface FlowSource {
  readonly variable: string;
  readonly stage: string;
  /** H(R). */
  readonly entropy: number;
  /** I(R; V | U), at most what is new at V. */
  readonly information: number;
}

/** Information along a Markov chain, in nats. */
export interface InformationFlow {
  readonly stages: readonly FlowStage[];
  readonly arrows: readonly FlowArrow[];
  readonly sources: readonly FlowSource[];
}

/**
 * How information flows along a chain V₀ → V₁ → … of discrete variables. What comes in at a stage and what goes out of it
 * is conserved, I(U; V) + H(V | U) = H(V) = I(V; T) + H(V | T), and every stage is divided up by where it came in: of
 * what was new at stage j, V holds
 *
 *     I(V_j; V | V_0, …, V_{j−1}) = I(V_j; V) − I(V_{j−1}; V),
 *
 * by the chain rule and the Markov property. By data processing it never grows on the way.
 *
 * @param sources variables that bring in something new, by the stage at which they do
 * @throws RangeError if variables are continuous (they hold infinitely much), are fewer than two, unknown or no Markov
 *   chain, or there is a source for what is not a later stage
 */
export function informationFlow(
  system: EntropySystem,
  stages: readonly string[],
  sources: Readonly<Record<string, string>> = {},
): InformationFlow {
  requireSystem('system', system);
  requireTexts('stages', stages);
  requireRecord('sources', sources);
  if (system.kind !== 'discrete') throw new RangeError(`system must be discrete, got a ${system.kind} one`);
  if (stages.length < 2) throw new RangeError(`stages must be at least two, got ${stages.length}`);
  if (stages.length > 2 && !holds(stages.join(' -> '), system)) {
    throw new RangeError(`stages must be a Markov chain, got ${stages.join(' -> ')}`);
  }
  return {
    stages: stages.map((variable, i) => {
      const known = stages.slice(0, i + 1).map((earlier) => I(system, earlier, variable));
      return {
        variable,
        entropy: H(system, variable),
        shares: known.map((information, j) => information - (j === 0 ? 0 : known[j - 1])),
      };
    }),
    arrows: stages.slice(1).map((to, i) => ({
      from: stages[i],
      to,
      information: I(system, stages[i], to),
      lost: H(system, stages[i], to),
      gained: H(system, to, stages[i]),
    })),
    sources: Object.entries(sources).map(([stage, variable]) => {
      const before = stages[stages.indexOf(stage) - 1];
      if (before === undefined) throw new RangeError(`sources must be for a later stage, got one for '${stage}'`);
      return { variable, stage, entropy: H(system, variable), information: I(system, variable, stage, before) };
    }),
  };
}
