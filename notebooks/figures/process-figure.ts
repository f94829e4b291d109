import {
  type Density,
  highestDensityRegion,
  planeGrid,
  type SampleInput,
  toMatrix,
  toSamples,
} from 'reverse-bottleneck';
import {
  columns,
  densityCurve,
  type Figure,
  highestBar,
  histogramTrace,
  outlineTrace,
  palette,
  type Trace,
  translucent,
} from 'reverse-bottleneck/notebook';

type Range = readonly [from: number, to: number];

/** A stage of the generation process: the law of what is there, and draws of it. */
export interface ProcessStage {
  /** On the line or in the plane. */
  readonly density: Density;
  /** n×d. */
  readonly sample: SampleInput;
  /** What of the line or the plane is shown: a range for each coordinate. */
  readonly window: readonly Range[];
  /** Another law to compare with, dotted. */
  readonly reference?: { readonly density: Density; readonly name: string; readonly color: string };
}

export interface ProcessFigureOptions {
  readonly title: string;
  /** S_anchor, p, M(p) and S_gen. */
  readonly stages: readonly [ProcessStage, ProcessStage, ProcessStage, ProcessStage];
  /** What takes M(p) to S_gen, such as `+ ε`. */
  readonly revision: string;
}

const STYLES = [
  { variable: 'S<sub>anchor</sub>', law: '<i>D</i>', axis: 'x', colour: palette.orange },
  { variable: 'p', law: '<i>D</i><sub>p</sub>', axis: 'p', colour: palette.orange },
  { variable: 'M(p)', law: '<i>D</i><sub>M</sub>(·|p)', axis: 'x', colour: palette.skyBlue },
  { variable: 'S<sub>gen</sub>', law: '<i>D</i><sub>gen</sub>', axis: 'x', colour: palette.blue },
] as const;

const SIZE = { width: 860, height: 460 };
/** Distance from one panel to the next, and width of a panel, as shares of the width. */
const [PITCH, WIDTH] = [0.265, 0.205];
/** Heights of the panels' feet and of the chain below, as shares of the height. */
const [FOOT, CHAIN] = [0.34, 0.1];
/** Most bars of a histogram; fewer for fewer points. */
const BINS = 30;
const CURVE_POINTS = 320;
const CELLS = 120;
const LINE_COLOUR = '#888888';

/**
 * Figure 1 (a): below, the generation process from S_anchor to S_gen; above each of its stages, the distribution there.
 * Bars or points are drawn, lines are computed: densities on the line, highest-density regions of 50 and 90 % in the plane.
 */
export function processFigure({ title, stages, revision }: ProcessFigureOptions): Figure {
  const [first] = stages;
  const inPlane = first.density.dimension === 2;
  const data = stages.flatMap((stage, k) => [
    ...(inPlane ? planeTraces : lineTraces)(stage, k),
    ...referenceTraces(stage, k),
  ]);
  const highest = inPlane ? Number.NaN : highestOf(data);
  return {
    data,
    layout: {
      ...SIZE,
      title: { text: title },
      margin: { l: 56, r: 16, t: 84, b: 44 },
      bargap: 0,
      ...Object.fromEntries(
        stages.flatMap(({ window }, k) => (inPlane ? planeAxes(window, k) : lineAxes(window, k, highest))),
      ),
      annotations: [...STYLES.flatMap(stageLabels), ...[`φ<sub>T</sub>`, 'M', revision].flatMap(stepLabels)],
      legend: { orientation: 'h', x: 0.5, xanchor: 'center', y: -0.02, yanchor: 'top' },
    },
  };
}

/** Densities of all stages have one scale, which is written at the first. */
function lineAxes([range]: readonly Range[], k: number, highest: number): [string, object][] {
  const vertical = { range: [0, 1.05 * highest], nticks: 6, showticklabels: k === 0, ticks: k === 0 ? 'outside' : '' };
  return [
    [`xaxis${suffix(k)}`, { ...horizontal(k), range, title: { text: STYLES[k].axis, standoff: 2 } }],
    [`yaxis${suffix(k)}`, { ...vertical, ...upright(k), title: { text: k === 0 ? 'density' : '', standoff: 6 } }],
  ];
}

/** Both coordinates of all stages have one scale. */
function planeAxes([x, y]: readonly Range[], k: number): [string, object][] {
  const [first, second] = [1, 2].map((coordinate) => `${STYLES[k].axis}<sub>${coordinate}</sub>`);
  return [
    [`xaxis${suffix(k)}`, { ...horizontal(k), range: x, dtick: 2, title: { text: first, standoff: 2 } }],
    [
      `yaxis${suffix(k)}`,
      { ...upright(k), range: y, dtick: 2, scaleanchor: name('x', k), title: { text: second, standoff: 0 } },
    ],
  ];
}

const AXIS = { zeroline: false, tickfont: { size: 11 }, automargin: false };

function horizontal(k: number) {
  return { ...AXIS, domain: [k * PITCH, k * PITCH + WIDTH], anchor: name('y', k), nticks: 6 };
}

function upright(k: number) {
  return { ...AXIS, domain: [FOOT, 1], anchor: name('x', k) };
}

function lineTraces({ density, sample, window: [range] }: ProcessStage, k: number): Trace[] {
  const { colour: color } = STYLES[k];
  const bins = Math.min(BINS, Math.ceil(3 * Math.cbrt(toSamples('sample', sample).n)));
  const edges = Array.from({ length: bins + 1 }, (_, i) => range[0] + (i * (range[1] - range[0])) / bins);
  return [
    {
      ...histogramTrace({ name: '', points: sample, color, edges }),
      ...on(k),
      name: 'draws, ± 2 standard errors',
      ...legendFor('drawn', k),
    },
    {
      ...densityCurve(density, range, CURVE_POINTS),
      ...on(k),
      line: { color, width: 2.5, simplify: false },
      name: 'computed density',
      ...legendFor('computed', k),
      hoverinfo: 'skip',
    },
  ];
}

/** The greatest height of curves and bars. */
function highestOf(traces: readonly Trace[]): number {
  return Math.max(...traces.flatMap((trace) => (trace.type === 'bar' ? highestBar(trace) : (trace.y as number[]))));
}

function planeTraces({ density, sample, window: [x, y] }: ProcessStage, k: number): Trace[] {
  const { colour } = STYLES[k];
  const grid = planeGrid({ x, y, cells: CELLS });
  const regions = [0.9, 0.5].map((probability) => {
    const { outlines } = highestDensityRegion(density, probability, grid);
    return { ...outlineTrace(outlines, { colour, opacity: 0.25 }), ...on(k), name: 'regions that hold 50 and 90 %' };
  });
  return [
    {
      ...columns(toMatrix(toSamples('sample', sample))),
      ...on(k),
      type: 'scatter',
      mode: 'markers',
      marker: { color: LINE_COLOUR, size: 3, opacity: 0.7 },
      name: 'draws',
      ...legendFor('drawn', k),
      hovertemplate: '(%{x:.2f}, %{y:.2f})<extra></extra>',
    },
    { ...regions[0], ...legendFor('computed', k) },
    { ...regions[1], showlegend: false },
  ];
}

function referenceTraces({ reference, window: [x, y] }: ProcessStage, k: number): Trace[] {
  if (!reference) return [];
  const { density, name: text, color } = reference;
  const style = { color, width: 1.8, dash: 'dot', simplify: false };
  const trace = y
    ? outlineTrace(highestDensityRegion(density, 0.9, planeGrid({ x, y, cells: CELLS })).outlines, {
        colour: color,
        opacity: 0,
      })
    : densityCurve(density, x, CURVE_POINTS);
  return [{ ...trace, ...on(k), line: style, name: text, hoverinfo: 'skip' }];
}

/** The law above the panel, and what follows it below. */
function stageLabels({ variable, law, colour }: (typeof STYLES)[number], k: number): object[] {
  const x = k * PITCH + WIDTH / 2;
  return [
    { ...paper(x, 1), yshift: 18, text: `<b>${law}</b>`, font: { size: 17 } },
    {
      ...paper(x, CHAIN),
      text: variable,
      font: { size: 15 },
      width: 62,
      bordercolor: colour,
      borderwidth: 1.5,
      borderpad: 5,
      bgcolor: translucent(colour, 0.15),
    },
  ];
}

/** What takes one stage to the next, with arrows: between the panels for the laws, below for the process. */
function stepLabels(text: string, k: number): object[] {
  const x = k * PITCH + (PITCH + WIDTH) / 2;
  const arrow = { text: '', showarrow: true, arrowcolor: LINE_COLOUR, ay: 0 };
  return [
    { ...paper(x, 1), ...arrow, ax: -36, xshift: 18, yshift: 18 },
    { ...paper(x, CHAIN), text: `<b>${text}</b>`, font: { size: 15 } },
    { ...paper(x, CHAIN), ...arrow, ax: -18, xshift: -19 },
    { ...paper(x, CHAIN), ...arrow, ax: -18, xshift: 37 },
  ];
}

function paper(x: number, y: number) {
  return { x, y, xref: 'paper', yref: 'paper', xanchor: 'center', yanchor: 'middle', showarrow: false };
}

function on(k: number) {
  return { xaxis: name('x', k), yaxis: name('y', k) };
}

function name(axis: 'x' | 'y', k: number): string {
  return `${axis}${suffix(k)}`;
}

function suffix(k: number): string {
  return k === 0 ? '' : String(k + 1);
}

/** One entry in the legend for the traces of all panels. */
function legendFor(group: string, k: number) {
  return { legendgroup: group, showlegend: k === 3 };
}
