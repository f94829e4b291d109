import { createHash } from 'node:crypto';
import { type PlainFigure, titleText } from '../figure.js';
import { escapeHtml } from '../html.js';
import { stillTemplate, surfaceColours } from '../theme.js';
import { plotlyPage } from './page.js';
import { DARK_STYLE, writeAttributes } from './surface.js';
import { mergeSvg } from './svg.js';
import { textWidth } from './text-width.js';

/** Trace types that plotly draws as SVG and that come out right here; the others need WebGL, maps or a real layout. */
const DRAWABLE = new Set([
  'bar',
  'barpolar',
  'box',
  'contour',
  'heatmap',
  'histogram',
  'histogram2d',
  'histogram2dcontour',
  'pie',
  'scatter',
  'scatterpolar',
  'scatterternary',
  'violin',
  'waterfall',
]);
const PATIENCE_IN_MILLISECONDS = 30_000;

/**
 * Draws a figure as a self-contained SVG without a browser. The same figure always gives the same bytes. One without a
 * template is in the light house style, and by a style sheet of its own in the dark one on dark pages. What cannot be drawn
 * becomes a card with the title and the text alternative, never an error.
 */
export async function renderStill(figure: PlainFigure, alt: string): Promise<string> {
  const undrawable = figure.data.some(({ type = 'scatter' }) => !DRAWABLE.has(type));
  if (undrawable) return card(figure, alt);
  try {
    return await drawn(figure, alt);
  } catch {
    return card(figure, alt);
  }
}

async function drawn(figure: PlainFigure, alt: string): Promise<string> {
  const page = plotlyPage();
  const element = page.document.createElement('div');
  page.document.body.append(element);
  let timer: NodeJS.Timeout | undefined;
  try {
    const followsPage = figure.layout.template === undefined;
    const json = JSON.stringify({ ...figure, layout: { template: stillTemplate, ...figure.layout } });
    const { data, layout, config } = page.JSON.parse(json) as PlainFigure;
    const plotted = page.Plotly.newPlot(element, data, layout, { ...config, staticPlot: true });
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('plotly did not finish')), PATIENCE_IN_MILLISECONDS);
    });
    await Promise.race([plotted, tooLong]);
    const smooth = figure.data.some(({ zsmooth }) => zsmooth);
    for (const image of smooth ? [] : Array.from(element.querySelectorAll('image'))) {
      image.setAttribute('image-rendering', 'pixelated'); // cells with sharp edges on screens of any density
    }
    return mergeSvg(Array.from(element.querySelectorAll('svg.main-svg')), {
      width: figure.layout.width,
      height: figure.layout.height,
      alt,
      grounds: [followsPage ? surfaceColours.paper.standIn : '#fff', element._fullLayout.paper_bgcolor],
      followsPage,
      idPrefix: `p${createHash('sha256').update(json).digest('hex').slice(0, 6)}`,
    });
  } finally {
    clearTimeout(timer);
    page.Plotly.purge(element);
    element.remove();
  }
}

/** A plain card with the title and the text alternative. */
function card({ layout }: PlainFigure, alt: string): string {
  const { width, height } = layout;
  const heading = titleText(layout)
    .replace(/<br[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, ''); // without plotly's markup
  const [headingSize, size, margin] = [16, 13, 24];
  let y = margin;
  const line = (text: string, fontSize: number) => {
    y += 1.4 * fontSize;
    return `<text x="${margin}" y="${y.toFixed(1)}" font-size="${fontSize}">${escapeHtml(text)}</text>`;
  };
  const lines = [
    ...wrap(heading, headingSize, width - 2 * margin).map((text) => line(text, headingSize)),
    ...wrap(alt, size, width - 2 * margin).map((text) => line(text, size)),
  ];
  const attributes = writeAttributes({
    xmlns: 'http://www.w3.org/2000/svg',
    ...{ width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` },
    ...{ 'font-family': 'Helvetica, Arial, sans-serif', fill: surfaceColours.text.standIn },
  });
  const frame = writeAttributes({
    ...{ x: '.5', y: '.5', width: String(width - 1), height: String(height - 1) },
    ...{ fill: surfaceColours.paper.standIn, stroke: surfaceColours.line.standIn },
  });
  return `<svg${attributes}><title>${escapeHtml(alt)}</title><style>${DARK_STYLE}</style><rect${frame}/>${lines.join('')}</svg>`;
}

function wrap(text: string, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
