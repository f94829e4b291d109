import type { Simulation } from 'reverse-bottleneck';
import {
  anchorColour,
  columns,
  componentOutline,
  type Figure,
  joined,
  syntheticColour,
} from 'reverse-bottleneck/notebook';

/**
 * Figure 2: anchor data (blue) with the components of G they come from, and synthetic data (orange) with all components
 * of M. An outline holds 90 % of its component.
 */
export function distributionsFigure({ counts, anchor, synthetic, groundTruth, generator }: Simulation): Figure {
  const outlines = (mixture: typeof generator, count: number) =>
    joined(Array.from({ length: count }, (_, c) => componentOutline(mixture, c)));
  return {
    data: [
      {
        ...columns(synthetic.points),
        type: 'scatter',
        mode: 'markers',
        marker: { color: syntheticColour, size: 5, opacity: 0.55 },
        name: 'synthetic data S<sub>gen</sub>',
        hovertemplate: '(%{x:.2f}, %{y:.2f})<extra>synthetic</extra>',
      },
      {
        ...outlines(generator, generator.components),
        type: 'scatter',
        mode: 'lines',
        line: { color: syntheticColour, width: 3 },
        name: 'components of M',
        hoverinfo: 'skip',
      },
      {
        ...columns(anchor.points),
        type: 'scatter',
        mode: 'markers',
        marker: { color: anchorColour, size: 6 },
        name: 'anchor data S<sub>anchor</sub>',
        hovertemplate: '(%{x:.2f}, %{y:.2f})<extra>anchor</extra>',
      },
      {
        ...outlines(groundTruth, counts.K),
        type: 'scatter',
        mode: 'lines',
        line: { color: anchorColour, width: 2.5, dash: 'dash' },
        name: 'components of G with anchor data',
        hoverinfo: 'skip',
      },
    ],
    layout: {
      width: 640,
      height: 680,
      title: { text: 'Figure 2. Synthetic data mirror the anchor data, and extend beyond' },
      xaxis: { title: { text: 'x<sub>1</sub>' }, zeroline: false },
      yaxis: { title: { text: 'x<sub>2</sub>' }, scaleanchor: 'x', zeroline: false },
      legend: { orientation: 'h', x: 0, y: -0.1, yanchor: 'top' },
    },
  };
}
