import { COMPONENT_KINDS, type ComponentKind } from 'reverse-bottleneck';
import { axisName, type Figure, palette, sweepPanels, type Trace } from 'reverse-bottleneck/notebook';
import type { GgmiTerms } from 'reverse-bottleneck/paper';

const LINES: readonly { readonly term: keyof GgmiTerms; readonly name: string; readonly line: object }[] = [
  { term: 'informationGain', name: 'ΔI', line: { color: palette.green, width: 2 } },
  { term: 'anchorGivenW', name: 'H(S<sub>anchor</sub>|W)', line: { color: palette.blue, width: 2 } },
  { term: 'syntheticGivenW', name: 'H(S<sub>gen</sub>|W)', line: { color: palette.orange, width: 2 } },
  { term: 'entropyChange', name: 'ΔH', line: { color: palette.purple, width: 2 } },
  { term: 'ggmi', name: 'GGMI', line: { color: palette.vermillion, width: 4 } },
  { term: 'bound', name: 'right side of (10)', line: { color: palette.vermillion, width: 2, dash: 'dash' } },
];

/** What §4.4 says is varied, GGMI and its bound, against K, J and L, one panel each. */
export function ggmiTermsFigure(
  terms: Readonly<Record<ComponentKind, Readonly<Record<number, GgmiTerms>>>>,
  title: string,
): Figure {
  return {
    data: COMPONENT_KINDS.flatMap((kind, panel) =>
      LINES.map(
        ({ term, name, line }): Trace => ({
          type: 'scatter',
          mode: 'lines',
          name,
          line,
          legendgroup: term,
          showlegend: panel === 0,
          xaxis: axisName('x', panel),
          yaxis: 'y',
          x: Object.keys(terms[kind]).map(Number),
          y: Object.values(terms[kind]).map((values) => values[term]),
          hovertemplate: `${name}, %{x}: %{y:.3f} nats<extra></extra>`,
        }),
      ),
    ),
    layout: {
      width: 900,
      height: 420,
      title: { text: title },
      ...sweepPanels(),
      yaxis: { title: { text: 'nats' }, zeroline: true, zerolinewidth: 1.5 },
      legend: { orientation: 'h', x: 0, y: -0.22, yanchor: 'top' },
    },
  };
}
