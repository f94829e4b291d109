import {
  COMPONENT_KINDS,
  type ComponentKind,
  type GaussianMixture,
  kindOfComponent,
  type Simulation,
} from 'reverse-bottleneck';
import {
  columns,
  componentNames,
  componentOutline,
  type Figure,
  joined,
  palette,
  type Trace,
  topOfOutline,
} from 'reverse-bottleneck/notebook';

interface Style {
  readonly name: string;
  readonly colour: string;
  readonly fill: string;
  readonly dash: string;
}

/** Blue for what G covers, orange for what M adds (Figure 5); dashes tell K from J without colour. */
const STYLES: Record<ComponentKind, Style> = {
  K: { name: 'anchor-sampled (K)', colour: palette.blue, fill: 'rgba(0,114,178,0.28)', dash: 'solid' },
  J: { name: 'unsampled (J)', colour: palette.blue, fill: 'rgba(0,114,178,0.06)', dash: 'dash' },
  L: { name: 'task-irrelevant (L)', colour: palette.orange, fill: 'rgba(230,159,0,0.25)', dash: 'solid' },
};

/**
 * Figure 5 from an actual draw: on the left the components in the plane, as regions that hold 90 % of each, with the
 * anchor data; on the right which of them S_anchor, G and M have.
 */
export function setupFigure(simulation: Simulation): Figure {
  return {
    data: [
      ...COMPONENT_KINDS.map((kind) => regions(simulation, kind)),
      anchorPoints(simulation),
      labels(simulation),
      ...membership(simulation),
    ],
    layout: {
      width: 860,
      height: 500,
      title: { text: 'Figure 5. Anchor data show part of the task; M knows all of it, and more' },
      xaxis: { domain: [0, 0.46], title: { text: 'x<sub>1</sub>' }, zeroline: false },
      yaxis: {
        title: { text: 'x<sub>2</sub>' },
        scaleanchor: 'x',
        zeroline: false,
        range: heightWithLabels(simulation),
      },
      xaxis2: {
        domain: [0.64, 1],
        anchor: 'y2',
        title: { text: 'component' },
        showgrid: false,
        range: [-0.6, size(simulation) - 0.4],
      },
      yaxis2: { domain: [0.12, 0.88], anchor: 'x2', showgrid: false, range: [-0.6, 2.6] },
      legend: { orientation: 'h', x: 0, y: -0.16, yanchor: 'top' },
    },
  };
}

/** Plotly leaves no room for the names above the highest regions. */
function heightWithLabels(simulation: Simulation): [number, number] {
  const heights = componentNames(simulation).flatMap((_, c) => componentOutline(drawnMixture(simulation, c), c).y);
  return [Math.min(...heights) - 0.6, Math.max(...heights) + 1.4];
}

function size({ counts: { K, J, L } }: Simulation): number {
  return K + J + L;
}

function componentsOf(simulation: Simulation, kind: ComponentKind): number[] {
  return Array.from({ length: size(simulation) }, (_, c) => c).filter(
    (c) => kindOfComponent(simulation.counts, c) === kind,
  );
}

function regions(simulation: Simulation, kind: ComponentKind): Trace {
  const { name, colour, fill, dash } = STYLES[kind];
  const outlines = componentsOf(simulation, kind).map((c) => componentOutline(drawnMixture(simulation, c), c));
  return {
    ...joined(outlines),
    type: 'scatter',
    mode: 'lines',
    fill: 'toself',
    fillcolor: fill,
    line: { color: colour, width: 2, dash },
    name,
    hoverinfo: 'skip',
  };
}

/** Components that G has are drawn as G has them; M may have re-estimated them. */
function drawnMixture({ groundTruth, generator }: Simulation, c: number): GaussianMixture {
  return c < groundTruth.components ? groundTruth : generator;
}

function anchorPoints(simulation: Simulation): Trace {
  return {
    ...columns(simulation.anchor.points),
    type: 'scatter',
    mode: 'markers',
    marker: { color: palette.blue, size: 4 },
    name: 'anchor data',
    hovertemplate: '(%{x:.2f}, %{y:.2f})<extra>anchor data</extra>',
  };
}

function labels(simulation: Simulation): Trace {
  const tops = componentNames(simulation).map((_, c) => topOfOutline(drawnMixture(simulation, c), c));
  return {
    x: tops.map(({ x }) => x),
    y: tops.map(({ y }) => y + 0.15), // clear of the line
    type: 'scatter',
    mode: 'text',
    text: componentNames(simulation).map((name) => `<b>${name}</b>`),
    textposition: 'top center',
    textfont: { size: 14 },
    showlegend: false,
    hoverinfo: 'skip',
  };
}

/** A square where a mixture has a component, an empty one where it has not. */
function membership(simulation: Simulation): Trace[] {
  const names = componentNames(simulation);
  const rows: [string, readonly ComponentKind[]][] = [
    ['S<sub>anchor</sub>', ['K']],
    ['G', ['K', 'J']],
    ['M', ['K', 'J', 'L']],
  ];
  return rows.map(([row, has]) => {
    const kinds = names.map((_, c) => kindOfComponent(simulation.counts, c));
    const filled = kinds.map((kind) => has.includes(kind));
    return {
      x: names,
      y: names.map(() => row),
      xaxis: 'x2',
      yaxis: 'y2',
      type: 'scatter',
      mode: 'markers',
      marker: {
        symbol: filled.map((present) => (present ? 'square' : 'square-open')),
        size: 20,
        color: kinds.map((kind, c) => (filled[c] ? STYLES[kind].colour : '#999999')),
        line: { width: 1 },
      },
      name: row,
      showlegend: false,
      hovertemplate: `${row}: %{x}<extra></extra>`,
    };
  });
}
