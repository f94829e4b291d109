import { COMPONENT_KINDS, type KlGapCurve, type KlGapPanels, standardError } from 'reverse-bottleneck';
import { axisName, type Figure, sweepPanels, type Trace, translucent } from 'reverse-bottleneck/notebook';
import { MEASURE_COLOURS } from './measure-colours.js';

const COLOUR = MEASURE_COLOURS['separate-histograms'];

/**
 * Figure 4: KL Gap by the published measure against K, J and L, one panel each. The line is the mean over rounds, its bars
 * two standard errors of that mean, the shading the standard deviation of single rounds as in the paper.
 */
export function klGapFigure(curves: KlGapPanels, title: string): Figure {
  return {
    data: COMPONENT_KINDS.flatMap((kind, panel) => panelTraces(curves[kind], panel)),
    layout: {
      width: 900,
      height: 400,
      title: { text: title },
      ...sweepPanels(),
      yaxis: { title: { text: 'KL Gap (nats)' }, zeroline: true, zerolinecolor: '#888888', zerolinewidth: 1.5 },
      legend: { orientation: 'h', x: 0, y: -0.24, yanchor: 'top' },
    },
  };
}

function panelTraces(curve: KlGapCurve, panel: number): Trace[] {
  const x = Object.keys(curve).map(Number);
  const summaries = Object.values(curve);
  const upper = summaries.map(({ mean, standardDeviation }) => mean + standardDeviation);
  const lower = summaries.map(({ mean, standardDeviation }) => mean - standardDeviation);
  const shared = { type: 'scatter', xaxis: axisName('x', panel), yaxis: 'y', showlegend: panel === 0 };
  return [
    {
      ...shared,
      x: [...x, ...[...x].reverse()],
      y: [...upper, ...[...lower].reverse()],
      mode: 'lines',
      fill: 'toself',
      fillcolor: translucent(COLOUR, 0.25),
      line: { width: 0 },
      name: '± standard deviation of a round',
      hoverinfo: 'skip',
      legendgroup: 'band',
    },
    {
      ...shared,
      x,
      y: summaries.map(({ mean }) => mean),
      error_y: {
        type: 'data',
        array: summaries.map(({ values }) => 2 * standardError(values)),
        color: COLOUR,
        thickness: 1.5,
        width: 3,
      },
      mode: 'lines+markers',
      line: { color: COLOUR, width: 2.5 },
      marker: { color: COLOUR, size: 6 },
      name: 'mean of the rounds ± 2 standard errors',
      hovertemplate: '%{x}: %{y:.3f} ± %{error_y.array:.3f} nats<extra></extra>',
      legendgroup: 'mean',
    },
  ];
}
