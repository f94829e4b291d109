import type { Figure, Trace } from '../figure.js';

export interface CurvesFigureOptions {
  readonly title: string;
  /** Where the curves are known, and what that is, with its unit. */
  readonly x: { readonly title: string; readonly values: readonly number[] };
  readonly y: { readonly title: string; readonly range?: readonly [number, number] };
  readonly curves: readonly Curve[];
}

/** A function of x, at the values of x. */
export interface Curve {
  readonly name: string;
  readonly y: readonly number[];
  readonly color: string;
  readonly dash?: 'solid' | 'dash' | 'dot';
  readonly width?: number;
}

/** Functions of one variable, with a legend where there is more than one. */
export function curvesFigure({ title, x, y, curves }: CurvesFigureOptions): Figure {
  return {
    data: curves.map(
      ({ name, y: heights, color, dash = 'solid', width = 3 }): Trace => ({
        type: 'scatter',
        mode: 'lines',
        name,
        x: x.values,
        y: heights,
        line: { color, dash, width },
      }),
    ),
    layout: {
      title: { text: title },
      xaxis: { title: { text: x.title } },
      yaxis: { title: { text: y.title }, ...(y.range && { range: y.range }) },
      showlegend: curves.length > 1,
      legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top' },
    },
  };
}
