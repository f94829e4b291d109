import { percentileBootstrap } from '../../estimators/percentile-bootstrap.js';
import { median } from '../../numeric/summary.js';
import type { Rng } from '../../random/rng.js';
import { COMPONENT_KINDS } from '../../synthesis/component-counts.js';
import type { KlGapPanels } from '../../synthesis/kl-gap-panels.js';
import type { KlGapCurve } from '../../synthesis/kl-gap-sweep.js';
import type { Figure, Trace } from '../figure.js';
import { palette } from '../theme.js';
import { axisName, layoutName, sweepPanels } from './sweep-panels.js';

const ROW_HEIGHT = 170;
const REPLICATES = 400;
/** Lines, and the bands around them, of up to three protocols. */
const COLOURS = [
  [palette.blue, 'rgba(0,114,178,0.2)'],
  [palette.vermillion, 'rgba(213,94,0,0.2)'],
  [palette.green, 'rgba(0,158,115,0.2)'],
];

/**
 * KL Gap under every measure and protocol: a row of panels for each measure, a line for each protocol, the median over
 * rounds with its 95 % bootstrap interval, for which `rng` is needed.
 *
 * @param results panels by protocol and measure; all protocols with the same measures
 */
export function klGapGridFigure(
  results: Readonly<Record<string, Readonly<Record<string, KlGapPanels>>>>,
  { title, rng }: { readonly title: string; readonly rng: Rng },
): Figure {
  const protocols = Object.keys(results);
  const measures = Object.keys(results[protocols[0]]);
  return {
    data: measures.flatMap((measure, row) =>
      COMPONENT_KINDS.flatMap((kind, column) =>
        protocols.flatMap((protocol, p) =>
          medianTraces(results[protocol][measure][kind], {
            name: protocol,
            colours: COLOURS[p],
            showlegend: row === 0 && column === 0,
            xaxis: axisName('x', column),
            yaxis: axisName('y', row),
            rng: rng.split(protocol).split(measure).split(kind),
          }),
        ),
      ),
    ),
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
  readonly colours: readonly string[];
  readonly showlegend: boolean;
  readonly xaxis: string;
  readonly yaxis: string;
  readonly rng: Rng;
}

function medianTraces(curve: KlGapCurve, { rng, colours: [line, band], ...shared }: Line): Trace[] {
  const x = Object.keys(curve).map(Number);
  const medians = Object.values(curve).map(({ values }, i) =>
    percentileBootstrap(([gaps]) => median(gaps), [values], { rng: rng.split(i), replicates: REPLICATES }),
  );
  const [low, high] = [0, 1].map((end) => medians.map(({ interval }) => interval[end]));
  const common = { ...shared, type: 'scatter', legendgroup: shared.name };
  return [
    {
      ...common,
      x: [...x, ...x.toReversed()],
      y: [...high, ...low.toReversed()],
      mode: 'lines',
      fill: 'toself',
      fillcolor: band,
      line: { width: 0 },
      hoverinfo: 'skip',
      showlegend: false,
    },
    {
      ...common,
      x,
      y: medians.map(({ value }) => value),
      mode: 'lines',
      line: { color: line, width: 2 },
      hovertemplate: `${shared.name}, %{x}: %{y:.3g} nats<extra></extra>`,
    },
  ];
}
