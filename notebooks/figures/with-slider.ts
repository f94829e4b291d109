import { type Figure, frameSlider, type Layout, symbolMarkup } from 'reverse-bottleneck/notebook';
import type { Knob } from './sweep-figure.js';

/** Room for the slider, in pixels. */
const SLIDER = 90;

/**
 * One figure for all positions of a knob, which a slider chooses; at first it stands in the middle. Axes are long enough
 * for every position.
 *
 * @param figureAt what is shown where the knob has its value of this index; the same traces for each
 * @throws RangeError if the knob has no values
 */
export function withSlider({ label, values }: Knob, figureAt: (value: number, index: number) => Figure): Figure {
  if (values.length === 0) throw new RangeError(`the knob '${label}' must have values`);
  const figures = values.map(figureAt);
  const start = Math.floor((values.length - 1) / 2);
  const { data, layout = {} } = figures[start];
  return {
    data,
    layout: {
      ...layout,
      ...commonAxes(figures),
      height: layout.height! + SLIDER,
      // Below the titles of the axes.
      sliders: [{ ...frameSlider(symbolMarkup(label), values.map(String), start), pad: { t: 56 } }],
    },
    frames: figures.map((figure, i) => ({ name: String(values[i]), data: figure.data })),
  };
}

function commonAxes(figures: readonly Figure[]): Layout {
  const layouts = figures.map(({ layout = {} }) => layout as Record<string, { range?: readonly number[] }>);
  const names = Object.keys(layouts[0]).filter((name) => /^[xy]axis\d*$/.test(name) && layouts[0][name].range);
  return Object.fromEntries(
    names.map((name) => {
      const ends = layouts.flatMap((layout) => layout[name].range!);
      return [name, { ...layouts[0][name], range: [Math.min(...ends), Math.max(...ends)] }];
    }),
  );
}
