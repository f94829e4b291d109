import {
  COMPONENT_KINDS,
  type KlGapCurve,
  type KlGapMeasure,
  type KlGapPanels,
  median,
  percentileBootstrap,
  type Rng,
} from 'reverse-bottleneck';
import { axisName, type Figure, layoutName, sweepPanels, type Trace, translucent } from 'reverse-bottleneck/notebook';
import { MEASURE_COLOURS } from './measure-colours.js';

const ROW_HEIGHT = 170;
const REPLICATES = 400;
/** Of up to three protocols: colours are those of the measures. */
const DASHES = ['solid', 'dash', 'dot'];

/**
 * KL Gap under every measure and protocol: a row of panels for each measure, a kind of line for each protocol, the median
 * over rounds with its 95 % bootstrap interval, for which `rng` is needed.
 *
 * @param results panels by protocol and measure; all protocols with the same measures
 */
export function klGapGridFigure(
  results: Readonly<Record<string, Readonly<Record<KlGapMeasure, KlGapPanels>>>>,
  { title, rng }: { readonly title: string; readonly rng: Rng },
): Figure {
  const protocols = Object.keys(results);
  const measures = Object.keys(results[protocols[0]]) as KlGapMeasure[];
  return {
    data: [
      ...measures.flatMap((measure, row) =>
        COMPONENT_KINDS.flatMap((kind, column) =>
          protocols.flatMap((protocol, p) =>
            medianTraces(results[protocol][measure][kind], {
              name: protocol,
              line: { color: MEASURE_COLOURS[measure], dash: DASHES[p], width: 2 },
              xaxis: axisName('x', column),
              yaxis: axisName('y', row),
              rng: rng.split(protocol).split(measure).split(kind),
            }),
          ),
        ),
      ),
      ...protocols.map((protocol, p) => legendEntry(protocol, DASHES[p])),
    ],
    layout: {
      width: 900,
      height: 120 + ROW_HEIGHT * measures.length,
      title: { text: title },
      ...sweepPanels(measures.length),
      ...Object.fromEntries(
        measures.map((measure, row) => [
          layoutName('y', row),
          {
            title: { text: measure },
            zeroline: true,
            zerolinecolor: '#888888',
            zerolinewidth: 1.5,
          },
        ]),
      ),
      legend: { orientation: 'h', x: 0, y: -0.07, yanchor: 'top' },
    },
  };
}

interface Line {
  readonly name: string;
  readonly line: { readonly color: string; readonly dash: string; readonly width: number };
  readonly xaxis: string;
  readonly yaxis: string;
  readonly rng: Rng;
}

function medianTraces(curve: KlGapCurve, { rng, line, ...shared }: Line): Trace[] {
  const x = Object.keys(curve).map(Number);
  const medians = Object.values(curve).map(({ values }, i) =>
    percentileBootstrap(([gaps]) => median(gaps), [values], { rng: rng.split(i), replicates: REPLICATES }),
  );
  const [low, high] = [0, 1].map((end) => medians.map(({ interval }) => interval[end]));
  const common = { ...shared, type: 'scatter', mode: 'lines', legendgroup: shared.name, showlegend: false };
  return [
    {
      ...common,
      x: [...x, ...[...x].reverse()],
      y: [...high, ...[...low].reverse()],
      fill: 'toself',
      fillcolor: translucent(line.color, 0.18),
      line: { width: 0 },
      hoverinfo: 'skip',
    },
    {
      ...common,
      x,
      y: medians.map(({ value }) => value),
      line,
      hovertemplate: `${shared.name}, %{x}: %{y:.3g} nats<extra></extra>`,
    },
  ];
}

/** The kind of line of a protocol, whatever the measure; it draws nothing. */
function legendEntry(name: string, dash: string): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    legendgroup: name,
    x: [null],
    y: [null],
    line: { color: '#888888', dash },
  };
}
