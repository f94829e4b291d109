import type { PaperItem } from '../../src/paper/ledger.js';
import { itemTitle } from '../../src/paper/title.js';
import { escapeHtml } from '../../src/plot/html.js';
import type { Cell, CodeCell, Notebook, TextCell } from '../nbformat/nbformat.js';
import { notebookTitle } from '../notebook-title.js';
import { decoded, pageOf, resolveAddress } from './addresses.js';
import { highlight } from './highlight.js';
import { type Heading, renderMarkdown } from './markdown.js';
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
  /** The scripts of what its cells have shown, such as those that make figures live. */
  readonly scripts: readonly string[];
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
export function notebookPage(options: NotebookPageOptions): NotebookPage {
  const { name, notebook } = options;
  const builder = new PageBuilder(options);
  const main = notebook.cells.map((cell) => builder.cell(cell)).join('\n');
  const summary = builder.summary();
  const { headings, ids, sections, scripts } = builder;
  return {
    name,
    file: pageOf(name),
    title: notebookTitle(name, notebook),
    headings: headings.filter(({ level }) => level === 2 || level === 3),
    main,
    ...(summary && { summary }),
    ids,
    scripts,
    figures: new Map(sections.flatMap(({ anchors, figures }) => anchors.map((anchor) => [anchor, figures] as const))),
  };
}

/** Renders cell after cell, and keeps what there is to link to. */
class PageBuilder {
  readonly ids: Set<string>;
  readonly headings: Heading[] = [];
  readonly sections: Section[] = [{ anchors: [], figures: [] }];
  readonly scripts: string[] = [];
  readonly #options: NotebookPageOptions;

  constructor(options: NotebookPageOptions) {
    this.#options = options;
    this.ids = new Set(options.notebook.cells.map(({ id }) => cellId(id)));
  }

  cell(cell: Cell): string {
    if (cell.source.trim() === '') return '';
    switch (cell.cell_type) {
      case 'markdown':
        return this.#text(cell);
      case 'code':
        return `<section class="code" id="${cellId(cell.id)}">\n${codeOf(cell)}\n${this.#outputs(cell)}\n</section>`;
      case 'raw':
        return `<pre class="scroll">${escapeHtml(cell.source)}</pre>`;
    }
  }

  summary(): string | undefined {
    const paragraphs = this.#options.notebook.cells.flatMap(({ source }) => source.split(/\n\s*\n/));
    const inShort = paragraphs.find((paragraph) => paragraph.startsWith('**In short'));
    return inShort && renderMarkdown(inShort, { resolve: this.#resolve }).html;
  }

  #text(cell: TextCell): string {
    const resolve = (address: string) => attachment(cell, address) ?? this.#resolve(address);
    const { html, headings } = renderMarkdown(cell.source, { ids: this.ids, resolve, elements: ['a', 'kbd', 'span'] });
    this.headings.push(...headings);
    if (headings.some(({ level }) => level <= 2)) this.sections.push({ anchors: [], figures: [] });
    const anchors = anchorsIn(html);
    for (const anchor of anchors) this.ids.add(anchor);
    this.sections.at(-1)!.anchors.push(...anchors);
    const { name, items } = this.#options;
    const treated = items.filter(({ notebook: { file, anchor } }) => file === name && anchors.includes(anchor));
    return `<section class="text" id="${cellId(cell.id)}">\n${html}${itemList(treated)}</section>`;
  }

  #outputs({ outputs }: CodeCell): string {
    const markdown = (text: string) =>
      renderMarkdown(text, { ids: this.ids, resolve: this.#resolve, elements: ['span'] }).html;
    const rendered = outputs.map((output) => {
      const { html, scripts } = renderOutput(output, { markdown, resolve: this.#resolve });
      this.scripts.push(...scripts);
      const id = isFigure(output) ? ` id="${this.#newFigure()}"` : '';
      return `<div class="output scroll"${id}>${html}</div>`;
    });
    return rendered.join('\n');
  }

  #newFigure(): string {
    const id = `plot-${this.sections.reduce((count, { figures }) => count + figures.length, 1)}`;
    this.ids.add(id);
    this.sections.at(-1)!.figures.push(id);
    return id;
  }

  readonly #resolve = (address: string) => resolveAddress(address, this.#options.notebooks);
}

function cellId(id: string): string {
  return `cell-${id}`;
}

function anchorsIn(html: string): string[] {
  return [...html.matchAll(/<a\s+(?:id|name)="([^"]+)"/g)].map(([, id]) => id);
}

function attachment({ attachments }: TextCell, address: string): string | null {
  if (!address.startsWith('attachment:')) return null;
  const file = (attachments as Record<string, Record<string, string>> | undefined)?.[decoded(address.slice(11))];
  const [content] = Object.entries(file ?? {});
  return content ? `data:${content[0]};base64,${content[1]}` : null;
}

function itemList(items: readonly PaperItem[]): string {
  if (items.length === 0) return '';
  const links = items.map(
    (item) => `<li><a href="${itemAddress(item)}">${itemTitle(item.id)} ${verdictBadge(item.verdict)}</a></li>`,
  );
  return `<ul class="items" aria-label="In the ledger">${links.join('')}</ul>\n`;
}

function codeOf({ source, execution_count: count }: CodeCell): string {
  const label = count === null ? 'Code' : `Code [${count}]`;
  return `<details class="source" open><summary>${label}</summary><pre class="scroll"><code>${linkFigures(highlight(source, 'typescript'))}</code></pre></details>`;
}

/** Makes links of the files beside notebooks that a cell imports. */
function linkFigures(html: string): string {
  return html.replace(
    /(?<=&#x27;)\.(\/figures\/[\w-]+)(?=&#x27;)/g,
    (path, file) => `<a href="../notebooks${file}.ts">${path}</a>`,
  );
}
