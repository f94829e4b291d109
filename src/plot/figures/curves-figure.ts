import { requireText } from '../../numeric/arguments.js';
import { listOf, oneOf, optional, record, requireNumber } from '../../numeric/shape.js';
import type { Figure, Layout, Trace } from '../figure.js';

/** A quantity against the one along the horizontal axis. */
export interface Curve {
  /** In plotly's markup, as it stands in the legend. */
  readonly name: string;
  readonly y: readonly number[];
  readonly color: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
  /** Points without a line between them, at these places, in place of a curve over those of the axis. */
  readonly points?: readonly number[];
}

/** What an axis measures. */
export interface CurvesAxis {
  /** With the unit. */
  readonly label: string;
  /** Ticks of a logarithmic axis; one without is linear. */
  readonly logTicks?: readonly number[];
}

/** The two axes, and at which values of the horizontal one curves are given; few values are marked. */
export interface CurvesAxes {
  readonly x: CurvesAxis & { readonly values: readonly number[] };
  readonly y: CurvesAxis;
}

const numbers = listOf(requireNumber);
const requireAxes = record<CurvesAxes>({
  x: record<CurvesAxes['x']>({ label: requireText, logTicks: optional(numbers), values: numbers }),
  y: record<CurvesAxis>({ label: requireText, logTicks: optional(numbers) }),
});
const requireCurves = listOf(
  record<Curve>({
    name: requireText,
    y: numbers,
    color: requireText,
    dash: optional(oneOf('solid', 'dash', 'dot')),
    points: optional(numbers),
  }),
);

const LINE_WIDTH = 3;
const [MARKER, POINT] = [7, 11];
/** With more values than this, a curve is a line alone. */
const MARKED = 12;

/**
 * Curves over one axis, with a legend below them. A linear vertical axis shows zero.
 *
 * @throws TypeError or RangeError that names the part of an argument that is none
 */
export function curvesFigure(title: string, axes: CurvesAxes, curves: readonly Curve[]): Figure {
  requireText('title', title);
  requireAxes('axes', axes);
  requireCurves('curves', curves);
  const { x, y } = axes;
  const line = x.values.length > MARKED ? 'lines' : 'lines+markers';
  return {
    data: curves.map(
      ({ name, y, color, dash = 'solid', points }): Trace => ({
        type: 'scatter',
        mode: points ? 'markers' : line,
        name,
        x: points ?? x.values,
        y,
        line: { color, width: LINE_WIDTH, dash },
        marker: { color, size: points ? POINT : MARKER },
        cliponaxis: false,
      }),
    ),
    layout: {
      title: { text: title },
      xaxis: axis(x),
      yaxis: { rangemode: 'tozero', ...axis(y) },
      legend: { orientation: 'h', x: 0, y: -0.24, yanchor: 'top', traceorder: 'normal' },
    },
  };
}

function axis({ label, logTicks }: CurvesAxis): Layout {
  return { title: { text: label }, ...(logTicks && { type: 'log', tickvals: logTicks }) };
}
