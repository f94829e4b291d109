import { createHash } from 'node:crypto';
import { brief } from '../numeric/arguments.js';
import { optional, record, requireString } from '../numeric/shape.js';
import { type Figure, type PlainFigure, settleFigure } from '../plot/figure.js';
import { escapeHtml } from '../plot/html.js';
import { loaderScript } from '../plot/loader.js';
import { renderStill } from '../plot/still/render-still.js';
import { darkTemplate, lightTemplate } from '../plot/theme.js';
import { display, nextId } from './display.js';

export interface FigureOptions {
  /** What the picture says, for readers who do not see it. */
  readonly alt: string;
  /** Shown under the figure; LaTeX between `$…$` is typeset where the front end does so. */
  readonly caption?: string;
}

const requireOptions = record<FigureOptions>({ alt: (_, alt) => requireAlt(alt), caption: optional(requireString) });

function requireAlt(alt: string): void {
  if (typeof alt !== 'string' || alt.trim() === '') {
    throw new TypeError(`alt must say what the figure shows, got ${brief(alt)}`);
  }
}

/** Above this size, in characters, the still picture is sent only inside the HTML. */
const LARGEST_SEPARATE_STILL = 100_000;

/**
 * Shows a figure under the cell: a still picture, which the reader's page replaces by the live plot where it can have
 * plotly (a trusted notebook on a Jupyter server, or an exported page beside `node_modules`).
 *
 * One output with `text/html`, `text/plain` (the text alternative) and, for viewers that take no HTML, the still once
 * more as `image/svg+xml` unless it is large.
 *
 * @throws RangeError if the size is not positive
 * @throws TypeError if `figure.data` is not a list of traces, or `alt` is no text
 * @throws Error outside a cell of a tslab notebook
 */
export async function showFigure(figure: Figure, options: FigureOptions): Promise<void> {
  requireOptions('options', options);
  const { alt } = options;
  const plain = settleFigure(figure);
  const still = await figureSvg(figure, alt);
  display({
    'text/html': figureHtml(plain, still, options),
    ...(still.length <= LARGEST_SEPARATE_STILL ? { 'image/svg+xml': still } : {}),
    'text/plain': alt,
  });
}

/**
 * The still picture of a figure as an SVG file's text, in the house style: light, or dark where the page that it is in or the
 * reader's system is dark. A figure with a template of its own keeps that one. What cannot be drawn without a browser (3-D,
 * maps, WebGL) becomes a card with the title and the text alternative.
 *
 * @throws like {@link showFigure}, but needs no notebook
 */
export async function figureSvg(figure: Figure, alt: string): Promise<string> {
  requireAlt(alt);
  const { data, layout, config } = settleFigure(figure);
  // Buttons are for pressing; a slider also says where it stands.
  return renderStill({ data, layout: { ...layout, updatemenus: [] }, config }, alt);
}

function figureHtml(figure: PlainFigure, still: string, { alt, caption }: FigureOptions): string {
  const { width, height } = figure.layout;
  const hash = createHash('sha256').update(JSON.stringify(figure)).digest('hex').slice(0, 8);
  const key = `${nextId('figure')}-${hash}`; // other notebooks in the same page have a figure-1 too
  const picture = `data:image/svg+xml;base64,${Buffer.from(still).toString('base64')}`;
  const templates = figure.layout.template === undefined ? ([lightTemplate, darkTemplate] as const) : undefined;
  return [
    `<figure style="margin:0;max-width:${width}px">`,
    `<div data-figure="${key}"><img alt="${escapeHtml(alt)}" width="${width}" height="${height}" style="display:block;max-width:100%;height:auto" src="${picture}"></div>`,
    ...(caption ? [`<figcaption style="margin:.5em 0">${escapeHtml(caption)}</figcaption>`] : []),
    `<script>${loaderScript(key, figure, ...(templates ? [templates] : []))}</script>`,
    '</figure>',
  ].join('\n');
}
