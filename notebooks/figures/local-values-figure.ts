import type { Matrix } from 'ml-matrix';
import type { Figure } from 'reverse-bottleneck/notebook';

export interface LocalValuesFigureOptions {
  readonly title: string;
  /** Points, one coordinate each (n×1). */
  readonly x: Matrix;
  readonly y: Matrix;
  /** A value for each point, in nats. */
  readonly values: ArrayLike<number>;
}

/** Points of the plane, coloured by a local value such as {@link localMutualInformationKsg}. */
export function localValuesFigure({ title, x, y, values }: LocalValuesFigureOptions): Figure {
  const colorbar = { title: { text: 'nats' } };
  // The outline keeps the darkest points apart from a dark ground, and the lightest from a light one.
  const outline = { color: '#888888', width: 0.5 };
  return {
    data: [
      {
        type: 'scatter',
        mode: 'markers',
        x: x.getColumn(0),
        y: y.getColumn(0),
        marker: { size: 6, color: Array.from(values), colorscale: 'Viridis', colorbar, line: outline },
      },
    ],
    layout: { title: { text: title }, xaxis: { title: { text: 'x' } }, yaxis: { title: { text: 'y' } } },
  };
}
