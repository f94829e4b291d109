import { brief, requireNonNegativeInteger, requireRecord, requireText } from '../numeric/arguments.js';
import { listOf, optional, record } from '../numeric/shape.js';
import { defaultSize } from './theme.js';

/** A figure as plotly describes it: https://plotly.com/javascript/reference/. */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout?: Layout;
  readonly config?: Readonly<Record<string, unknown>>;
  /** States that sliders of the layout change the figure to; a still shows the figure as it is without them. */
  readonly frames?: readonly Frame[];
}

/** New values for some traces and parts of the layout. */
export interface Frame {
  readonly name: string;
  readonly data: readonly Trace[];
  /** Which traces those in `data` change, by index. */
  readonly traces?: readonly number[];
  readonly layout?: Layout;
}

/** One plotly trace. Lists of numbers may be plain or typed arrays; numbers that are not finite leave a gap. */
export interface Trace {
  readonly type?: string;
  readonly [attribute: string]: unknown;
}

/** A plotly layout. A figure without `width` and `height` is 720 by 420 pixels; one without `template` has the house style. */
export interface Layout {
  readonly width?: number;
  readonly height?: number;
  readonly [attribute: string]: unknown;
}

/** A figure as plain JSON data, its size and margins settled. */
export interface PlainFigure {
  readonly data: readonly Trace[];
  readonly layout: Layout & { readonly width: number; readonly height: number };
  readonly config: Readonly<Record<string, unknown>>;
  readonly frames?: readonly Frame[];
}

/** @throws TypeError unless the value is an object; what is in it is plotly's to judge */
export function requireTrace(name: string, value: Trace): void {
  requireRecord(name, value);
}

const requireFigure = record<Figure>({
  data: listOf(requireTrace),
  layout: optional(requireRecord),
  config: optional(requireRecord),
  frames: optional(
    listOf(
      record<Frame>({
        name: requireText,
        data: listOf(requireTrace),
        traces: optional(listOf(requireNonNegativeInteger)),
        layout: optional(requireRecord),
      }),
    ),
  ),
});

const CONFIG = { displaylogo: false, modeBarButtonsToRemove: ['lasso2d', 'select2d'] };

/**
 * The figure as JSON holds it, with what plotly cannot find out for itself: its size and the room for its title.
 *
 * @throws RangeError if the size is not positive
 * @throws TypeError if `data` is not a list of traces, or something else is none of what a figure has
 */
export function settleFigure(figure: Figure): PlainFigure {
  requireFigure('figure', figure);
  const { data, layout = {}, config = {}, frames } = figure;
  for (const side of ['width', 'height'] as const) {
    const value = layout[side] ?? defaultSize[side];
    if (!(value > 0 && value < Infinity))
      throw new RangeError(`layout.${side} must be a positive number of pixels, got ${brief(value)}`);
  }
  const title = titleText(layout);
  const margin = { t: title === '' ? 24 : roomForTitle(title), ...(layout.margin as object | undefined) };
  const settled = { data, layout: { ...defaultSize, ...layout, margin }, config: { ...CONFIG, ...config }, frames };
  return JSON.parse(JSON.stringify(settled, plainValue)) as PlainFigure;
}

/** The title's text in plotly's markup, empty if there is none. */
export function titleText(layout: Layout): string {
  const text = (layout.title as { text?: unknown } | undefined)?.text;
  return typeof text === 'string' ? text : '';
}

/** Pixels above the plots that a title needs, line by line. */
export function roomForTitle(title: string): number {
  return 34 + 21 * title.split(/<br[^>]*>/).length;
}

const SIGNIFICANT_DIGITS = 9;

/** Typed arrays become lists; fractions keep nine digits: more cannot be seen, and the last ones differ between machines. */
function plainValue(_key: string, value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(SIGNIFICANT_DIGITS));
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float64Array) : value;
}
