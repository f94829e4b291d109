import { type EntropySystem, evaluate } from 'reverse-bottleneck';
import {
  anchorColour,
  type Figure,
  palette,
  panelsFigure,
  syntheticColour,
  type Trace,
  translucent,
} from 'reverse-bottleneck/notebook';

export interface InformationPlaneOptions {
  readonly title: string;
  /** Along each path, from first to last. */
  readonly systems: readonly EntropySystem[];
  /** What changes along a path, for those who point at it. */
  readonly along: { readonly letter: string; readonly values: readonly number[] };
  /** Which of the output, the synthetic data and the model get a path. */
  readonly variables: readonly (keyof typeof STYLES)[];
  /** What is across from I(S_anchor; ·), a plane each: expressions with `·` for the variable. The first has the frontier. */
  readonly planes: readonly string[];
  /** The most that is known of G at an I(S_anchor; ·), both in nats. */
  readonly frontier: (rate: number) => number;
  /** Up to where the frontier is drawn, in nats. */
  readonly greatestRate: number;
}

const STYLES = {
  M: { name: 'M(p)', colour: palette.purple },
  S_gen: { name: 'S_gen', colour: syntheticColour },
  W: { name: 'W', colour: palette.green },
} as const;
const ACROSS = 'I(S_anchor; ·)';
const FRONTIER_POINTS = 61;

/** Paths of what is generated on information planes, in bits, beside the bottleneck curve. */
export function informationPlaneFigure(options: InformationPlaneOptions): Figure {
  const { title, variables, planes } = options;
  const panels = planes.map((up, i) => ({
    x: `${ACROSS} (bits)`,
    y: `${up} (bits)`,
    traces: [...(i === 0 ? [frontierTrace(options)] : []), ...variables.map((variable) => path(options, variable, up))],
  }));
  return panelsFigure({ title, panels, columns: planes.length, height: 430 });
}

function frontierTrace({ frontier, greatestRate }: InformationPlaneOptions): Trace {
  const rates = Array.from({ length: FRONTIER_POINTS }, (_, i) => (greatestRate * i) / (FRONTIER_POINTS - 1));
  return {
    x: rates.map(inBits),
    y: rates.map((rate) => inBits(frontier(rate))),
    name: 'bottleneck curve',
    mode: 'lines',
    fill: 'tozeroy',
    fillcolor: translucent(anchorColour, 0.15),
    line: { color: anchorColour, width: 3 },
  };
}

function path({ systems, along }: InformationPlaneOptions, variable: keyof typeof STYLES, up: string): Trace {
  const { name, colour } = STYLES[variable];
  const coordinate = (text: string) => systems.map((system) => inBits(evaluate(text.replace('·', variable), system)));
  return {
    x: coordinate(ACROSS),
    y: coordinate(up),
    name,
    mode: 'lines+markers',
    line: { color: colour, width: 2 },
    marker: { color: colour, size: 5 },
    customdata: along.values,
    hovertemplate: `${name}, ${along.letter} = %{customdata:.2f}: (%{x:.3f}, %{y:.3f}) bits<extra></extra>`,
  };
}

function inBits(nats: number): number {
  return nats / Math.LN2;
}
