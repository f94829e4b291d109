import { palette, syntheticColour } from 'reverse-bottleneck/notebook';
import { PAPER_TERMS, type Term } from 'reverse-bottleneck/paper';
import type { SweepCurve } from './sweep-figure.js';

type Style = Omit<SweepCurve, 'name' | 'expression'>;

const GREY = '#888888';
const BOUNDED: Style = { color: palette.vermillion, width: 5 };
const BOUND: Style = { color: palette.skyBlue, dash: 'dash', width: 3 };
/** No two terms of a bound look alike. */
const STYLES: Readonly<Record<Term, Style>> = {
  ΔI: { color: palette.green },
  B_syn: { color: palette.blue },
  'H(e_M)': { color: palette.purple, dash: 'dot' },
  'δ_{ε,p}': { color: GREY },
  'I(S_gen; W)': BOUNDED,
  'bound (5)': BOUND,
  'H(S_anchor|W)': { color: palette.blue },
  "H(S_anchor|W')": { color: palette.blue, dash: 'dot' },
  ΔH: { color: palette.purple },
  'H(S_gen|W)': { color: syntheticColour },
  'ε_{W,p}': { color: GREY, dash: 'dash' },
  GGMI: BOUNDED,
  'bound (10)': BOUND,
};

/** Terms of (5) or (10) for a figure of a sweep, each with the look that it has in all of them. */
export function termCurves(...terms: readonly Term[]): SweepCurve[] {
  return terms.map((term) => ({ name: term, expression: PAPER_TERMS[term], ...STYLES[term] }));
}
