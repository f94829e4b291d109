import type { EntropySystem } from '../information/entropy-system.js';
import { evaluate } from '../information/evaluate.js';

/** GGMI and what bounds it in Theorem 4.10, in nats. */
export interface GgmiTerms {
  /** GGMI = I(S_anchor; W') − I(S_gen; W), equation (9). */
  readonly ggmi: number;
  /** ΔI = H(M) − I(e_p; M), equation (2) where h is one to one. */
  readonly informationGain: number;
  /** H(S_anchor | W). */
  readonly anchorGivenW: number;
  /** α H(S_anchor | W) = H(S_anchor | W'), by the definition of α. */
  readonly anchorGivenAnchorW: number;
  /** H(S_gen | W). */
  readonly syntheticGivenW: number;
  /** ΔH = H(S_anchor) − H(S_gen). */
  readonly entropyChange: number;
  /** ε_{W,p} = H(S_anchor | W) − H(S_anchor | M). */
  readonly compression: number;
  /** Right-hand side of (10). */
  readonly bound: number;
}

/**
 * The terms of Theorem 4.10 on a system with the variables S_anchor, e_p, M, S_gen, W and W', such as {@link copyOrExplore}.
 *
 * @throws RangeError if one is missing
 */
export function ggmiTerms(system: EntropySystem): GgmiTerms {
  const value = (expression: string) => evaluate(expression, system);
  const informationGain = value('H(M) - I(e_p; M)');
  const anchorGivenW = value('H(S_anchor | W)');
  const anchorGivenAnchorW = value("H(S_anchor | W')");
  const syntheticGivenW = value('H(S_gen | W)');
  const entropyChange = value('H(S_anchor) - H(S_gen)');
  const compression = value('H(S_anchor | W) - H(S_anchor | M)');
  return {
    ggmi: value("I(S_anchor; W') - I(S_gen; W)"),
    informationGain,
    anchorGivenW,
    anchorGivenAnchorW,
    syntheticGivenW,
    entropyChange,
    compression,
    bound: informationGain - anchorGivenAnchorW - anchorGivenW + 2 * entropyChange + syntheticGivenW + compression,
  };
}
