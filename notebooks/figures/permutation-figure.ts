import type { PermutationTestResult } from 'reverse-bottleneck';
import { type Figure, palette } from 'reverse-bottleneck/notebook';

export interface PermutationFigureOptions {
  readonly title: string;
  /** What the statistic is, with its unit. */
  readonly statistic: string;
}

/** What permuted data give, as a histogram, and what the data themselves give, as a line through it. */
export function permutationFigure(
  { value, null: permuted }: PermutationTestResult,
  { title, statistic }: PermutationFigureOptions,
): Figure {
  return {
    data: [{ type: 'histogram', name: 'permuted', x: permuted, marker: { color: palette.skyBlue } }],
    layout: {
      title: { text: title },
      xaxis: { title: { text: statistic } },
      yaxis: { title: { text: 'number of permutations' } },
      shapes: [
        {
          type: 'line',
          name: 'as observed',
          showlegend: true,
          yref: 'paper',
          ...{ x0: value, x1: value, y0: 0, y1: 1 },
          line: { color: palette.vermillion, width: 4 },
        },
      ],
      showlegend: true,
      legend: { orientation: 'h', x: 0, y: -0.2, yanchor: 'top' },
    },
  };
}
