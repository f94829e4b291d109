import { itemOf, ledger, type PaperItem } from '../../paper/ledger.js';
import type { PaperVerdict } from '../../paper/verdict.js';
import type { Figure, Trace } from '../figure.js';
import { palette } from '../theme.js';
import { VERDICT_SIGNS } from '../verdict-signs.js';

/** A statement of a proof. */
export interface DerivationStep {
  /** Of an item of the ledger. */
  readonly id: string;
  /** How it is called in the figure. */
  readonly label: string;
  /** Its place: steps to the right, and up. */
  readonly at: readonly [number, number];
  /** Ids of the steps it is derived from. */
  readonly from?: readonly string[];
  /** Whether it follows from them. */
  readonly follows?: boolean;
}

/**
 * The structure of a proof, read from left to right: each step in the colour of its verdict, the signs of the lines of a
 * display below it, and a line from everything that it is derived from, broken where it does not follow.
 *
 * @throws RangeError if there is no item of an id, or a step is derived from what is no step
 */
export function derivationFigure(steps: readonly DerivationStep[], title: string): Figure {
  const [columns, rows] = [0, 1].map((axis) => steps.map(({ at }) => at[axis]));
  return {
    data: [derivations(steps, true), derivations(steps, false), ...byVerdict(steps), signsOfLines(steps)],
    layout: {
      width: 900,
      height: 470,
      title: { text: title },
      xaxis: { visible: false, range: [Math.min(...columns) - 0.4, Math.max(...columns) + 0.4] },
      yaxis: { visible: false, range: [Math.min(...rows) - 0.6, Math.max(...rows) + 0.5] },
      legend: { orientation: 'h', x: 0, y: -0.02, yanchor: 'top' },
      margin: { l: 16, r: 16, b: 64 },
    },
  };
}

/** Lines between steps, of those that follow or of those that do not. */
function derivations(steps: readonly DerivationStep[], following: boolean): Trace {
  const derived = steps.filter(({ from = [], follows = true }) => from.length > 0 && follows === following);
  const ends = derived.flatMap(({ id, at, from = [] }) => from.map((source) => [placeOf(source, id, steps), at]));
  return {
    type: 'scatter',
    mode: 'lines',
    x: ends.flatMap(([[a], [b]]) => [a, b, null]),
    y: ends.flatMap(([[, a], [, b]]) => [a, b, null]),
    name: following ? 'follows' : 'does not follow',
    line: following ? { color: '#888888', width: 1.5 } : { color: palette.vermillion, width: 2.5, dash: 'dash' },
    hoverinfo: 'skip',
  };
}

function placeOf(id: string, derived: string, steps: readonly DerivationStep[]): readonly [number, number] {
  const step = steps.find((one) => one.id === id);
  if (!step) throw new RangeError(`from must name steps, got '${id}' for '${derived}'`);
  return step.at;
}

function byVerdict(steps: readonly DerivationStep[]): Trace[] {
  const verdicts = Object.keys(VERDICT_SIGNS) as PaperVerdict[];
  return verdicts.flatMap((verdict) => {
    const { sign, words, colour } = VERDICT_SIGNS[verdict];
    const found = steps.filter(({ id }) => itemOf(id).verdict === verdict);
    if (found.length === 0) return [];
    return [
      {
        type: 'scatter',
        mode: 'markers+text',
        x: found.map(({ at }) => at[0]),
        y: found.map(({ at }) => at[1]),
        text: found.map(({ label }) => label),
        textfont: { color: '#ffffff', size: 12 },
        marker: { color: colour, size: 42, symbol: 'square' },
        name: `${sign} ${words}`,
        hovertext: found.map(({ id }) => itemOf(id).reason),
        hoverinfo: 'text',
      },
    ];
  });
}

function signsOfLines(steps: readonly DerivationStep[]): Trace {
  return {
    type: 'scatter',
    mode: 'text',
    x: steps.map(({ at }) => at[0]),
    y: steps.map(({ at }) => at[1] - 0.38),
    text: steps.map(({ id }) =>
      linesOf(id)
        .map(({ verdict }) => VERDICT_SIGNS[verdict].sign)
        .join(' '),
    ),
    showlegend: false,
    hoverinfo: 'skip',
  };
}

/** The lines of a display; none of what is no display of several lines. */
function linesOf(id: string): PaperItem[] {
  return ledger.filter((item) => item.id.startsWith(`${id}.`));
}
