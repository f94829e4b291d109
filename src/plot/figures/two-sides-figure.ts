import type { EntropySystem } from '../../information/entropy-system.js';
import { evaluate } from '../../information/evaluate.js';
import { requireFinite, requireList, requireText } from '../../numeric/arguments.js';
import { listOf, optional, record, requireString } from '../../numeric/shape.js';
import type { Figure, Trace } from '../figure.js';
import { palette } from '../theme.js';
import { panelsFigure } from './panels-figure.js';

/** An inequality, left side ≤ right side, in the language of claims. */
export interface TwoSides {
  readonly name: string;
  readonly left: string;
  readonly right: string;
}

/** Systems along the values of a knob. */
export interface TurnedKnob {
  readonly label: string;
  readonly values: readonly number[];
  readonly systems: readonly EntropySystem[];
  /** Stands above the panel. */
  readonly heading?: string;
}

export interface TwoSidesFigureOptions {
  readonly title: string;
  /** A row each. */
  readonly inequalities: readonly TwoSides[];
  /** A column each. */
  readonly knobs: readonly TurnedKnob[];
}

const requireOptions = record<TwoSidesFigureOptions>({
  title: requireText,
  inequalities: listOf(record<TwoSides>({ name: requireText, left: requireText, right: requireText })),
  knobs: listOf(
    record<TurnedKnob>({
      label: requireText,
      values: listOf(requireFinite),
      systems: requireList,
      heading: optional(requireString),
    }),
  ),
});

const ROW = 220;

/**
 * Left and right sides of inequalities, in bits, as knobs are turned.
 *
 * @throws TypeError or RangeError that names the option that is none
 */
export function twoSidesFigure(options: TwoSidesFigureOptions): Figure {
  requireOptions('options', options);
  const { title, inequalities, knobs } = options;
  const panels = inequalities.flatMap(({ name, left, right }) =>
    knobs.map(({ label, heading, values, systems }) => {
      const side = (expression: string, style: Trace): Trace => ({
        ...style,
        x: values,
        y: systems.map((system) => evaluate(expression, system) / Math.LN2),
        mode: 'lines',
        hovertemplate: `${style.name}, %{x}: %{y:.3f} bits<extra></extra>`,
      });
      const traces = [
        side(left, { name: 'left side', line: { color: palette.vermillion, width: 4 } }),
        side(right, { name: 'right side', line: { color: palette.skyBlue, width: 2.5, dash: 'dash' } }),
      ];
      return { x: label, y: `sides of ${name} (bits)`, traces, ...(heading !== undefined && { heading }) };
    }),
  );
  return panelsFigure({ title, panels, columns: knobs.length, height: 180 + ROW * inequalities.length });
}
