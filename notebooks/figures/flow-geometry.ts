import type { FlowStage, InformationFlow } from 'reverse-bottleneck';

/** Places in the plane: stages stand at 0, 1, 2, …; heights are bits. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From one height to another along a bar's side. */
interface Span {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export interface Bar {
  readonly variable: string;
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** A band as wide as the information in it, which came in at the stage `origin`. */
export interface Band {
  readonly origin: string;
  /** It goes on to the next stage, comes in, or ends. */
  readonly kind: 'passed' | 'entering' | 'lost';
  readonly outline: readonly Point[];
}

export interface FlowPicture {
  readonly stages: readonly Bar[];
  readonly sources: readonly Bar[];
  readonly bands: readonly Band[];
}

/** Half the width of a bar, in stages. */
const HALF_BAR = 0.035;
/** How far before its stage a source stands, in stages. */
export const SOURCE_DISTANCE = 0.55;
/** How far a band that ends or begins nowhere reaches. */
const FADE = 0.3;
const STEPS = 10;
/** Information below this is rounding. */
const NOTHING = 1e-9;

/** How far the bars reach above and below the middle line, in bits. */
export function extent(flows: readonly InformationFlow[]): number {
  return Math.max(...flows.flatMap(({ stages }) => stages.map(({ entropy }) => bits(entropy)))) / 2;
}

export function bits(nats: number): number {
  return nats / Math.LN2;
}

/**
 * The picture of a flow: a bar as high as its entropy for each stage, divided by where it came in, first origins lowest;
 * bands between them as wide as what is passed; sources on the line `sourceLine`, above the stages.
 */
export function layOutFlow(flow: InformationFlow, sourceLine: number): FlowPicture {
  const { stages, sources } = flow;
  const sourceBars = sources.map(({ variable, stage, entropy }) => ({
    variable,
    x: indexOf(flow, stage) - SOURCE_DISTANCE,
    low: sourceLine,
    high: sourceLine + bits(entropy),
  }));
  const bands = stages.flatMap((stage, i) => {
    const before = stages[i - 1];
    const source = sources.findIndex((candidate) => candidate.stage === stage.variable);
    return [
      ...(before ? passage(flow, before, stage, i) : []),
      ...(i > 0 ? entrance(flow, i, sourceBars[source], bits(sources[source]?.information ?? 0), sourceLine) : []),
    ];
  });
  const bars = stages.map((stage, x) => {
    const { low, high } = whole(stage);
    return { variable: stage.variable, x, low, high };
  });
  return { stages: bars, sources: sourceBars, bands };
}

/** What came in at each earlier stage: the upper part goes on, the lower part ends. */
function passage({ stages }: InformationFlow, from: FlowStage, to: FlowStage, i: number): Band[] {
  return from.shares.flatMap((share, j) => {
    const origin = stages[j].variable;
    const leaving = layer(from, j);
    const arriving = layer(to, j);
    const split = leaving.high - (arriving.high - arriving.low);
    const [x, next] = [i - 1 + HALF_BAR, i - HALF_BAR];
    const passed = to.shares[j] > NOTHING;
    const lost = share - to.shares[j] > NOTHING;
    const end = { x: x + FADE, low: leaving.low - FADE, high: leaving.low - FADE };
    return [
      ...(passed
        ? [{ origin, kind: 'passed', outline: ribbon({ x, low: split, high: leaving.high }, { x: next, ...arriving }) }]
        : []),
      ...(lost ? [{ origin, kind: 'lost', outline: ribbon({ x, low: leaving.low, high: split }, end) }] : []),
    ] as Band[];
  });
}

/** What is new at a stage: from its source, and the rest from nowhere. */
function entrance(flow: InformationFlow, i: number, bar: Bar | undefined, carried: number, line: number): Band[] {
  const stage = flow.stages[i];
  const { low, high } = layer(stage, i);
  const x = i - HALF_BAR;
  const middle = low + Math.min(carried, high - low);
  const rest = high - middle > NOTHING;
  const start = { x: x - FADE, low: line, high: line };
  return [
    ...(bar && carried > NOTHING
      ? [ribbon({ x: bar.x + HALF_BAR, low: bar.low, high: bar.low + carried }, { x, low, high: middle })]
      : []),
    ...(rest ? [ribbon(start, { x, low: middle, high })] : []),
  ].map((outline) => ({ origin: stage.variable, kind: 'entering', outline }));
}

function indexOf({ stages }: InformationFlow, variable: string): number {
  return stages.findIndex((stage) => stage.variable === variable);
}

function whole({ entropy }: FlowStage): { low: number; high: number } {
  return { low: -bits(entropy) / 2, high: bits(entropy) / 2 };
}

/** Where in a stage's bar that stands what came in at stage j. */
export function layer(stage: FlowStage, j: number): { low: number; high: number } {
  const below = stage.shares.slice(0, j).reduce((sum, share) => sum + share, 0);
  const low = whole(stage).low + bits(below);
  return { low, high: low + bits(Math.max(0, stage.shares[j])) };
}

/** A band from one span to another, with a gentle bend, as a closed outline. */
function ribbon(from: Span, to: Span): Point[] {
  const side = (key: 'low' | 'high') =>
    Array.from({ length: STEPS + 1 }, (_, step) => {
      const t = step / STEPS;
      const bend = t * t * (3 - 2 * t);
      return { x: from.x + t * (to.x - from.x), y: from[key] + bend * (to[key] - from[key]) };
    });
  const outline = [...side('high'), ...side('low').reverse()];
  return [...outline, outline[0]];
}

/** The four sides of a bar, as a closed outline. */
export function barOutline({ x, low, high }: Bar): Point[] {
  const [left, right] = [x - HALF_BAR, x + HALF_BAR];
  return [
    { x: left, y: low },
    { x: right, y: low },
    { x: right, y: high },
    { x: left, y: high },
    { x: left, y: low },
  ];
}
