import { type KlGapMeasure, mean, median } from 'reverse-bottleneck';
import type { Figure, Trace } from 'reverse-bottleneck/notebook';
import { MEASURE_COLOURS } from './measure-colours.js';

const TICKS = [-10_000, -1000, -100, -10, -1, 0, 1, 10, 100, 1000, 10_000];
/** Steps of this share of a column's width leave no two neighbours close (the golden ratio's fractional part). */
const STEP = (Math.sqrt(5) - 1) / 2;

/**
 * KL Gap of every single round, a column for each measure, with mean and median, on a scale that has room for both signs
 * and for tails: the inverse hyperbolic sine, which is linear near zero and logarithmic far from it.
 *
 * @param rounds the rounds' KL Gap in nats, by measure
 */
export function klGapRoundsFigure(
  rounds: Readonly<Partial<Record<KlGapMeasure, readonly number[]>>>,
  title: string,
): Figure {
  const measures = Object.keys(rounds) as KlGapMeasure[];
  const gaps = Object.values(rounds);
  const marks = (name: string, statistic: (values: readonly number[]) => number, style: object): Trace => ({
    type: 'scatter',
    mode: 'markers',
    name,
    x: measures.map((_, m) => m),
    y: gaps.map((values) => Math.asinh(statistic(values))),
    customdata: gaps.map(statistic),
    hovertemplate: `${name} %{customdata:.3g} nats<extra></extra>`,
    marker: style,
  });
  return {
    data: [
      ...measures.map((measure, m) => roundsOf(measure, m, gaps[m])),
      {
        type: 'scatter',
        mode: 'markers',
        name: 'a round',
        x: [null],
        y: [null],
        marker: { color: '#888888', size: 5 },
      },
      // Black on white and white on black are seen on both grounds.
      marks('median', median, { color: 'white', size: 13, symbol: 'diamond-wide', line: { color: 'black', width: 2 } }),
      marks('mean', mean, { color: 'black', size: 10, line: { color: 'white', width: 1.5 } }),
    ],
    layout: {
      width: 820,
      height: 440,
      title: { text: title },
      xaxis: {
        tickvals: measures.map((_, m) => m),
        ticktext: measures,
        showgrid: false,
        zeroline: false,
      },
      yaxis: {
        title: { text: 'KL Gap of a round (nats, asinh scale)' },
        tickvals: TICKS.map(Math.asinh),
        ticktext: TICKS.map((tick) => tick.toLocaleString('en').replace('-', '−')),
        zeroline: true,
        zerolinewidth: 1.5,
      },
      legend: { orientation: 'h', x: 0, y: -0.14, yanchor: 'top' },
    },
  };
}

function roundsOf(measure: KlGapMeasure, column: number, gaps: readonly number[]): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: measure,
    showlegend: false,
    x: gaps.map((_, i) => column + 0.6 * (((i * STEP) % 1) - 0.5)),
    y: gaps.map(Math.asinh),
    customdata: gaps,
    hovertemplate: '%{customdata:.3g} nats<extra></extra>',
    marker: { color: MEASURE_COLOURS[measure], size: 4, opacity: 0.6 },
  };
}
