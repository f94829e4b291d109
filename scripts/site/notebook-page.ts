import { basename } from 'node:path';
import { escapeHtml } from '../../src/notebook/html.js';
import type { PaperItem } from '../../src/paper/ledger.js';
import { titleOf } from '../../src/paper/title.js';
import type { CodeCell, Notebook, TextCell } from '../nbformat/nbformat.js';
import { pageOf, resolveAddress } from './addresses.js';
import { highlight } from './highlight.js';
import { type Heading, type MarkdownOptions, renderMarkdown } from './markdown.js';
import { isFigure, renderOutput } from './output.js';
import { itemAddress, verdictBadge } from './verdict-badge.js';

export interface NotebookPage {
  /** The notebook's file name. */
  readonly name: string;
  /** The page's file name. */
  readonly file: string;
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly main: string;
  /** The paragraph that begins with "In short". */
  readonly summary?: string;
  /** All there is to link to. */
  readonly ids: ReadonlySet<string>;
  /** The figures of the section that an anchor is in, by the anchor's id. */
  readonly figures: ReadonlyMap<string, readonly string[]>;
}

export interface NotebookPageOptions {
  /** The notebook's file name. */
  readonly name: string;
  readonly notebook: Notebook;
  /** File names of all notebooks of the site. */
  readonly notebooks: ReadonlySet<string>;
  /** Those of the ledger that may be treated in it. */
  readonly items: readonly PaperItem[];
}

/** What stands between two headings of the first or second level. */
interface Section {
  readonly anchors: string[];
  readonly figures: string[];
}

/** A notebook as a page: text, code, outputs, and at each statement of the paper what the ledger says of it. */
export function notebookPage({ name, notebook, notebooks, items }: NotebookPageOptions): NotebookPage {
  const ids = new Set<string>(notebook.cells.map(({ id }) => cellId(id)));
  const headings: Heading[] = [];
  const sections: Section[] = [{ anchors: [], figures: [] }];

  const textCell = (cell: TextCell): string => {
    const options: MarkdownOptions = { ids, resolve: (address) => attachment(cell, address) ?? resolve(address) };
    const text = renderMarkdown(cell.source, options);
    headings.push(...text.headings);
    if (text.headings.some(({ level }) => level <= 2)) sections.push({ anchors: [], figures: [] });
    const anchors = anchorsIn(text.html);
    for (const anchor of anchors) ids.add(anchor);
    sections.at(-1)!.anchors.push(...anchors);
    const treated = items.filter(({ notebook: { file, anchor } }) => file === name && anchors.includes(anchor));
    return `<section class="text" id="${cellId(cell.id)}">\n${itemList(treated)}${text.html}</section>`;
  };
  const resolve = (address: string) => resolveAddress(address, notebooks);
  const markdown = (text: string) => renderMarkdown(text, { ids, resolve }).html;
  const codeCell = (cell: CodeCell): string => {
    const outputs = cell.outputs.map((output) => {
      const html = renderOutput(output, { markdown, resolve });
      if (!isFigure(output)) return `<div class="output scroll">${html}</div>`;
      const id = `plot-${sections.reduce((count, { figures }) => count + figures.length, 1)}`;
      ids.add(id);
      sections.at(-1)!.figures.push(id);
      return `<div class="output scroll" id="${id}">${html}</div>`;
    });
    return `<section class="code" id="${cellId(cell.id)}">\n${codeOf(cell)}\n${outputs.join('\n')}\n</section>`;
  };
  const cells = notebook.cells.flatMap((cell) => {
    if (cell.source.trim() === '') return [];
    if (cell.cell_type === 'code') return [codeCell(cell)];
    return [cell.cell_type === 'markdown' ? textCell(cell) : `<pre class="scroll">${escapeHtml(cell.source)}</pre>`];
  });

  const summary = notebook.cells
    .map((cell) => /^\*\*In short.*?(?=\n\n|$(?!\n))/ms.exec(cell.source)?.[0])
    .find(Boolean);
  return {
    name,
    file: pageOf(name),
    title: notebookTitle(name, notebook),
    headings: headings.filter(({ level }) => level === 2 || level === 3),
    main: cells.join('\n'),
    ...(summary && {
      summary: renderMarkdown(summary, { ids: new Set(), resolve }).html,
    }),
    ids,
    figures: new Map(sections.flatMap(({ anchors, figures }) => anchors.map((anchor) => [anchor, figures] as const))),
  };
}

function cellId(id: string): string {
  return `cell-${id}`;
}

/** The number in the file's name, and the text of the first heading; the name alone where there is none. */
function notebookTitle(name: string, { cells }: Notebook): string {
  const texts = cells.filter(({ cell_type }) => cell_type === 'markdown');
  const heading = texts.map(({ source }) => /^# +(.+)$/m.exec(source)?.[1]).find(Boolean);
  if (!heading) return basename(name, '.ipynb');
  const [number = ''] = /^\d+ ?/.exec(name.replace('-', ' ')) ?? [];
  return number + heading.replace(/[*`$]/g, '').trim();
}

function anchorsIn(html: string): string[] {
  return [...html.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map(([, id]) => id);
}

function attachment({ attachments }: TextCell, address: string): string | null {
  if (!address.startsWith('attachment:')) return null;
  const file = (attachments as Record<string, Record<string, string>> | undefined)?.[
    decodeURIComponent(address.slice(11))
  ];
  const [content] = Object.entries(file ?? {});
  return content ? `data:${content[0]};base64,${content[1]}` : null;
}

function itemList(items: readonly PaperItem[]): string {
  if (items.length === 0) return '';
  const links = items.map(
    (item) => `<li><a href="${itemAddress(item)}">${titleOf(item.id)} ${verdictBadge(item.verdict)}</a></li>`,
  );
  return `<ul class="items" aria-label="In the ledger">${links.join('')}</ul>\n`;
}

function codeOf({ source, execution_count: count }: CodeCell): string {
  const label = count === null ? 'Code' : `Code [${count}]`;
  return `<details class="source" open><summary>${label}</summary><pre class="scroll"><code>${highlight(source, 'typescript')}</code></pre></details>`;
}
