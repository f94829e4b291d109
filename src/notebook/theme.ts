/** Okabe and Ito's palette: eight colours that stay apart for readers with any common colour blindness. */
export const palette = {
  blue: '#0072B2',
  orange: '#E69F00',
  green: '#009E73',
  vermillion: '#D55E00',
  purple: '#CC79A7',
  skyBlue: '#56B4E9',
  yellow: '#F0E442',
  black: '#000000',
} as const;

/** The paper's colour of anchor data: blue. */
export const anchorColour = palette.blue;
/** The colour of synthetic data: orange. */
export const syntheticColour = palette.orange;

/** A colour of the palette that lets through what is behind it. */
export function translucent(hex: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${channels.join(',')},${opacity})`;
}

/** Size of a figure whose layout gives none, in pixels. */
export const defaultSize = { width: 720, height: 420 } as const;

interface Surface {
  readonly paper: string;
  readonly text: string;
  readonly grid: string;
  readonly zero: string;
  readonly line: string;
  readonly neutral: string;
}

function template({ paper, text, grid, zero, line, neutral }: Surface) {
  const { blue, orange, green, vermillion, purple, skyBlue, yellow } = palette;
  const axis = {
    automargin: true,
    gridcolor: grid,
    gridwidth: 1,
    linecolor: line,
    tickcolor: line,
    ticklen: 4,
    ticks: 'outside',
    title: { standoff: 10 },
    zerolinecolor: zero,
    zerolinewidth: 1,
  };
  const coloured = { colorscale: 'Viridis', colorbar: { outlinewidth: 0, thickness: 14 } };
  return {
    layout: {
      annotationdefaults: { arrowcolor: line, arrowhead: 2, arrowsize: 0.8, arrowwidth: 1.2 },
      colorscale: { sequential: 'Viridis', sequentialminus: 'Viridis' },
      colorway: [blue, orange, green, vermillion, purple, skyBlue, neutral, yellow],
      font: { family: 'Helvetica, Arial, Liberation Sans, sans-serif', size: 13, color: text },
      hovermode: 'closest',
      legend: { bgcolor: 'rgba(0,0,0,0)' },
      margin: { l: 64, r: 24, t: 24, b: 52 },
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      sliderdefaults: {
        activebgcolor: line,
        bgcolor: grid,
        bordercolor: line,
        tickcolor: line,
        pad: { t: 12 },
        currentvalue: { font: { size: 13 } },
        font: { size: 12 },
      },
      shapedefaults: { line: { color: line, width: 1 } },
      title: { font: { size: 16 }, pad: { t: 20 }, x: 0, xref: 'paper', y: 1, yanchor: 'top', yref: 'container' },
      xaxis: axis,
      yaxis: axis,
    },
    data: Object.fromEntries(
      ['contour', 'heatmap', 'histogram2d', 'histogram2dcontour'].map((type) => [type, [coloured]]),
    ),
  };
}

/** Plotly template for light pages, and for every still picture. */
export const lightTemplate = template({
  paper: '#ffffff',
  text: '#222222',
  grid: '#e8e8e8',
  zero: '#bbbbbb',
  line: '#888888',
  neutral: '#666666',
});

/** The same for dark pages; the ground is that of JupyterLab's dark theme. */
export const darkTemplate = template({
  paper: '#111111',
  text: '#dddddd',
  grid: '#333333',
  zero: '#5a5a5a',
  line: '#888888',
  neutral: '#aaaaaa',
});
