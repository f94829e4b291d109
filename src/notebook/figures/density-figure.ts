import type { Density } from '../../density/density.js';
import { type SampleInput, toSamples } from '../../numeric/samples.js';
import type { Figure, Trace } from '../figure.js';

/** A density on the line, and how its curve looks. */
export interface DensityCurve {
  readonly name: string;
  readonly density: Density;
  readonly color: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
}

export interface DensityFigureOptions {
  readonly title: string;
  /** What the horizontal axis shows. */
  readonly axis: string;
  readonly sample: { readonly name: string; readonly points: SampleInput; readonly color: string };
  /** Ends of the bins, ascending. */
  readonly edges: readonly number[];
  readonly curves: readonly DensityCurve[];
}

/** Points for each bin at which a curve is drawn. */
const RESOLUTION = 8;

/** A sample on a line as a histogram, with bars of two standard errors, and densities as curves. */
export function densityFigure({ title, axis, sample, edges, curves }: DensityFigureOptions): Figure {
  const x = edges.slice(1).flatMap((to, i) => {
    return Array.from({ length: RESOLUTION }, (_, k) => edges[i] + ((to - edges[i]) * (k + 1 / 2)) / RESOLUTION);
  });
  return {
    data: [histogram(sample, edges), ...curves.map((curve) => line(curve, x))],
    layout: {
      width: 760,
      height: 430,
      title: { text: title },
      bargap: 0,
      xaxis: { title: { text: axis }, range: [edges[0], edges[edges.length - 1]] },
      yaxis: { title: { text: 'density' }, rangemode: 'tozero' },
      legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top' },
    },
  };
}

function histogram({ name, points, color }: DensityFigureOptions['sample'], edges: readonly number[]): Trace {
  const { data, n } = toSamples('sample.points', points);
  const counts = edges.slice(1).map((to, i) => data.filter((value) => value >= edges[i] && value < to).length);
  const widths = edges.slice(1).map((to, i) => to - edges[i]);
  return {
    type: 'bar',
    x: widths.map((width, i) => edges[i] + width / 2),
    y: counts.map((count, i) => count / (n * widths[i])),
    width: widths,
    marker: { color, opacity: 0.4 },
    error_y: {
      type: 'data',
      array: counts.map((count, i) => (2 * Math.sqrt(count * (1 - count / n))) / (n * widths[i])),
      color,
      thickness: 1,
      width: 0,
    },
    name: `${name} (${n} draws, ± 2 standard errors)`,
    hovertemplate: '%{x:.2f}: %{y:.3f} ± %{error_y.array:.3f}<extra></extra>',
  };
}

function line({ name, density, color, dash = 'solid' }: DensityCurve, x: readonly number[]): Trace {
  const y = Array.from(density.logDensity(x), Math.exp);
  return { type: 'scatter', mode: 'lines', x, y, name, line: { color, width: 2.5, dash } };
}
