import {
  COMPONENT_KINDS,
  type ComponentKind,
  KL_GAP_MEASURES,
  type KlGapMeasure,
  type KlGapTrends,
} from 'reverse-bottleneck';
import { axisName, type Figure, type Layout, layoutName, type Trace } from 'reverse-bottleneck/notebook';
import { MEASURE_COLOURS } from './measure-colours.js';

/** Part of a row's height that its points are spread over. */
const SPREAD = 0.64;

/**
 * Rank correlation of KL Gap with K, J and L, one panel each: a row for each protocol, in it a point for each measure, with
 * its interval. The side of zero where the published trend would be is shaded.
 *
 * @param trends by protocol and measure; every protocol with all measures
 */
export function klGapTrendsFigure(
  trends: Readonly<Record<string, Readonly<Record<KlGapMeasure, KlGapTrends>>>>,
  title: string,
): Figure {
  const protocols = Object.keys(trends);
  const rows = protocols.map((_, p) => -p);
  const [first] = Object.values(trends);
  return {
    data: COMPONENT_KINDS.flatMap((kind, panel) =>
      KL_GAP_MEASURES.map((measure, m): Trace => {
        const correlations = protocols.map((protocol) => trends[protocol][measure].trends[kind].rankCorrelation);
        return {
          type: 'scatter',
          mode: 'markers',
          name: measure,
          legendgroup: measure,
          showlegend: panel === 0,
          xaxis: axisName('x', panel),
          x: correlations.map(({ value }) => value),
          y: rows.map((row) => row + SPREAD * (0.5 - m / (KL_GAP_MEASURES.length - 1))),
          error_x: {
            type: 'data',
            symmetric: false,
            array: correlations.map(({ value, interval }) => interval[1] - value),
            arrayminus: correlations.map(({ value, interval }) => value - interval[0]),
            thickness: 1.5,
            width: 3,
          },
          marker: { color: MEASURE_COLOURS[measure], size: 7 },
          hovertemplate: `${measure}: %{x:.2f}<extra></extra>`,
        };
      }),
    ),
    layout: {
      width: 900,
      height: 150 + 78 * protocols.length,
      title: { text: title },
      grid: { rows: 1, columns: 3, subplots: [['xy', 'x2y', 'x3y']], xgap: 0.06 },
      ...Object.fromEntries(COMPONENT_KINDS.map((kind, panel) => [layoutName('x', panel), correlationAxis(kind)])),
      yaxis: {
        tickvals: rows,
        ticktext: protocols,
        range: [0.5 - protocols.length, 0.5],
        showgrid: false,
        zeroline: false,
      },
      shapes: COMPONENT_KINDS.map((kind, panel) =>
        publishedSide(first[KL_GAP_MEASURES[0]].trends[kind].published, panel),
      ),
      legend: { orientation: 'h', x: 0, y: -62 / (78 * protocols.length), yanchor: 'top' },
    },
  };
}

function correlationAxis(kind: ComponentKind): Layout {
  return { title: { text: `correlation with ${kind}` }, range: [-1, 1], tickvals: [-0.5, 0, 0.5], zerolinewidth: 1.5 };
}

function publishedSide(published: 'falls' | 'rises', panel: number): Layout {
  const [x0, x1] = published === 'rises' ? [0, 1] : [-1, 0];
  return {
    type: 'rect',
    xref: axisName('x', panel),
    yref: 'paper',
    x0,
    x1,
    y0: 0,
    y1: 1,
    fillcolor: 'rgba(128,128,128,0.13)',
    line: { width: 0 },
    layer: 'below',
  };
}
