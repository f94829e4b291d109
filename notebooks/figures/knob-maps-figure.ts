import { type Figure, panelsFigure, type Trace } from 'reverse-bottleneck/notebook';
import type { Knob } from './sweep-figure.js';

/** A quantity over two knobs. */
export interface KnobMap {
  readonly name: string;
  /** Rows are values of the vertical knob. */
  readonly values: readonly (readonly number[])[];
  /** Between lines of equal value. */
  readonly step: number;
  /** The colours run from the first to the last; the same in figures that are to be compared. */
  readonly range: readonly [least: number, greatest: number];
}

export interface KnobMapsFigureOptions {
  readonly title: string;
  readonly across: Knob;
  readonly up: Knob;
  readonly maps: readonly KnobMap[];
}

/** The light half of Viridis, on which black figures can be read. */
const COLOURS = [
  [0, '#21918c'],
  [0.25, '#35b779'],
  [0.5, '#6ece58'],
  [0.75, '#b5de2b'],
  [1, '#fde725'],
];

/** Maps of quantities over the same two knobs, side by side, with their values on lines of equal value. */
export function knobMapsFigure({ title, across, up, maps }: KnobMapsFigureOptions): Figure {
  const panels = maps.map((map) => ({
    x: across.label,
    y: up.label,
    heading: map.name,
    traces: [contours(map, across, up)],
  }));
  return panelsFigure({ title, panels, columns: maps.length, height: 430 });
}

function contours({ name, values, step, range }: KnobMap, across: Knob, up: Knob): Trace {
  const [least, greatest] = range;
  return {
    type: 'contour',
    x: across.values,
    y: up.values,
    z: values,
    zmin: least,
    zmax: greatest,
    colorscale: COLOURS,
    showscale: false,
    contours: {
      start: least + step,
      end: greatest,
      size: step,
      showlabels: true,
      labelfont: { color: '#000000', size: 12 },
    },
    line: { color: 'rgba(0,0,0,0.5)', width: 1 },
    hovertemplate: `(%{x:.2f}, %{y:.2f}): ${name} = %{z:.3f}<extra></extra>`,
  };
}
