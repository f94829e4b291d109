import type { InformationFlow } from 'reverse-bottleneck';
import {
  anchorColour,
  type Figure,
  frameSlider,
  palette,
  syntheticColour,
  type Trace,
} from 'reverse-bottleneck/notebook';
import { extent } from './flow-geometry.js';
import { type FlowLook, flowTraces, format } from './flow-traces.js';

/** A flow, and what it is called on the slider. */
export interface LabelledFlow {
  readonly label: string;
  readonly flow: InformationFlow;
}

const NEUTRAL = '#8a8a8a';
const NODE_SIZE = 46;

/**
 * Figure 3, computed. Left: the forward passes X → Z → Y and S_anchor → p → S_gen, one above the other. Right: the
 * information flow of each, arrows as wide as their mutual information, to one scale; a slider goes through the
 * classical flows, of the stages X, Z and Y. The synthetic flow has the stages S_anchor, p, M and S_gen, and the source e_M.
 */
export function reverseBottleneckFigure(
  classical: readonly LabelledFlow[],
  synthetic: InformationFlow,
  { initial, slider }: { initial: number; slider: string },
): Figure {
  const flows = classical.map(({ flow }) => flow);
  const heights = [extent(flows), extent([synthetic])];
  const looks = [CLASSICAL, SYNTHETIC].map(
    (look, row): FlowLook => ({
      ...look,
      sourceLine: heights[row] + 0.25,
      labelLine: -heights[row] - 0.15,
      axes: { xaxis: `x${row + 2}`, yaxis: `y${row + 2}` },
    }),
  );
  const forward = forwardPasses();
  const shown = flowTraces(flows[initial], looks[0]);
  const places = shown.map((_, i) => forward.length + i);
  const hidden = { visible: false, fixedrange: true };
  const [upper, lower] = [rangeOf(heights[0], 0.5), rangeOf(heights[1], 2.2)];
  const split = (lower[1] - lower[0]) / (lower[1] - lower[0] + upper[1] - upper[0]); // one scale for both
  return {
    data: [...forward, ...shown, ...flowTraces(synthetic, looks[1]), gain(synthetic, looks[1])],
    frames: classical.map(({ label, flow }) => ({ name: label, data: flowTraces(flow, looks[0]), traces: places })),
    layout: {
      width: 920,
      height: 700,
      title: { text: 'Figure 3. What came in first gets less in both; M brings in what is new (bits)' },
      margin: { l: 10, r: 10, b: 20 },
      xaxis: { ...hidden, domain: [0, 0.36], range: [-0.4, 2.4] },
      yaxis: { ...hidden, domain: [0, 1], range: [-0.5, 1.5] },
      xaxis2: { ...hidden, domain: [0.42, 1], range: [-0.35, 2.45] },
      yaxis2: { ...hidden, domain: [split, 1], range: upper },
      xaxis3: { ...hidden, domain: [0.42, 1], range: [-0.35, 3.35] },
      yaxis3: { ...hidden, domain: [0, split], range: lower },
      legend: { orientation: 'h', x: 0, y: -0.02, yanchor: 'top' },
      sliders: [
        {
          ...frameSlider(
            slider,
            classical.map(({ label }) => label),
            initial,
          ),
          y: -0.08,
        },
      ],
    },
  };
}

/** ΔI, beside the band that brings it. */
function gain({ sources, stages }: InformationFlow, { sourceLine, axes }: FlowLook): Trace {
  const [{ stage, information }] = sources;
  const x = stages.findIndex(({ variable }) => variable === stage) - 0.12;
  return {
    ...axes,
    x: [x],
    y: [sourceLine],
    type: 'scatter',
    mode: 'text',
    text: [`ΔI = ${format(information)}`],
    textposition: 'middle right',
    textfont: { size: 13 },
    showlegend: false,
    hoverinfo: 'skip',
  };
}

function rangeOf(height: number, above: number): [number, number] {
  return [-height - 1, height + above];
}

const CLASSICAL = {
  names: { X: 'X', Z: 'Z', Y: 'Y' },
  origins: [
    { variable: 'X', name: 'from X, S<sub>anchor</sub>', colour: anchorColour },
    { variable: 'Z', name: 'encoder’s chance', colour: palette.purple },
    { variable: 'Y', name: 'decoder’s chance, noise ε', colour: NEUTRAL },
  ],
};

const SYNTHETIC = {
  names: {
    S_anchor: 'S<sub>anchor</sub>',
    p: 'p',
    M: 'M(p)',
    S_gen: 'S<sub>gen</sub>',
    e_M: 'M, by e<sub>M</sub>',
  },
  origins: [
    { variable: 'S_anchor', colour: anchorColour },
    { variable: 'M', name: 'from M, by e<sub>M</sub>', colour: syntheticColour },
    { variable: 'S_gen', colour: NEUTRAL },
  ],
};

interface Step {
  readonly text: string;
  /** Heights of the trapezoid at its left and right. */
  readonly heights: readonly [number, number];
}

const ROWS: readonly { title: string; y: number; nodes: readonly string[]; steps: readonly [Step, Step] }[] = [
  {
    title: 'Classic machine learning',
    y: 1,
    nodes: ['X', 'Z', 'Y'],
    steps: [
      { text: 'encoder', heights: [0.17, 0.09] },
      { text: 'decoder', heights: [0.09, 0.17] },
    ],
  },
  {
    title: 'Synthetic data generation',
    y: 0,
    nodes: ['S<sub>anchor</sub>', 'p', 'S<sub>gen</sub>'],
    steps: [
      { text: 'φ<sub>T</sub>', heights: [0.13, 0.13] },
      { text: 'M, ε', heights: [0.09, 0.17] },
    ],
  },
];
const NODE_COLOURS = [anchorColour, NEUTRAL, syntheticColour];

/** The left half: what corresponds to what. */
function forwardPasses(): Trace[] {
  const silent = { type: 'scatter', showlegend: false, hoverinfo: 'skip', cliponaxis: false };
  const correspondences = [0, 1, 2].flatMap((x) => [
    { x, y: 0.8 },
    { x, y: 0.2 },
    { x: null, y: null },
  ]);
  const trapezoids = ROWS.flatMap(({ y, steps }) =>
    steps.flatMap(({ heights: [left, right] }, i) => [
      { x: i + 0.27, y: y + left },
      { x: i + 0.73, y: y + right },
      { x: i + 0.73, y: y - right },
      { x: i + 0.27, y: y - left },
      { x: i + 0.27, y: y + left },
      { x: null, y: null },
    ]),
  );
  const at = (points: readonly { x: number | null; y: number | null }[]) => ({
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
  });
  return [
    { ...silent, ...at(correspondences), mode: 'lines', line: { color: NEUTRAL, width: 1.5, dash: 'dot' } },
    {
      ...silent,
      ...at(trapezoids),
      mode: 'lines',
      fill: 'toself',
      fillcolor: 'rgba(138,138,138,0.18)',
      line: { color: NEUTRAL, width: 1.5 },
    },
    {
      ...silent,
      ...at(ROWS.flatMap(({ y }) => [0, 1, 2].map((x) => ({ x, y })))),
      mode: 'markers+text',
      marker: {
        size: NODE_SIZE,
        color: ROWS.flatMap(() => NODE_COLOURS.map((colour) => `${colour}33`)),
        line: { width: 2, color: ROWS.flatMap(() => NODE_COLOURS) },
      },
      text: ROWS.flatMap(({ nodes }) => nodes.map((node) => `<b>${node}</b>`)),
      textfont: { size: 13 },
    },
    {
      ...silent,
      // between the rows, for the steps are narrower than their names on a small page
      ...at(ROWS.flatMap(({ y }) => [0.5, 1.5].map((x) => ({ x, y: y === 0 ? y + 0.22 : y - 0.22 })))),
      mode: 'text',
      text: ROWS.flatMap(({ steps }) => steps.map(({ text }) => text)),
      textfont: { size: 12 },
    },
    {
      ...silent,
      ...at(ROWS.map(({ y }) => ({ x: 1, y: y === 0 ? y - 0.3 : y + 0.3 }))),
      mode: 'text',
      text: ROWS.map(({ title }) => `<b>${title}</b>`),
      textfont: { size: 14 },
    },
  ];
}
