import { stripVTControlCharacters } from 'node:util';
import { escapeHtml, unescapeHtml } from '../../src/plot/html.js';
import type { DisplayOutput, Output } from '../nbformat/nbformat.js';
import { scriptsIn } from './content-policy.js';
import { renderMath, renderMathIn } from './math.js';

export interface OutputOptions {
  /** Renders Markdown. */
  readonly markdown: (text: string) => string;
  /** Gives the address of a link in the site; null if there is nothing to link to. */
  readonly resolve: (address: string) => string | null;
}

export interface RenderedOutput {
  readonly html: string;
  /** The scripts in it that may run. */
  readonly scripts: readonly string[];
}

/**
 * An output of a cell as HTML. Text is text, whatever it looks like; what HTML a notebook's own cell has made is taken as it is,
 * and its scripts may run.
 */
export function renderOutput(output: Output, { markdown, resolve }: OutputOptions): RenderedOutput {
  switch (output.output_type) {
    case 'stream':
      return { html: preformatted(output.text, output.name), scripts: [] };
    case 'error':
      return { html: preformatted(output.traceback.join('\n'), 'error'), scripts: [] };
    case 'display_data': {
      const html = renderDisplay(output, markdown, (html) => typesetCaptions(resolveLinks(html, resolve)));
      return { html, scripts: isHtml(output) ? scriptsIn(html) : [] };
    }
  }
}

/** Whether it is a figure of `showFigure`. */
export function isFigure(output: Output): boolean {
  return output.output_type === 'display_data' && /<div data-figure="/.test(String(output.data['text/html'] ?? ''));
}

function isHtml({ data }: DisplayOutput): boolean {
  return typeof data['text/html'] === 'string';
}

type Render = (text: string) => string;

/** The richest form that a page can show. */
function renderDisplay({ data }: DisplayOutput, renderMarkdown: Render, renderHtml: Render): string {
  const picture = (type: string) => (content: string) =>
    `<img alt="${escapeHtml(String(data['text/plain'] ?? ''))}" src="data:${type};base64,${escapeHtml(content.replace(/\s/g, ''))}">`;
  const renderers: Readonly<Record<string, Render>> = {
    'text/html': renderHtml,
    'text/markdown': renderMarkdown,
    'text/latex': (latex) => renderMath(latex.replace(/^\s*\${1,2}|\${1,2}\s*$/g, ''), true),
    'image/svg+xml': (svg) => picture('image/svg+xml')(Buffer.from(svg).toString('base64')),
    'image/png': picture('image/png'),
    'image/jpeg': picture('image/jpeg'),
    'text/plain': (text) => preformatted(text, 'stdout'),
  };
  const type = Object.keys(renderers).find((type) => typeof data[type] === 'string');
  return type ? renderers[type](data[type] as string) : '';
}

function resolveLinks(html: string, resolve: OutputOptions['resolve']): string {
  return html.replace(/(<a\b[^>]*?)\shref="([^"]*)"/g, (_, start: string, written: string) => {
    const address = resolve(unescapeHtml(written));
    return address === null ? start : `${start} href="${escapeHtml(address)}"`;
  });
}

/** As JupyterLab does. */
function typesetCaptions(html: string): string {
  return html.replace(/(<(?:fig)?caption\b[^>]*>)([^<]*)/g, (_, tag: string, text: string) => tag + renderMathIn(text));
}

function preformatted(text: string, kind: string): string {
  return `<pre class="scroll ${kind}">${escapeHtml(stripVTControlCharacters(text))}</pre>`;
}
