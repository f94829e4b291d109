import { FiniteDistribution } from '../../information/finite-distribution.js';
import { requireKnownOptions, requireOneOf, requirePositiveInteger } from '../../numeric/arguments.js';
import {
  COPY_OR_EXPLORE_OPTIONS,
  type CopyOrExploreOptions,
  curateAndTrain,
  requireCopyOrExplore,
  requireFewOutcomes,
} from './copy-or-explore.js';
import { replaced, uniform } from './symbols.js';

export interface PromptedGenerationOptions extends CopyOrExploreOptions {
  /** How many anchor data have the same e_p: what of S_anchor and the prompt does not come to bear on the output. */
  readonly details: number;
  /** Whether W learns the symbol S_gen, or only its residue modulo N/K, which has nothing from the prompt. */
  readonly learns: 'symbol' | 'residue';
}

const LEARNS = ['symbol', 'residue'] as const;

/**
 * Copy or explore with every variable that Figure 3 has, in the order in which they come about:
 *
 * - `S_anchor` uniform on K · details values, the `p` that says the same, and `e_p` = S_anchor modulo K;
 * - `h` = e_p · N/K, which spreads anchor symbols evenly over Z_N; `e_M` and `g` = e_M, as in `copyOrExplore`;
 * - `M` = h + g mod N, `epsilon`, `S_gen`, `W` and `W'` as there.
 *
 * Since only differences of symbols matter, entropies are those of `copyOrExplore` where `details` is 1 and W learns
 * the symbol.
 *
 * @throws RangeError if an option is out of range, K does not divide N, or counts are too large to enumerate all outcomes
 */
export function promptedGeneration(options: PromptedGenerationOptions): FiniteDistribution {
  requireKnownOptions('promptedGeneration', options, [...COPY_OR_EXPLORE_OPTIONS, 'details', 'learns']);
  requireCopyOrExplore(options);
  const { anchors, symbols, exploration, details, learns } = options;
  requirePositiveInteger('details', details);
  requireOneOf('learns', learns, LEARNS);
  requireFewOutcomes(anchors * details, symbols);
  if (symbols % anchors !== 0) throw new RangeError(`anchors must divide the ${symbols} symbols, got ${anchors}`);
  const step = symbols / anchors;
  const output = FiniteDistribution.empty()
    .source('S_anchor', uniform(anchors * details))
    .map('p', ['S_anchor'], (anchor) => `like ${anchor}`)
    .map('e_p', ['S_anchor'], (anchor) => anchor % anchors)
    .map('h', ['e_p'], (factor) => factor * step)
    .source('e_M', replaced(0, exploration, symbols))
    .map('g', ['e_M'], (factor) => factor)
    .map('M', ['h', 'g'], (a, b) => (a + b) % symbols);
  return learns === 'symbol' ? curateAndTrain(output, options) : curateAndTrain(output, options, (s) => s % step);
}
