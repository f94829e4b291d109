import { stripVTControlCharacters } from 'node:util';
import { escapeHtml, unescapeHtml } from '../../src/plot/html.js';
import type { DisplayOutput, Output } from '../nbformat/nbformat.js';
import { renderMath, renderMathIn } from './math.js';

export interface OutputOptions {
  /** Renders Markdown. */
  readonly markdown: (text: string) => string;
  /** Gives the address of a link in the site; null if there is nothing to link to. */
  readonly resolve: (address: string) => string | null;
}

/** An output of a cell as HTML. What HTML, scripts among them, a notebook's own cell has made is taken as it is. */
export function renderOutput(output: Output, { markdown, resolve }: OutputOptions): string {
  switch (output.output_type) {
    case 'stream':
      return preformatted(output.text, output.name);
    case 'error':
      return preformatted(output.traceback.join('\n'), 'error');
    case 'display_data':
      return renderDisplay(output, markdown, (html) => typesetCaptions(resolveLinks(html, resolve)));
  }
}

/** Whether it is a figure of `showFigure`. */
export function isFigure(output: Output): boolean {
  return output.output_type === 'display_data' && /<div data-figure="/.test(String(output.data['text/html'] ?? ''));
}

type Render = (text: string) => string;

/** The richest form that a page can show. */
function renderDisplay({ data }: DisplayOutput, renderMarkdown: Render, renderHtml: Render): string {
  const picture = (type: string) => (content: string) =>
    `<img alt="${escapeHtml(String(data['text/plain'] ?? ''))}" src="data:${type};base64,${content.replace(/\s/g, '')}">`;
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
