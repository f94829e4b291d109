import { type EntropySystem, evaluate } from 'reverse-bottleneck';
import {
  type Figure,
  type Frame,
  frameSlider,
  type Layout,
  paddedRange,
  symbolMarkup,
  type Trace,
} from 'reverse-bottleneck/notebook';

/** What is turned, and through which values. */
export interface Knob {
  /** With a letter or unit, such as `'exploration ρ'`. */
  readonly label: string;
  readonly values: readonly number[];
}

/** A quantity that is drawn as a curve. */
export interface SweepCurve {
  /** May be in the language of claims, as titles and labels may. */
  readonly name: string;
  /** In the language of claims. */
  readonly expression: string;
  readonly color: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
  readonly width?: number;
}

export interface SweepFigureOptions {
  readonly title: string;
  /** Along the horizontal axis. */
  readonly knob: Knob;
  /** A second knob, which the reader of the page may move. */
  readonly slider: Knob;
  readonly curves: readonly SweepCurve[];
  /** The system where the two knobs stand at these values. */
  readonly system: (knob: number, slider: number) => EntropySystem;
  readonly unit: 'nats' | 'bits';
}

const WIDTH = 2.5;

/**
 * Quantities against a knob, for the position of a second one that a slider chooses; at first it stands in the middle. The
 * vertical axis is the same for all positions, so that curves can be compared.
 *
 * @throws RangeError if a knob has no values
 */
export function sweepFigure({ title, knob, slider, curves, system, unit }: SweepFigureOptions): Figure {
  for (const { label, values } of [knob, slider]) {
    if (values.length === 0) throw new RangeError(`the knob '${label}' must have values`);
  }
  const nats = unit === 'bits' ? Math.LN2 : 1;
  const heights = slider.values.map((position) => {
    const systems = knob.values.map((value) => system(value, position));
    return curves.map(({ expression }) => systems.map((at) => evaluate(expression, at) / nats));
  });
  const start = Math.floor((slider.values.length - 1) / 2);
  return {
    data: curves.map(
      (curve, i): Trace => ({
        type: 'scatter',
        mode: knob.values.length > 12 ? 'lines' : 'lines+markers',
        x: knob.values,
        y: heights[start][i],
        name: symbolMarkup(curve.name),
        line: { color: curve.color, dash: curve.dash ?? 'solid', width: curve.width ?? WIDTH },
      }),
    ),
    layout: layoutOf({ title, knob, slider, unit }, heights.flat(2), start),
    frames: slider.values.map(
      (_, s): Frame => ({ name: String(slider.values[s]), data: heights[s].map((y) => ({ y })) }),
    ),
  };
}

function layoutOf(
  { title, knob, slider, unit }: Omit<SweepFigureOptions, 'curves' | 'system'>,
  heights: readonly number[],
  start: number,
): Layout {
  return {
    width: 840,
    height: 500,
    title: { text: symbolMarkup(title) },
    xaxis: { title: { text: symbolMarkup(knob.label) } },
    yaxis: { title: { text: unit }, range: paddedRange(heights), zeroline: true },
    legend: { x: 1.02, y: 1 },
    // Below the title of the axis.
    sliders: [{ ...frameSlider(symbolMarkup(slider.label), slider.values.map(String), start), pad: { t: 56 } }],
  };
}
