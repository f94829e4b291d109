import { FiniteDistribution, MOST_STATES, requireFewStates } from '../../information/finite-distribution.js';
import {
  requireAtMost,
  requireKnownOptions,
  requirePositiveInteger,
  requireProbability,
} from '../../numeric/arguments.js';
import { pow } from '../../numeric/power.js';
import { erased, replaced, uniform } from './symbols.js';

export interface CopyOrExploreOptions {
  /** Symbols that anchor data take, K; at most N. */
  readonly anchors: number;
  /** Symbols in all, N; in the simulation of §4.4 there are N = K + J + L components. */
  readonly symbols: number;
  /** ρ: how likely M is to explore, that is, to move to any symbol, rather than to copy the prompt. */
  readonly exploration: number;
  /** ν: how likely noise is to replace a symbol by any symbol. */
  readonly noise: number;
  /** θ: how likely training on S_gen is to learn nothing. */
  readonly erasure: number;
  /** θ': how likely training on S_anchor is to learn nothing. */
  readonly anchorErasure: number;
}

const PROBABILITIES = ['exploration', 'noise', 'erasure', 'anchorErasure'] as const;
export const COPY_OR_EXPLORE_OPTIONS = ['anchors', 'symbols', ...PROBABILITIES] as const;

/**
 * The discrete mirror of the simulation of §4.4: components become symbols of Z_N, and every information quantity of the
 * paper has an exact value. Variables, in the order in which they come about:
 *
 * - `S_anchor` uniform on the first K symbols, and `e_p`, the same;
 * - `e_M` = 0 with probability 1 − ρ, else uniform on Z_N; `M` = e_p + e_M mod N (Definition 4.1, h and g the identity);
 * - `epsilon` = 0 with probability 1 − ν, else uniform on Z_N; `S_gen` = M + epsilon mod N;
 * - `W` = S_gen and `W'` = S_anchor, each erased with a probability of its own.
 *
 * @throws RangeError if a count is not a positive integer, K exceeds N, a probability is outside 0 … 1, or there would be
 *   more than 2²⁰ states
 */
export function copyOrExplore(options: CopyOrExploreOptions): FiniteDistribution {
  requireKnownOptions('copyOrExplore', options, COPY_OR_EXPLORE_OPTIONS);
  requireCopyOrExplore(options);
  const { anchors, symbols, exploration } = options;
  requireRoomToTrain(options, anchors * (exploration > 0 ? symbols : 1));
  const output = FiniteDistribution.empty()
    .source('S_anchor', uniform(anchors))
    .map('e_p', ['S_anchor'], (anchor) => anchor)
    .source('e_M', replaced(0, exploration, symbols))
    .map('M', ['e_p', 'e_M'], (a, b) => (a + b) % symbols);
  return curateAndTrain(output, options);
}

/** The process from M on: adds `epsilon`, `S_gen`, `W`, which learns S_gen or what is `learned` of it, and `W'`. */
export function curateAndTrain(
  output: FiniteDistribution,
  { symbols, noise, erasure, anchorErasure }: CopyOrExploreOptions,
  learned = (symbol: number) => symbol,
): FiniteDistribution {
  return output
    .source('epsilon', replaced(0, noise, symbols))
    .map('S_gen', ['M', 'epsilon'], (a, b) => (a + b) % symbols)
    .channel('W', ['S_gen'], (symbol) => erased(learned(symbol), erasure))
    .channel("W'", ['S_anchor'], (symbol) => erased(symbol, anchorErasure));
}

/** @throws RangeError if the process, with so many states up to M, has more than there is room for */
export function requireRoomToTrain(options: CopyOrExploreOptions, states: number): void {
  const { symbols, noise, erasure, anchorErasure } = options;
  const erasures = [erasure, anchorErasure].filter((p) => p > 0 && p < 1).length;
  requireFewStates('W', states * (noise > 0 ? symbols : 1) * pow(2, erasures));
}

/** @throws RangeError unless the counts and probabilities are in range */
export function requireCopyOrExplore(options: CopyOrExploreOptions): void {
  const { anchors, symbols } = options;
  requirePositiveInteger('anchors', anchors);
  requirePositiveInteger('symbols', symbols);
  requireAtMost('symbols', symbols, MOST_STATES);
  if (anchors > symbols) throw new RangeError(`anchors must be at most the ${symbols} symbols, got ${anchors}`);
  for (const name of PROBABILITIES) requireProbability(name, options[name]);
}
