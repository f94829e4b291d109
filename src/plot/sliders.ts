import { brief, requireFunction, requireNonNegativeInteger, requireText } from '../numeric/arguments.js';
import { type Check, listOf, record, requirePlace } from '../numeric/shape.js';
import { type Frame, requireTrace, type Trace } from './figure.js';

/** A slider under a figure: a label, its positions, and the index of the one it starts at. */
export interface Slider {
  /** Stands before the value. */
  readonly label: string;
  /** The positions, as they are written. */
  readonly values: readonly string[];
  readonly start: number;
}

/** What changes with the positions of sliders. */
export interface SliderState {
  readonly data: readonly Trace[];
  /** Which traces of the figure those in `data` change, by index. */
  readonly traces: readonly number[];
}

const requireSlider: Check<Slider> = (name, slider) => {
  record<Slider>({ label: requireText, values: listOf(requireText), start: requireNonNegativeInteger })(name, slider);
  requirePlace(`${name}.start`, slider.start, slider.values);
};

function requireSliders(name: string, sliders: readonly [Slider, Slider]): void {
  listOf(requireSlider)(name, sliders);
  if (sliders.length !== 2) throw new RangeError(`${name} must be two, got ${brief(sliders)}`);
}

const requireState = record<SliderState>({ data: listOf(requireTrace), traces: listOf(requireNonNegativeInteger) });

/**
 * Two sliders, one below the other, and a frame for each pair of positions: parts of a figure that reacts to both without a
 * kernel. Plotly's sliders do not know of each other, so each frame also tells them where they are to lead from there.
 *
 * @param state what the figure shows at the positions (i, j)
 */
export function crossedSliders(
  sliders: readonly [Slider, Slider],
  state: (i: number, j: number) => SliderState,
): { readonly frames: readonly Frame[]; readonly sliders: readonly Readonly<Record<string, unknown>>[] } {
  requireSliders('sliders', sliders);
  requireFunction('state', state);
  const [first, second] = sliders;
  const stateAt = (i: number, j: number) => {
    const shown = state(i, j);
    requireState(`state(${i}, ${j})`, shown);
    return shown;
  };
  const name = (i: number, j: number) => `${i},${j}`;
  const step = (label: string, i: number, j: number) => ({ label, method: 'animate', args: [[name(i, j)], AT_ONCE] });
  const leadingOnFrom = (i: number, j: number) => [
    { active: i, steps: first.values.map((label, to) => step(label, to, j)) },
    { active: j, steps: second.values.map((label, to) => step(label, i, to)) },
  ];
  const start = leadingOnFrom(first.start, second.start);
  return {
    frames: first.values.flatMap((_, i) =>
      second.values.map((_, j) => ({ name: name(i, j), ...stateAt(i, j), layout: { sliders: leadingOnFrom(i, j) } })),
    ),
    sliders: sliders.map(({ label }, k) => ({ ...start[k], currentvalue: { prefix: `${label}: ` } })),
  };
}

const AT_ONCE = { mode: 'immediate', transition: { duration: 0 }, frame: { duration: 0 } };
