import {
  type Density,
  highestDensityRegion,
  type PlaneGridOptions,
  planeGrid,
  type SampleInput,
  toMatrix,
  toSamples,
} from 'reverse-bottleneck';
import { columns, type Figure, outlineTrace, type Trace } from 'reverse-bottleneck/notebook';

/** A density in the plane, and draws of it. */
export interface PlanePanel {
  readonly density: Density;
  /** n×2. */
  readonly sample: SampleInput;
  /** What of the plane is shown: a range for each coordinate, with 99 % of the density at least. */
  readonly window: Pick<PlaneGridOptions, 'x' | 'y'>;
  /** What was drawn, as the axes name it. */
  readonly variable: string;
}

export interface PlaneDensitiesFigureOptions {
  readonly title: string;
  readonly color: string;
  readonly panels: readonly [PlanePanel, PlanePanel];
}

const PROBABILITIES = [0.9, 0.7, 0.5, 0.3, 0.1];
const CELLS = 140;
const TOLERANCE = 0.003;
/** Between themes: seen on light and on dark ground. */
const DOT_COLOUR = '#888888';

/**
 * Two densities in the plane side by side, each as its smallest regions that hold 10, 30, 50, 70 and 90 %, over draws: of
 * these, 20 % are expected between two lines.
 */
export function planeDensitiesFigure({ title, color, panels }: PlaneDensitiesFigureOptions): Figure {
  return {
    data: panels.flatMap((panel, k) => [...regions(panel, color, k), dots(panel, k)]),
    layout: {
      width: 860,
      height: 460,
      title: { text: title },
      grid: { rows: 1, columns: 2, pattern: 'independent', xgap: 0.16 },
      ...Object.fromEntries(panels.flatMap(axes)),
      legend: { orientation: 'h', x: 0, y: -0.18, yanchor: 'top' },
    },
  };
}

function axes({ window: { x, y }, variable }: PlanePanel, k: number): [string, object][] {
  const suffix = k === 0 ? '' : k + 1;
  return [
    [`xaxis${suffix}`, { title: { text: `first coordinate of ${variable}` }, range: x, zeroline: false }],
    [`yaxis${suffix}`, { title: { text: `second coordinate of ${variable}` }, range: y, zeroline: false }],
  ];
}

function regions({ density, window: { x, y } }: PlanePanel, colour: string, k: number): Trace[] {
  const grid = planeGrid({ x, y, cells: CELLS });
  return PROBABILITIES.map((probability, i) => ({
    ...outlineTrace(highestDensityRegion(density, probability, grid).outlines, {
      colour,
      opacity: 0.12,
      width: 1.5,
      tolerance: TOLERANCE,
    }),
    ...on(k),
    name: 'regions that hold 10, 30, 50, 70 and 90 % of the probability',
    showlegend: k === 0 && i === 0,
  }));
}

function dots({ sample }: PlanePanel, k: number): Trace {
  return {
    ...columns(toMatrix(toSamples('sample', sample))),
    ...on(k),
    type: 'scatter',
    mode: 'markers',
    marker: { color: DOT_COLOUR, size: 3, opacity: 0.8 },
    name: 'draws',
    showlegend: k === 0,
    hovertemplate: '(%{x:.2f}, %{y:.2f})<extra></extra>',
  };
}

function on(k: number) {
  return k === 0 ? {} : { xaxis: `x${k + 1}`, yaxis: `y${k + 1}` };
}
