import { type Figure, formatNumber, type Layout, type Trace, VERDICT_SIGNS } from 'reverse-bottleneck/notebook';
import { FAMILY_NAMES, itemOf, itemTitle, type LineEvidence } from 'reverse-bottleneck/paper';

const ROW = 17;
/** Room for the title and for the names of families. */
const TOP = 186;
const PANELS = 2;
/** From a trace of grey, which is not violated, to vermillion. */
const COLOURS = [
  [0, 'rgba(128,128,128,0.09)'],
  [1e-6, 'rgba(213,94,0,0.12)'],
  [1, 'rgba(213,94,0,1)'],
];

/**
 * A heat map of the share of random systems that violate each line, in percent and by family, in two panels side by side in
 * the paper's order; the smallest slack shows on hovering.
 *
 * @throws RangeError if a line is not in the ledger
 */
export function randomEvidenceFigure(lines: readonly LineEvidence[], title: string): Figure {
  const perPanel = Math.ceil(lines.length / PANELS);
  const panels = Array.from({ length: PANELS }, (_, i) => lines.slice(i * perPanel, (i + 1) * perPanel));
  return {
    data: panels.flatMap((panel, i) => [heatMap(panel, i), ...shares(panel, i)]),
    layout: {
      width: 920,
      height: TOP + 16 + ROW * perPanel,
      title: { text: title },
      margin: { l: 136, r: 16, t: TOP, b: 16 },
      showlegend: false,
      coloraxis: { cmin: 0, cmax: 1, colorscale: COLOURS, showscale: false },
      ...Object.fromEntries(panels.flatMap((panel, i) => axes(panel, i, perPanel))),
    },
  };
}

function axes(panel: readonly LineEvidence[], i: number, perPanel: number): [string, Layout][] {
  const families = {
    side: 'top',
    domain: i === 0 ? [0, 0.35] : [0.65, 1], // between them the second panel's labels, on a narrow page too
    anchor: `y${number(i)}`,
    tickangle: -90,
    tickfont: { size: 11 },
    tickvals: FAMILY_NAMES.map((_, f) => f),
    ticktext: FAMILY_NAMES.map((name) => name.replace('generating process, ', '').replace(' ', '<br>')),
    range: [-0.5, FAMILY_NAMES.length - 0.5],
  };
  const rows = {
    anchor: `x${number(i)}`,
    tickvals: panel.map((_, row) => row),
    ticktext: panel.map(({ id }) => `${itemTitle(id)} ${VERDICT_SIGNS[itemOf(id).verdict].sign}`),
    tickfont: { size: 11 },
    ticklabelstandoff: 3,
    range: [perPanel - 0.5, -0.5],
  };
  const common = { showgrid: false, zeroline: false, ticks: '' };
  return [
    [`xaxis${number(i)}`, { ...common, ...families }],
    [`yaxis${number(i)}`, { ...common, ...rows }],
  ];
}

function heatMap(panel: readonly LineEvidence[], i: number): Trace {
  return {
    type: 'heatmap',
    xaxis: `x${number(i)}`,
    yaxis: `y${number(i)}`,
    z: panel.map(({ families }) => FAMILY_NAMES.map((family) => families[family].violated)),
    text: panel.map(({ id, families }) =>
      FAMILY_NAMES.map((family) => {
        const { violated, smallestSlack } = families[family];
        return `${itemTitle(id)}, ${family}<br>violated by ${percent(violated)} %, smallest slack ${formatNumber(smallestSlack, 3)} nats`;
      }),
    ),
    hoverinfo: 'text',
    coloraxis: 'coloraxis',
    xgap: 1,
    ygap: 1,
  };
}

/** The percentages in figures, white on dark cells. */
function shares(panel: readonly LineEvidence[], i: number): Trace[] {
  const cells = panel.flatMap(({ families }, y) =>
    FAMILY_NAMES.map((family, x) => ({ x, y, share: families[family].violated })).filter(({ share }) => share > 0),
  );
  return [false, true].map((isDark) => {
    const shown = cells.filter(({ share }) => share > 0.6 === isDark);
    return {
      type: 'scatter',
      mode: 'text',
      xaxis: `x${number(i)}`,
      yaxis: `y${number(i)}`,
      x: shown.map(({ x }) => x),
      y: shown.map(({ y }) => y),
      text: shown.map(({ share }) => percent(share)),
      textfont: { size: 10, ...(isDark && { color: '#ffffff' }) },
      hoverinfo: 'skip',
    };
  });
}

function percent(share: number): string {
  return formatNumber(100 * share, share > 0 && share < 0.1 ? 1 : 0);
}

function number(panel: number): string {
  return panel === 0 ? '' : String(panel + 1);
}
