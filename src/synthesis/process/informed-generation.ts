import { FiniteDistribution } from '../../information/finite-distribution.js';
import { requireKnownOptions, requireNonNegativeInteger, requireProbability } from '../../numeric/arguments.js';
import {
  COPY_OR_EXPLORE_OPTIONS,
  type CopyOrExploreOptions,
  curateAndTrain,
  requireCopyOrExplore,
  requireFewOutcomes,
} from './copy-or-explore.js';
import { replaced, uniform } from './symbols.js';

export interface InformedGenerationOptions extends CopyOrExploreOptions {
  /** Symbols of the target that anchor data never take, J; K + J is at most N. */
  readonly unsampled: number;
  /** How likely an anchor datum is to be any anchor symbol, rather than the target's. */
  readonly anchorNoise: number;
  /** κ: how likely M, where it explores, is to know the target, rather than to move to any symbol. */
  readonly knowledge: number;
}

/**
 * Copy or explore with something to be right about: the target `G`, a symbol of which anchor data tell a part, and of
 * which M may know on its own. Variables, in the order in which they come about:
 *
 * - `G` uniform on K + J symbols;
 * - `S_anchor` = G if that is one of the first K symbols, replaced by any of these with probability `anchorNoise` and
 *   always if G is another; and `e_p`, the same;
 * - `M` = e_p with probability 1 − ρ, else G with probability κ, else uniform on Z_N; `e_M` = M − e_p mod N;
 * - `epsilon`, `S_gen`, `W` and `W'` as in `copyOrExplore`, whose process this is for κ = 0.
 *
 * For κ > 0 the factors e_p and e_M are dependent, since both have to do with G.
 *
 * @throws RangeError if an option is out of range, or counts are too large to enumerate all outcomes
 */
export function informedGeneration(options: InformedGenerationOptions): FiniteDistribution {
  const known = [...COPY_OR_EXPLORE_OPTIONS, 'unsampled', 'anchorNoise', 'knowledge'] as const;
  requireKnownOptions('informedGeneration', options, known);
  requireCopyOrExplore(options);
  const { anchors, unsampled, symbols, anchorNoise, exploration, knowledge } = options;
  requireNonNegativeInteger('unsampled', unsampled);
  if (anchors + unsampled > symbols) {
    throw new RangeError(`unsampled must be at most ${symbols - anchors}, got ${unsampled}`);
  }
  requireFewOutcomes((anchors + unsampled) * anchors, symbols);
  requireProbability('anchorNoise', anchorNoise);
  requireProbability('knowledge', knowledge);
  /** Copies, knows, or guesses. */
  const output = (prompt: number, target: number): [number, number][] =>
    replaced(target, 1 - knowledge, symbols).map(([symbol, share]) => [
      symbol,
      exploration * share + (symbol === prompt ? 1 - exploration : 0),
    ]);
  const generated = FiniteDistribution.empty()
    .source('G', uniform(anchors + unsampled))
    .channel('S_anchor', ['G'], (target) =>
      target < anchors ? replaced(target, anchorNoise, anchors) : uniform(anchors),
    )
    .map('e_p', ['S_anchor'], (anchor) => anchor)
    .channel('M', ['e_p', 'G'], output)
    .map('e_M', ['M', 'e_p'], (symbol, prompt) => (symbol - prompt + symbols) % symbols);
  return curateAndTrain(generated, options);
}
