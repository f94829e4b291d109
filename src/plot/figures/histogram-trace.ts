import { brief } from '../../numeric/arguments.js';
import { greatest } from '../../numeric/extremes.js';
import { type SampleInput, toSamples } from '../../numeric/samples.js';
import { record, requireEdges, requireString } from '../../numeric/shape.js';
import { requireTrace, type Trace } from '../figure.js';
import { formatNumber } from '../number.js';
import { requireColour, translucent } from '../theme.js';

/** Opacity of the bars; curves are drawn over them. */
const OPACITY = 0.4;

export interface HistogramOptions {
  /** What was drawn; the legend adds how many and what the error bars are. */
  readonly name: string;
  /** On the line. */
  readonly points: SampleInput;
  readonly color: string;
  /** Ends of the bins, ascending. A point on an edge is counted in the bin above it. */
  readonly edges: readonly number[];
}

const requireOptions = record<HistogramOptions>({
  name: requireString,
  points: toSamples,
  color: requireColour,
  edges: requireEdges,
});

/**
 * Draws on a line as bars whose areas are shares of all draws, with two standard errors of each height.
 *
 * @throws TypeError or RangeError that names the option that is none
 */
export function histogramTrace(options: HistogramOptions): Trace {
  requireOptions('options', options);
  const { name, points, color, edges } = options;
  const { data, n } = toSamples('points', points);
  const widths = edges.slice(1).map((to, i) => to - edges[i]);
  const counts = widths.map(() => 0);
  for (const value of data) {
    const bin = edges.findIndex((edge) => value < edge) - 1; // −1 below all edges, −2 above
    if (bin >= 0) counts[bin]++;
  }
  return {
    type: 'bar',
    x: widths.map((width, i) => edges[i] + width / 2),
    y: counts.map((count, i) => count / (n * widths[i])),
    width: widths,
    marker: { color: translucent(color, OPACITY), line: { width: 0 } },
    error_y: {
      type: 'data',
      array: counts.map((count, i) => (2 * Math.sqrt(count * (1 - count / n))) / (n * widths[i])),
      color: translucent(color, 0.7),
      thickness: 1,
      width: 0,
    },
    name: `${name} (${formatNumber(n)} draws, ± 2 standard errors)`,
    hovertemplate: '%{x:.2f}: %{y:.3f} ± %{error_y.array:.3f}<extra></extra>',
  };
}

/**
 * The greatest height of a histogram, error bars included.
 *
 * @throws TypeError unless the trace is one of {@link histogramTrace}
 */
export function highestBar(trace: Trace): number {
  requireTrace('trace', trace);
  const { y, error_y: error } = trace;
  const array = (error as { array?: number[] } | undefined)?.array;
  if (trace.type !== 'bar' || !array) throw new TypeError(`trace must be a histogram, got ${brief(trace)}`);
  return greatest((y as number[]).map((height, i) => height + array[i]));
}
