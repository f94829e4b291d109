import type { EntropySystem } from '../information/entropy-system.js';
import { evaluate } from '../information/evaluate.js';
import { requireOneOf } from '../numeric/arguments.js';
import {
  COMPRESSION_BOTTLENECK,
  ENTROPY_DECREASE,
  GGMI,
  GGMI_BOUND,
  INFORMATION_GAIN,
  SCALED_ANCHOR_ENTROPY,
  SMALLEST_EFFICIENCY,
  SMALLEST_INFORMATION_FLOW_BOUND,
  TRAINING_COMPRESSION,
} from './quantities.js';

/** What (5) and (10) bound, and what their right sides are made of, at λ = λ*, in the language of claims. */
export const PAPER_TERMS = {
  ΔI: INFORMATION_GAIN,
  B_syn: COMPRESSION_BOTTLENECK,
  'H(e_M)': 'H(e_M)',
  'δ_{ε,p}': SMALLEST_EFFICIENCY,
  'I(S_gen; W)': 'I(S_gen; W)',
  'bound (5)': SMALLEST_INFORMATION_FLOW_BOUND,
  'H(S_anchor|W)': 'H(S_anchor|W)',
  "H(S_anchor|W')": SCALED_ANCHOR_ENTROPY,
  ΔH: ENTROPY_DECREASE,
  'H(S_gen|W)': 'H(S_gen|W)',
  'ε_{W,p}': TRAINING_COMPRESSION,
  GGMI,
  'bound (10)': GGMI_BOUND,
} as const;
/** A term of (5) or (10), by its name in {@link PAPER_TERMS}. */
export type Term = keyof typeof PAPER_TERMS;

/** Differences between terms are rounding up to this. */
export const ROUNDING = 1e-9;

/**
 * A term in nats; what is zero up to rounding is zero.
 *
 * @throws RangeError if the system has not the variables that the term is about
 */
export function termIn(term: Term, system: EntropySystem): number {
  requireOneOf('term', term, Object.keys(PAPER_TERMS) as never);
  const value = evaluate(PAPER_TERMS[term], system);
  return Math.abs(value) <= ROUNDING ? 0 : value;
}
