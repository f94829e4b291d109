import { mean, median } from '../../numeric/summary.js';
import type { Figure, Trace } from '../figure.js';
import { palette } from '../theme.js';

const TICKS = [-10_000, -1000, -100, -10, -1, 0, 1, 10, 100, 1000, 10_000];
/** Steps of this share of a column's width leave no two neighbours close (the golden ratio's fractional part). */
const STEP = (Math.sqrt(5) - 1) / 2;

/**
 * KL Gap of every single round, a column for each measure, with mean and median, on a scale that has room for both signs
 * and for tails: the inverse hyperbolic sine, which is linear near zero and logarithmic far from it.
 *
 * @param rounds the rounds' KL Gap in nats, by measure
 */
export function klGapRoundsFigure(rounds: Readonly<Record<string, readonly number[]>>, title: string): Figure {
  const measures = Object.keys(rounds);
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
      {
        type: 'scatter',
        mode: 'markers',
        name: 'a round',
        x: gaps.flatMap((values, m) => values.map((_, i) => m + 0.6 * (((i * STEP) % 1) - 0.5))),
        y: gaps.flatMap((values) => values.map(Math.asinh)),
        customdata: gaps.flat(),
        hovertemplate: '%{customdata:.3g} nats<extra></extra>',
        marker: { color: palette.skyBlue, size: 4, opacity: 0.6 },
      },
      marks('median', median, {
        color: palette.blue,
        size: 34,
        symbol: 'line-ew',
        line: { color: palette.blue, width: 3 },
      }),
      marks('mean', mean, { color: palette.vermillion, size: 11, symbol: 'diamond' }),
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
        title: { text: 'KL Gap of a round (nats)' },
        tickvals: TICKS.map(Math.asinh),
        ticktext: TICKS.map((tick) => tick.toLocaleString('en').replace('-', '−')),
        zeroline: true,
        zerolinewidth: 1.5,
      },
      legend: { orientation: 'h', x: 0, y: -0.14, yanchor: 'top' },
    },
  };
}
