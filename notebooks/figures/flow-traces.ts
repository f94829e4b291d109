import type { InformationFlow } from 'reverse-bottleneck';
import { joined, type Trace, translucent } from 'reverse-bottleneck/notebook';
import { type Band, barOutline, bits, layOutFlow, type Point } from './flow-geometry.js';

/** How a flow is drawn. */
export interface FlowLook {
  /** Variables as they are written in the figure, in plotly's markup. */
  readonly names: Readonly<Record<string, string>>;
  /** Stages at which something new comes in, with its colour, and what it is called in the legend if it is there. */
  readonly origins: readonly { readonly variable: string; readonly name?: string; readonly colour: string }[];
  /** The line on which sources stand, and the one on which entropies are written, in bits from the middle. */
  readonly sourceLine: number;
  readonly labelLine: number;
  /** The axes' names. */
  readonly axes: { readonly xaxis: string; readonly yaxis: string };
}

const BAR_COLOUR = '#888888';
const DIGITS = 2;
/** Small enough for entropies and informations to stand side by side on a small page. */
export const LABEL_SIZE = 11;
/** From the middle of a bar to the text beside it, in stages. */
export const BESIDE = 0.06;

/** Bands by where they came in, bars, and their names with entropies and mutual informations: always as many traces. */
export function flowTraces(flow: InformationFlow, look: FlowLook): Trace[] {
  const picture = layOutFlow(flow, look.sourceLine);
  const { names, axes, origins, labelLine } = look;
  const bars = [...picture.stages, ...picture.sources];
  const text = (labels: readonly (Point & { text: string })[], position: string): Trace => ({
    ...axes,
    ...columns(labels),
    type: 'scatter',
    mode: 'text',
    text: labels.map((label) => label.text),
    textfont: { size: LABEL_SIZE },
    textposition: position,
    showlegend: false,
    hoverinfo: 'skip',
    cliponaxis: false,
  });
  return [
    ...origins.flatMap(({ variable, name, colour }) => {
      const own = picture.bands.filter(({ origin }) => origin === variable);
      const style = { name, colour, axes };
      return [
        bands(
          own.filter(({ kind }) => kind !== 'lost'),
          { ...style, opacity: 0.6, outline: 0, legend: name !== undefined },
        ),
        bands(
          own.filter(({ kind }) => kind === 'lost'),
          { ...style, opacity: 0.25, outline: 1, legend: false },
        ),
      ];
    }),
    {
      ...axes,
      ...joinedOrGap(bars.map(barOutline)),
      type: 'scatter',
      mode: 'lines',
      fill: 'toself',
      fillcolor: BAR_COLOUR,
      line: { color: BAR_COLOUR, width: 1 },
      showlegend: false,
      hoverinfo: 'skip',
    },
    text(
      flow.stages.map(({ variable, entropy }, x) => ({
        x,
        y: labelLine,
        text: `<b>${names[variable]}</b><br>H = ${format(entropy)}`,
      })),
      'bottom center',
    ),
    text(
      flow.arrows.map(({ information }, i) => ({
        x: i + 0.5,
        y: labelLine,
        text: `→<br>I = ${format(information)}`,
      })),
      'bottom center',
    ),
    text(
      picture.sources.map(({ variable, x, low, high }) => ({
        x: x - BESIDE,
        y: (low + high) / 2,
        text: `<b>${names[variable]}</b><br>H = ${format(flow.sources.find((source) => source.variable === variable)!.entropy)}`,
      })),
      'middle left',
    ),
  ];
}

/** An amount of information as figures write it, in bits. */
export function format(nats: number): string {
  const text = bits(nats).toFixed(DIGITS);
  return Number(text) === 0 ? (0).toFixed(DIGITS) : text.replace('-', '−');
}

interface BandStyle {
  readonly name: string | undefined;
  readonly colour: string;
  readonly opacity: number;
  /** Width of its line; pale bands need one on dark ground. */
  readonly outline: number;
  readonly axes: FlowLook['axes'];
  readonly legend: boolean;
}

function bands(which: readonly Band[], { name, colour, opacity, outline, axes, legend }: BandStyle): Trace {
  return {
    ...axes,
    ...joinedOrGap(which.map(({ outline }) => outline)),
    type: 'scatter',
    mode: 'lines',
    fill: 'toself',
    fillcolor: translucent(colour, opacity),
    line: { width: outline, color: outline > 0 ? translucent(colour, 0.5) : colour },
    ...(name !== undefined && { name, legendgroup: name }),
    showlegend: legend,
    hoverinfo: 'skip',
  };
}

export function columns(points: readonly Point[]): { x: number[]; y: number[] } {
  return { x: points.map(({ x }) => rounded(x)), y: points.map(({ y }) => rounded(y)) };
}

/** Plotly drops traces without points, and frames count on all being there. */
function joinedOrGap(outlines: readonly (readonly Point[])[]): ReturnType<typeof joined> {
  return outlines.length > 0 ? joined(outlines.map(columns)) : { x: [null], y: [null] };
}

/** A ten-thousandth of a bit cannot be seen. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
