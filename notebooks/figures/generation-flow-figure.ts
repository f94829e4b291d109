import { type EntropySystem, evaluate, type InformationFlow, informationFlow } from 'reverse-bottleneck';
import {
  anchorColour,
  type Figure,
  frameSlider,
  palette,
  syntheticColour,
  type Trace,
  visibilityButtons,
} from 'reverse-bottleneck/notebook';
import { bits, extent, layer, type Point, SOURCE_DISTANCE } from './flow-geometry.js';
import { BESIDE, columns, type FlowLook, flowTraces, format, LABEL_SIZE } from './flow-traces.js';

/** A generating process with the variables S_anchor, p, e_p, e_M, M, epsilon, S_gen and W, and its name on the slider. */
export interface LabelledSystem {
  readonly label: string;
  readonly system: EntropySystem;
}

const STAGES = ['S_anchor', 'p', 'e_p', 'M', 'S_gen', 'W'];
const SOURCES = { M: 'e_M', S_gen: 'epsilon' };
const NOISE = '#8a8a8a';
/** Between lines of text beside a bar, in bits. */
const LABEL_SPACING = 0.34;

const NAMES = {
  S_anchor: 'S<sub>anchor</sub>',
  p: 'p',
  e_p: 'e<sub>p</sub>',
  M: 'M(p)',
  S_gen: 'S<sub>gen</sub>',
  W: 'W',
  e_M: 'e<sub>M</sub>',
  epsilon: 'ε',
};

const ORIGINS = [
  { variable: 'S_anchor', name: 'from S<sub>anchor</sub>', colour: anchorColour },
  { variable: 'M', name: 'from e<sub>M</sub>', colour: syntheticColour },
  { variable: 'S_gen', name: 'from ε', colour: NOISE },
  { variable: 'W', name: 'training’s own chance', colour: palette.purple },
];

/** The flow that {@link generationFlowFigure} draws. */
export function generationFlow(system: EntropySystem): InformationFlow {
  return informationFlow(system, STAGES, SOURCES);
}

/**
 * The flow of information from S_anchor to W, with the terms of Lemma 4.5 where they act. A slider goes through the
 * systems if there are several; buttons lay the two Markov chains of §4.1 over it, as dashed lines.
 */
export function generationFlowFigure(
  systems: readonly LabelledSystem[],
  { title, slider = '', initial = 0 }: { title: string; slider?: string; initial?: number },
): Figure {
  const flows = systems.map(({ system }) => generationFlow(system));
  const height = extent(flows);
  const sourceHeight = Math.max(...flows.flatMap(({ sources }) => sources.map(({ entropy }) => bits(entropy))));
  const look: FlowLook = {
    names: NAMES,
    origins: ORIGINS,
    sourceLine: height + 0.35,
    labelLine: -height - 0.3,
    axes: { xaxis: 'x', yaxis: 'y' },
  };
  const draw = (i: number) => [
    ...flowTraces(flows[i], look),
    terms(systems[i].system, flows[i], look),
    ...chains(systems[i].system, flows[i], look, sourceHeight),
  ];
  const data = draw(initial);
  const [first, second] = [0, 1].map((chain) => [0, 1].map((part) => data.length - 4 + 2 * chain + part));
  return {
    data,
    ...(systems.length > 1 && { frames: systems.map(({ label }, i) => ({ name: label, data: draw(i) })) }),
    layout: {
      width: 920,
      height: 650,
      title: { text: title },
      margin: { l: 10, r: 10, t: 95, b: 20 },
      xaxis: { visible: false, fixedrange: true, range: [-0.35, 6.15] },
      yaxis: { visible: false, fixedrange: true, range: [-height - 1.55, height + sourceHeight + 1.25] },
      legend: { orientation: 'h', x: 0, y: 0, yanchor: 'top' },
      updatemenus: [
        visibilityButtons(
          [
            { label: 'as generated', shown: [] },
            { label: 'S<sub>anchor</sub> → p → e<sub>p</sub> → W', shown: first },
            { label: 'M(p) → e<sub>M</sub> → W', shown: second },
            { label: 'both chains', shown: [...first, ...second] },
          ],
          [...first, ...second],
          3,
        ),
      ],
      ...(systems.length > 1 && {
        sliders: [
          {
            ...frameSlider(
              slider,
              systems.map(({ label }) => label),
              initial,
            ),
            y: -0.08,
          },
        ],
      }),
    },
  };
}

/** What Lemma 4.5 is made of, where it is to be seen. */
function terms(system: EntropySystem, { stages }: InformationFlow, { sourceLine, labelLine, axes }: FlowLook): Trace {
  const value = (expression: string) => format(evaluate(expression, system));
  const last = stages.length - 1;
  const ofW = [
    { origin: 0, text: `I(e<sub>p</sub>; W) = ${value('I(e_p; W)')}` },
    { origin: 3, text: `I(e<sub>M</sub>; W|e<sub>p</sub>) = ${value('I(e_M; W|e_p)')}` },
    { origin: 4, text: `−δ<sub>ε</sub> = ${value('I(S_gen; W) - I(M; W)')}` },
    { origin: 5, text: `H(W|S<sub>gen</sub>) = ${value('H(W|S_gen)')}` },
  ];
  const layers = ofW.map(({ origin }) => layer(stages[last], origin));
  const heights = spread(
    layers.map(({ low, high }) => (low + high) / 2),
    LABEL_SPACING,
  );
  const above = Math.max(layers[3].high + 0.2, heights[3] + LABEL_SPACING);
  const labels = [
    { x: 3 - BESIDE, y: sourceLine - 0.24, text: `ΔI = ${value('H(M) - I(e_p; M)')}` },
    { x: 2.24, y: labelLine + 0.26, text: `H(e<sub>p</sub>|M) = ${value('H(e_p|M)')}` },
    ...ofW.map(({ text }, i) => ({ x: last + BESIDE, y: heights[i], text })),
    { x: last + BESIDE, y: above, text: `<b>B<sub>syn</sub> = ${value('I(e_p; W) + I(e_M; W)')}</b>` },
  ];
  return {
    ...axes,
    ...columns(labels),
    type: 'scatter',
    mode: 'text',
    text: labels.map(({ text }) => text),
    textfont: { size: LABEL_SIZE },
    textposition: 'middle right',
    showlegend: false,
    hoverinfo: 'skip',
    cliponaxis: false,
  };
}

/** Heights in rising order, moved up where they would be closer than that. */
function spread(heights: readonly number[], apart: number): number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.max(height, (placed.at(-1) ?? -Infinity) + apart));
  return placed;
}

/** The chains of §4.1 as lines past what they skip, each with what it says is zero and what that is here. */
function chains(
  system: EntropySystem,
  { sources }: InformationFlow,
  { sourceLine, labelLine, axes }: FlowLook,
  sourceHeight: number,
): Trace[] {
  const value = (expression: string) => format(evaluate(expression, system));
  const over = sourceLine + sourceHeight + 0.45;
  const under = labelLine - 1.05;
  const last = STAGES.length - 1;
  const prompt = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 2, y: 0 },
    { x: 2.36, y: under },
    { x: last - 0.36, y: under },
    { x: last, y: 0 },
  ];
  const model = [
    { x: 3, y: 0 },
    { x: 3 - SOURCE_DISTANCE, y: sourceLine + bits(sources[0].entropy) / 2 },
    { x: 3.05, y: over },
    { x: last - 0.3, y: over },
    { x: last, y: 0 },
  ];
  return [
    ...chain(prompt, anchorColour, axes, {
      x: 3.5,
      y: under,
      text: `I(S<sub>anchor</sub>; W|e<sub>p</sub>) = ${value('I(S_anchor; W|e_p)')}`,
    }),
    ...chain(model, palette.vermillion, axes, {
      x: 3.9,
      y: over,
      text: `I(M(p); W|e<sub>M</sub>) = ${value('I(M; W|e_M)')}`,
    }),
  ];
}

function chain(
  path: readonly Point[],
  color: string,
  axes: FlowLook['axes'],
  label: Point & { text: string },
): Trace[] {
  const shared = { ...axes, type: 'scatter', showlegend: false, hoverinfo: 'skip', cliponaxis: false };
  return [
    {
      ...shared,
      ...columns(path),
      mode: 'lines+markers',
      line: { color, width: 2.5, dash: 'dash' },
      // the last two bends but one are no variables
      marker: { color, size: path.map((_, i) => (i === path.length - 2 || i === path.length - 3 ? 0 : 9)) },
    },
    {
      ...shared,
      ...columns([{ ...label, y: label.y + 0.04 }]),
      mode: 'text',
      text: [`<b>${label.text}</b>`],
      textfont: { size: 13, color },
      textposition: 'top center',
    },
  ];
}
