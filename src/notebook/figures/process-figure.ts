import { highestDensityRegion } from '../../density/best-share.js';
import type { Density } from '../../density/density.js';
import { planeGrid } from '../../density/plane-grid.js';
import { type SampleInput, toMatrix, toSamples } from '../../numeric/samples.js';
import type { Figure, Trace } from '../figure.js';
import { palette, translucent } from '../theme.js';
import { columns } from './component-outline.js';
import { outlineTrace } from './outline-trace.js';

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
  readonly reference?: { readonly density: Density; readonly name: string; readonly colour: string };
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

const SIZE = { width: 900, height: 450 };
/** Distance from one panel to the next, and width of a panel, as shares of the width. */
const [PITCH, WIDTH] = [0.26, 0.22];
/** Heights of the panels' feet and of the chain below, as shares of the height. */
const [FOOT, CHAIN] = [0.34, 0.1];
/** Most bars of a histogram; fewer for fewer points. */
const BINS = 40;
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
  return {
    data: stages.flatMap((stage, k) => [
      ...(inPlane ? planeTraces : lineTraces)(stage, k),
      ...referenceTraces(stage, k),
    ]),
    layout: {
      ...SIZE,
      title: { text: title },
      margin: { l: 34, r: 16, t: 84, b: 44 },
      bargap: 0,
      ...Object.fromEntries(stages.flatMap((stage, k) => axes(stage, k))),
      annotations: [...STYLES.flatMap(stageLabels), ...[`φ<sub>T</sub>`, 'M', revision].flatMap(stepLabels)],
      legend: { orientation: 'h', x: 0.5, xanchor: 'center', y: -0.02, yanchor: 'top' },
    },
  };
}

function axes({ window: [x, y] }: ProcessStage, k: number): [string, object][] {
  const domain = [k * PITCH, k * PITCH + WIDTH];
  const shared = { zeroline: false, tickfont: { size: 11 }, automargin: false };
  const horizontal = { ...shared, domain, range: x, anchor: name('y', k), nticks: 6 };
  const title = { text: STYLES[k].axis, standoff: 2 };
  const vertical = y
    ? { range: y, nticks: 6, title: { text: '' } }
    : { rangemode: 'tozero', showticklabels: false, ticks: '', title: { text: '' } };
  return [
    [`xaxis${suffix(k)}`, { ...horizontal, title: y ? { text: '' } : title }],
    [`yaxis${suffix(k)}`, { ...shared, ...vertical, domain: [FOOT, 1], anchor: name('x', k) }],
  ];
}

function lineTraces({ density, sample, window: [range] }: ProcessStage, k: number): Trace[] {
  const { colour } = STYLES[k];
  const { data, n } = toSamples('sample', sample);
  const bins = Math.min(BINS, Math.ceil(4 * Math.cbrt(n)));
  const width = (range[1] - range[0]) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const x of data) {
    const bin = Math.floor((x - range[0]) / width);
    if (bin >= 0 && bin < bins) counts[bin]++;
  }
  return [
    {
      ...on(k),
      type: 'bar',
      x: counts.map((_, bin) => range[0] + (bin + 0.5) * width),
      y: counts.map((count) => count / n / width),
      width,
      marker: { color: translucent(colour, 0.35), line: { width: 0 } },
      name: 'sampled',
      ...legendFor('sampled', k),
      hovertemplate: '%{x:.2f}: %{y:.3f}<extra>sampled</extra>',
    },
    {
      ...curve(density, range),
      ...on(k),
      line: { color: colour, width: 2.5 },
      name: 'computed',
      ...legendFor('computed', k),
    },
  ];
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
      name: 'sampled',
      ...legendFor('sampled', k),
      hovertemplate: '(%{x:.2f}, %{y:.2f})<extra>sampled</extra>',
    },
    { ...regions[0], ...legendFor('computed', k) },
    { ...regions[1], showlegend: false },
  ];
}

function referenceTraces({ reference, window: [x, y] }: ProcessStage, k: number): Trace[] {
  if (!reference) return [];
  const { density, name: text, colour } = reference;
  const style = { color: colour, width: 1.8, dash: 'dot' };
  const trace = y
    ? outlineTrace(highestDensityRegion(density, 0.9, planeGrid({ x, y, cells: CELLS })).outlines, {
        colour,
        opacity: 0,
      })
    : curve(density, x);
  return [{ ...trace, ...on(k), line: style, name: text }];
}

function curve(density: Density, [from, to]: Range): Trace {
  const x = Float64Array.from({ length: CURVE_POINTS + 1 }, (_, i) => from + (i * (to - from)) / CURVE_POINTS);
  return { x, y: density.logDensity(x).map(Math.exp), type: 'scatter', mode: 'lines', hoverinfo: 'skip' };
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
    { ...paper(x + 0.02, 1), ...arrow, ax: -36, yshift: 18 },
    { ...paper(x, CHAIN), text: `<b>${text}</b>`, font: { size: 15 } },
    { ...paper(x - 0.034, CHAIN), ...arrow, ax: -28 },
    { ...paper(x + 0.078, CHAIN), ...arrow, ax: -28 },
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
