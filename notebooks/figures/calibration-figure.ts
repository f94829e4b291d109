import { type CalibrationRow, KL_GAP_MEASURES, type KlGapMeasure } from 'reverse-bottleneck';
import type { Figure, Trace } from 'reverse-bottleneck/notebook';
import { MEASURE_COLOURS } from './measure-colours.js';

/** What is exact, once for all the measures that are meant to be it. */
const EXACT = [
  { measure: 'monte-carlo', name: 'exact D(π‖G)', dash: 'dash' },
  { measure: 'monte-carlo-reverse', name: 'exact D(G‖π)', dash: 'dot' },
  { measure: 'jensen-shannon', name: 'exact Jensen–Shannon', dash: 'dash' },
] as const;

export interface CalibrationFigureOptions {
  readonly title: string;
  /** What the rows differ in. */
  readonly x: 'by' | 'points';
  readonly axis: { readonly title: string; readonly log?: boolean; readonly ticks?: readonly number[] };
  /** Top of the panel of KL divergences, in nats. */
  readonly top: number;
}

/**
 * What the measures return, with two standard errors, beside what is exact; Jensen–Shannon in a panel of its own, with
 * its bound log 2.
 */
export function calibrationFigure(
  rows: readonly CalibrationRow[],
  { title, x, axis, top }: CalibrationFigureOptions,
): Figure {
  const positions = rows.map((row) => row[x]);
  const panel = (measure: KlGapMeasure) =>
    measure === 'jensen-shannon' ? { xaxis: 'x2', yaxis: 'y2' } : { xaxis: 'x', yaxis: 'y' };
  const exact = EXACT.map(({ measure, name, dash }): Trace => {
    const line = { color: '#888888', width: 2, dash };
    return { ...panel(measure), x: positions, y: rows.map((row) => row.exact[measure]), mode: 'lines', name, line };
  });
  const measured = KL_GAP_MEASURES.map(
    (measure): Trace => ({
      ...panel(measure),
      x: positions,
      y: rows.map((row) => row.measured[measure].value),
      error_y: { type: 'data', array: rows.map((row) => 2 * (row.measured[measure].standardError ?? 0)), width: 2 },
      mode: 'markers+lines',
      name: measure,
      line: { color: MEASURE_COLOURS[measure], width: 1 },
      marker: markerOf(measure),
    }),
  );
  const xaxis = (ticks = axis.ticks) => ({
    title: { text: axis.title },
    ...(axis.log && { type: 'log' }),
    ...(ticks && { tickvals: ticks, ticktext: ticks.map((tick) => tick.toLocaleString('en')) }),
  });
  const everyOther = axis.ticks?.filter((_, i) => i % 2 === 0); // the second panel is narrow
  return {
    data: [...exact, ...measured],
    layout: {
      width: 900,
      height: 420,
      title: { text: title },
      xaxis: { ...xaxis(), domain: [0, 0.58] },
      xaxis2: { ...xaxis(everyOther), domain: [0.7, 1], anchor: 'y2' },
      yaxis: { title: { text: 'divergence (nats)' }, range: [-0.03 * top, top] },
      yaxis2: { title: { text: 'Jensen–Shannon (nats)' }, range: [-0.03, 0.75], anchor: 'x2' },
      shapes: [LARGEST_JENSEN_SHANNON],
      legend: { orientation: 'h', x: 0, y: -0.22, yanchor: 'top' },
    },
  };
}

const LARGEST_JENSEN_SHANNON = {
  type: 'line',
  xref: 'x2 domain',
  yref: 'y2',
  ...{ x0: 0, x1: 1, y0: Math.LN2, y1: Math.LN2 },
  line: { color: '#888888', width: 1.5 },
  label: { text: 'log 2', textposition: 'end', yanchor: 'bottom' },
};

/** A ring for one direction, so that the point of the other is seen in it where both are equal. */
function markerOf(measure: KlGapMeasure): object {
  const color = MEASURE_COLOURS[measure];
  return measure === 'monte-carlo'
    ? { color, size: 12, symbol: 'circle-open', line: { width: 2 } }
    : { color, size: 7 };
}
