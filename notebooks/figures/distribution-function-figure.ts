import { type SampleInput, toSamples } from 'reverse-bottleneck';
import { type Figure, formatNumber, type Trace, translucent } from 'reverse-bottleneck/notebook';

/** A distribution function x ↦ P(X ≤ x), and how its curve looks. */
export interface DistributionCurve {
  readonly name: string;
  readonly probability: (x: number) => number;
  readonly color: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
}

export interface DistributionFunctionFigureOptions {
  readonly title: string;
  readonly sample: { readonly name: string; readonly points: SampleInput; readonly color: string };
  /** What is shown of the line. */
  readonly range: readonly [from: number, to: number];
  /** Equal steps of the range at whose ends the functions are drawn. */
  readonly steps: number;
  readonly curves: readonly DistributionCurve[];
}

/** That the whole band of the draws misses the truth. */
const LEVEL = 0.05;

/** Distribution functions as curves, over a band that holds all of the true one with a probability of 95 %, from draws. */
export function distributionFunctionFigure(options: DistributionFunctionFigureOptions): Figure {
  const { title, sample, range, steps, curves } = options;
  const x = Array.from({ length: steps + 1 }, (_, i) => range[0] + (i * (range[1] - range[0])) / steps);
  return {
    data: [
      band(sample, x),
      ...curves.map(({ name, probability, color, dash = 'solid' }) => ({
        type: 'scatter',
        mode: 'lines',
        x,
        y: x.map(probability),
        name,
        line: { color, dash, width: 1.8, simplify: false },
        hovertemplate: '%{x:.3f}: %{y:.3f}<extra></extra>',
      })),
    ],
    layout: {
      width: 760,
      height: 450,
      title: { text: title },
      xaxis: { title: { text: 'x' }, range, zeroline: false },
      yaxis: { title: { text: 'probability up to x' }, range: [0, 1.02] },
      legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top' },
    },
  };
}

/**
 * The share of the draws up to each x, give or take √(log(2/α)/(2n)): with probability 1 − α at least, the distribution
 * function is within everywhere (Dvoretzky, Kiefer and Wolfowitz 1956; Massart 1990, doi:10.1214/aop/1176990746).
 */
function band({ name, points, color }: DistributionFunctionFigureOptions['sample'], x: readonly number[]): Trace {
  const { data, n } = toSamples('sample.points', points);
  const sorted = Float64Array.from(data).sort();
  let below = 0;
  const shares = x.map((value) => {
    while (below < n && sorted[below] <= value) below++;
    return below / n;
  });
  const half = Math.sqrt(Math.log(2 / LEVEL) / (2 * n));
  return {
    type: 'scatter',
    mode: 'lines',
    x: [...x, ...[...x].reverse()],
    y: [
      ...shares.map((share) => Math.min(1, share + half)),
      ...[...shares].reverse().map((share) => Math.max(0, share - half)),
    ],
    fill: 'toself',
    fillcolor: translucent(color, 0.45),
    line: { width: 0 },
    name: `${name} (${formatNumber(n)} draws, ${100 * (1 - LEVEL)} % band)`,
    hoverinfo: 'skip',
  };
}
