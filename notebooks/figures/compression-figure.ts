import type { Matrix } from 'ml-matrix';
import type { Compressed, Compression, Outlines } from 'reverse-bottleneck';
import {
  columns,
  crossedSliders,
  type Figure,
  formatNumber,
  outlineTrace,
  palette,
  type Trace,
} from 'reverse-bottleneck/notebook';

export interface CompressionFigureOptions {
  readonly title: string;
  /** Positions of the sliders in the lists of `compressed`. */
  readonly start: readonly [strictness: number, kept: number];
  /** S_anchor, n×2. */
  readonly anchor: Matrix;
  /** What answers are curated by. */
  readonly curation: string;
}

/** As in the paper's Figure 1 (b): the task orange, the model blue, what is left of it deeper blue. */
const [TASK, MODEL, GENERATED] = [palette.orange, palette.skyBlue, palette.blue];
const LAWS = {
  task: '<i>D</i>',
  model: '<i>D</i><sub>M</sub>',
  prompted: '<i>D</i><sub>M</sub>(·|p)',
  generated: '<i>D</i><sub>gen</sub>',
} as const;
const DISTANCES = {
  sum: { name: 'sum of both, in (1)', colour: palette.vermillion, dash: 'solid' },
  task: { name: 'task divergence', colour: palette.orange, dash: 'dash' },
  generation: { name: 'generation divergence', colour: palette.blue, dash: 'dash' },
  direct: { name: `D<sub>TV</sub>(${LAWS.task}, ${LAWS.generated})`, colour: palette.green, dash: 'solid' },
} as const;

/** Those whose values stand at arrows on the left. */
const ARROWS = { task: true, generation: true };

type Distance = keyof typeof DISTANCES;
const NAMES = Object.keys(DISTANCES) as Distance[];

/**
 * Figure 1 (b): on the left 𝒟, 𝒟_M, 𝒟_M(·|p) and 𝒟_gen as the regions that hold 90 % of each; on the right the distances of
 * Lemma 3.1 against the strictness of prompts. Sliders choose the strictness and the share that curation keeps.
 */
export function compressionFigure(
  { task, model, compressed }: Compression,
  { title, start, anchor, curation }: CompressionFigureOptions,
): Figure {
  const strictness = compressed.map(([{ strictness: s }]) => formatNumber(s));
  const kept = compressed[0].map(({ kept: share }) => `${formatNumber(100 * share)} %`);
  const below = [region(model, MODEL, 0.12, 'model')];
  const above = [...taskTraces(task, model, compressed), points(anchor)];
  const moving = (i: number, j: number) => [
    ...generatedTraces(compressed[i][j], model),
    ...NAMES.flatMap((name) =>
      distanceTraces(
        compressed.map((row) => row[j]),
        name,
        i,
      ),
    ),
  ];
  const highest = Math.max(1, ...compressed.flat().map((step) => distance(step, 'sum')));
  const controls = crossedSliders(
    [
      { label: 'strictness s of prompts', values: strictness, start: start[0] },
      { label: `kept, ${curation}`, values: kept, start: start[1] },
    ],
    (i, j) => {
      const traces = moving(i, j);
      return { data: traces.map(coordinates), traces: traces.map((_, k) => below.length + k) };
    },
  );
  return {
    data: [...below, ...moving(...start), ...above],
    layout: {
      width: 860,
      height: 670,
      title: { text: title },
      margin: { l: 24, r: 20, b: 230 },
      xaxis: { domain: [0, 0.5], zeroline: false, showgrid: false, showticklabels: false, ticks: '' },
      yaxis: { scaleanchor: 'x', zeroline: false, showgrid: false, showticklabels: false, ticks: '' },
      xaxis2: {
        domain: [0.62, 1],
        anchor: 'y2',
        title: { text: 'strictness s of prompts' },
        tickvals: strictness.map((_, i) => i),
        ticktext: strictness,
        tickangle: 0,
        tickfont: { size: 11 },
        range: [-0.4, strictness.length - 0.6],
        zeroline: false,
      },
      yaxis2: { anchor: 'x2', title: { text: 'total-variation distance' }, range: [0, 1.1 * highest], zeroline: false },
      // A distance is 1 at most: where the sum is larger, (1) says nothing.
      shapes: [
        { type: 'line', xref: 'x2 domain', yref: 'y2', x0: 0, x1: 1, y0: 1, y1: 1, line: { dash: 'dot', width: 2 } },
      ],
      legend: { orientation: 'h', x: 0, y: -0.16, yanchor: 'top' },
      sliders: controls.sliders.map((slider, k) => ({
        ...slider,
        x: k === 0 ? 0 : 0.53,
        len: 0.47,
        y: -0.38,
        yanchor: 'top',
      })),
    },
    frames: controls.frames,
  };
}

function region(outlines: Outlines, colour: string, opacity: number, law: keyof typeof LAWS): Trace {
  return {
    ...outlineTrace(outlines, { colour, opacity }),
    name: LAWS[law],
    legendrank: Object.keys(LAWS).indexOf(law),
  };
}

/** 𝒟 and the names of 𝒟 and 𝒟_M, and the task divergence, below all regions. */
function taskTraces(task: Outlines, model: Outlines, compressed: Compression['compressed']): Trace[] {
  const [own, other] = [extent(task), extent(model)];
  const bottom = Math.min(...compressed.map(([{ prompted }]) => extent(prompted).bottom), own.bottom, other.bottom);
  const text = `task divergence ${formatNumber(compressed[0][0].task, 2)}`;
  return [
    { ...region(task, TASK, 0, 'task'), line: { color: TASK, width: 3.5 } },
    label(own.left - GAP, (own.bottom + own.top) / 2, LAWS.task, TASK),
    label(other.right - GAP, (other.bottom + other.top) / 2, LAWS.model, MODEL),
    ...distanceArrow(own.middle, other.middle, bottom - GAP, -GAP, TASK, text),
  ];
}

/** 𝒟_M(·|p) and 𝒟_gen with its name, and the generation divergence, above all regions. */
function generatedTraces({ prompted, generated, generation }: Compressed, model: Outlines): Trace[] {
  const [own, other] = [extent(generated), extent(model)];
  const text = `generation divergence ${formatNumber(generation, 2)}`;
  return [
    region(prompted, MODEL, 0.4, 'prompted'),
    region(generated, GENERATED, 0.55, 'generated'),
    label(own.middle, (own.bottom + own.top) / 2, LAWS.generated),
    ...distanceArrow(own.middle, other.middle, other.top + GAP, GAP, GENERATED, text),
  ];
}

/** Between regions, arrows and what is written at them, in units of the plane. */
const GAP = 0.45;

function extent(outlines: Outlines) {
  const [x, y] = ([0, 1] as const).map((axis) => outlines.flatMap((line) => line.map((point) => point[axis])));
  const [left, right, bottom, top] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  return { left, right, bottom, top, middle: (left + right) / 2 };
}

function label(x: number, y: number, law: string, color?: string): Trace {
  return { ...POINTER, x: [x], y: [y], mode: 'text', text: [`<b>${law}</b>`], textfont: { size: 18, color } };
}

function points(anchor: Matrix): Trace {
  const marker = { color: TASK, size: 5, line: { color: '#ffffff', width: 0.5 } };
  return {
    ...columns(anchor),
    type: 'scatter',
    mode: 'markers',
    marker,
    name: 'S<sub>anchor</sub>',
    hoverinfo: 'skip',
  };
}

const POINTER = { type: 'scatter', showlegend: false, hoverinfo: 'skip' } as const;

/** An arrow with two heads, and what it stands for at some height above it. */
function distanceArrow(from: number, to: number, y: number, above: number, color: string, text: string): Trace[] {
  const [left, right] = from < to ? [from, to] : [to, from];
  const marker = { color, size: 11, symbol: ['triangle-left', 'triangle-right'] };
  return [
    { ...POINTER, x: [left, right], y: [y, y], mode: 'lines+markers', line: { color, width: 2 }, marker },
    { ...POINTER, x: [(left + right) / 2], y: [y + above], mode: 'text', text: [text], textfont: { size: 14 } },
  ];
}

/** A line over all strictnesses, and a point with its value at the one chosen. */
function distanceTraces(row: readonly Compressed[], name: Distance, chosen: number): Trace[] {
  const { colour, dash } = DISTANCES[name];
  const y = row.map((step) => distance(step, name));
  const shared = { xaxis: 'x2', yaxis: 'y2', type: 'scatter' };
  return [
    {
      ...shared,
      x: y.map((_, i) => i),
      y,
      mode: 'lines',
      line: { color: colour, width: 2.5, dash },
      name: DISTANCES[name].name,
    },
    {
      ...shared,
      x: [chosen],
      y: [y[chosen]],
      mode: name in ARROWS ? 'markers' : 'markers+text',
      text: [formatNumber(y[chosen], 2)],
      textposition: name === 'sum' ? 'top center' : 'bottom center',
      marker: { color: colour, size: 9 },
      cliponaxis: false,
      showlegend: false,
      hoverinfo: 'skip',
    },
  ];
}

function distance({ task, generation, direct }: Compressed, name: Distance): number {
  return { task, generation, direct, sum: task + generation }[name];
}

/** What of a trace depends on the sliders. */
function coordinates({ x, y, text }: Trace): Trace {
  return text === undefined ? { x, y } : { x, y, text };
}
