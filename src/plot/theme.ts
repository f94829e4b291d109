import { brief, requireProbability } from '../numeric/arguments.js';

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

/** @throws TypeError unless the value is a colour as the palette has them, `#0072B2` */
export function requireColour(name: string, value: string): void {
  if (typeof value !== 'string' || !/^#[\da-f]{6}$/i.test(value)) {
    throw new TypeError(`${name} must be a colour such as '${palette.blue}', got ${brief(value)}`);
  }
}

/** A colour of the palette that lets through what is behind it. */
export function translucent(hex: string, opacity: number): string {
  requireColour('hex', hex);
  requireProbability('opacity', opacity);
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${channels.join(',')},${opacity})`;
}

/** Size of a figure whose layout gives none, in pixels. */
export const defaultSize = { width: 720, height: 420 } as const;

/**
 * What a figure has of the page that it stands on: its ground and all that is neither data nor decoration of data. A still
 * is drawn with stand-ins, one unit off the light colours, which nothing else in a figure has: so they can be told from data.
 */
export const surfaceColours = {
  paper: { light: '#ffffff', dark: '#111111', standIn: '#fffffe' },
  text: { light: '#222222', dark: '#dddddd', standIn: '#222223' },
  grid: { light: '#e8e8e8', dark: '#333333', standIn: '#e8e8e9' },
  zero: { light: '#bbbbbb', dark: '#5a5a5a', standIn: '#bbbbbc' },
  line: { light: '#888888', dark: '#888888', standIn: '#888889' },
  neutral: { light: '#666666', dark: '#aaaaaa', standIn: '#666667' },
} as const;

function template(page: 'light' | 'dark' | 'standIn') {
  const paper = surfaceColours.paper[page];
  const text = surfaceColours.text[page];
  const grid = surfaceColours.grid[page];
  const zero = surfaceColours.zero[page];
  const line = surfaceColours.line[page];
  const neutral = surfaceColours.neutral[page];
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
  const colorbar = { outlinewidth: 0, thickness: 14 };
  const coloured = { colorscale: 'Viridis', colorbar };
  // Of polar and ternary axes: plotly would mix colours of its own, which follow no theme.
  const round = { gridcolor: grid, linecolor: line, tickcolor: line };
  return {
    layout: {
      annotationdefaults: { arrowcolor: line, arrowhead: 2, arrowsize: 0.8, arrowwidth: 1.2 },
      coloraxis: { colorbar },
      colorscale: { sequential: 'Viridis', sequentialminus: 'Viridis' },
      colorway: [blue, orange, green, vermillion, purple, skyBlue, neutral, yellow],
      font: { family: 'Helvetica, Arial, Liberation Sans, sans-serif', size: 13, color: text },
      hovermode: 'closest',
      legend: { bgcolor: 'rgba(0,0,0,0)' },
      margin: { l: 64, r: 24, t: 24, b: 52 },
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      polar: { bgcolor: paper, angularaxis: round, radialaxis: round },
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
      ternary: { bgcolor: paper, aaxis: round, baxis: round, caxis: round },
      title: { font: { size: 16 }, pad: { t: 20 }, x: 0, xref: 'paper', y: 1, yanchor: 'top', yref: 'container' },
      xaxis: axis,
      yaxis: axis,
    },
    data: {
      ...Object.fromEntries(
        ['contour', 'heatmap', 'histogram2d', 'histogram2dcontour'].map((type) => [type, [coloured]]),
      ),
      scatter: [{ marker: { colorbar, line: { color: paper } } }],
      waterfall: [{ connector: { line: { color: line } } }],
    },
  };
}

/** Plotly template for light pages. */
export const lightTemplate = template('light');

/** The same for dark pages; the ground is that of JupyterLab's dark theme. */
export const darkTemplate = template('dark');

/** The same for stills, which become one or the other where they are seen. */
export const stillTemplate = template('standIn');
