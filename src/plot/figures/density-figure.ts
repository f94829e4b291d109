import { type Density, requireDensity } from '../../density/density.js';
import { requireBoolean, requirePositiveInteger, requireText } from '../../numeric/arguments.js';
import { exp } from '../../numeric/exponential.js';
import { greatest } from '../../numeric/extremes.js';
import { toSamples } from '../../numeric/samples.js';
import { listOf, oneOf, optional, record, requireEdges } from '../../numeric/shape.js';
import type { Figure, Trace } from '../figure.js';
import { requireColour, translucent } from '../theme.js';
import { type HistogramOptions, highestBar, histogramTrace } from './histogram-trace.js';

/** A density on the line, and how its curve looks. */
export interface DensityCurve {
  readonly name: string;
  readonly density: Density;
  readonly color: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
  /** Whether the area under the curve is filled. */
  readonly filled?: boolean;
}

export interface DensityFigureOptions {
  readonly title: string;
  /** What the horizontal axis shows. */
  readonly axis: string;
  /** Draws to compare with the curves. */
  readonly sample?: Omit<HistogramOptions, 'edges'>;
  /** Ends of the bins, ascending; the first and the last are what is shown. Without a sample, these two are enough. */
  readonly edges: readonly number[];
  readonly curves: readonly DensityCurve[];
}

const requireOptions = record<DensityFigureOptions>({
  title: requireText,
  axis: requireText,
  sample: optional(
    record<NonNullable<DensityFigureOptions['sample']>>({ name: requireText, points: toSamples, color: requireColour }),
  ),
  edges: requireEdges,
  curves: listOf(
    record<DensityCurve>({
      name: requireText,
      density: requireDensity,
      color: requireColour,
      dash: optional(oneOf('solid', 'dash', 'dot')),
      filled: optional(requireBoolean),
    }),
  ),
});

/** Points at which a curve is drawn: fewer than two pixels apart. */
const CURVE_POINTS = 480;

/**
 * Densities on a line as curves, over a histogram of draws if there are some.
 *
 * @throws TypeError or RangeError that names the option that is none
 */
export function densityFigure(options: DensityFigureOptions): Figure {
  requireOptions('options', options);
  const { title, axis, sample, edges, curves } = options;
  const range = [edges[0], edges[edges.length - 1]] as const;
  const bars = sample ? [histogramTrace({ ...sample, edges })] : [];
  const lines = curves.map((curve) => line(curve, range));
  const highest = greatest([...bars.map(highestBar), ...lines.flatMap(({ y }) => y as number[])]);
  return {
    data: [...bars, ...lines],
    layout: {
      width: 760,
      height: 430,
      title: { text: title },
      bargap: 0,
      xaxis: { title: { text: axis }, range, zeroline: false },
      yaxis: { title: { text: 'density' }, range: [0, 1.05 * highest] },
      legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top' },
    },
  };
}

function line({ name, density, color, dash, filled }: DensityCurve, range: readonly [number, number]): Trace {
  return {
    ...densityCurve(density, range, CURVE_POINTS),
    name,
    line: { color, width: 2.5, dash: dash ?? 'solid', simplify: false },
    ...(filled ? { fill: 'tozeroy', fillcolor: translucent(color, 0.3) } : {}),
    hovertemplate: '%{x:.2f}: %{y:.3f}<extra></extra>',
  };
}

/**
 * A density at the midpoints of equal parts of a range, as a line.
 *
 * @throws TypeError or RangeError that names the argument that is none
 */
export function densityCurve(density: Density, range: readonly [number, number], points: number): Trace {
  requireDensity('density', density);
  requireEdges('range', range);
  requirePositiveInteger('points', points);
  const [from, to] = range;
  const x = Array.from({ length: points }, (_, i) => from + ((i + 1 / 2) * (to - from)) / points);
  return { type: 'scatter', mode: 'lines', x, y: Array.from(density.logDensity(x), exp) };
}
