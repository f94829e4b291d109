import createMarkdownIt from 'markdown-it';
import { highlight } from './highlight.js';
import type { MarkdownIt, Token } from './markdown-it.js';
import { mathRules } from './math.js';

export interface Heading {
  readonly level: number;
  /** As JupyterLab makes it, so that one link works in both: the text with dashes for spaces. */
  readonly id: string;
  readonly html: string;
}

export interface RenderedMarkdown {
  readonly html: string;
  readonly headings: readonly Heading[];
}

export interface MarkdownOptions {
  /** Gives the address of a link or picture in the site; null if there is nothing to link to. */
  readonly resolve: (address: string) => string | null;
  /** Ids of the page that are taken; those of the headings are added. */
  readonly ids: Set<string>;
}

/** Markdown as JupyterLab shows it, formulas typeset, links resolved, headings with ids. */
export function renderMarkdown(source: string, { resolve, ids }: MarkdownOptions): RenderedMarkdown {
  const tokens = markdown.parse(source, {});
  for (const token of tokens.flatMap((token) => [token, ...(token.children ?? [])])) resolveAddress(token, resolve);
  const headings = tokens.flatMap((token, i): Heading[] => {
    if (token.type !== 'heading_open') return [];
    const inline = tokens[i + 1];
    const id = freeId(inline.content.replace(/[*`$]|<[^>]*>/g, '').replace(/\s+/g, '-'), ids);
    token.attrSet('id', id);
    const html = markdown.renderer.render(withoutLinks(inline.children ?? []), markdown.options, {});
    return [{ level: Number(token.tag.slice(1)), id, html }];
  });
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

const markdown: MarkdownIt = createMarkdownIt({ html: true, highlight });
markdown.use(mathRules);
markdown.validateLink = (address) => !/^\s*(javascript|vbscript):/i.test(address); // pasted pictures are data: addresses
markdown.renderer.rules.table_open = () => '<div class="scroll"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

function resolveAddress(token: Token, resolve: MarkdownOptions['resolve']): void {
  if (token.type !== 'link_open' && token.type !== 'image') return;
  const name = token.type === 'link_open' ? 'href' : 'src';
  const address = resolve(token.attrGet(name) ?? '');
  if (address === null)
    token.attrs = [['class', 'nowhere']]; // a link without an address is plain text
  else token.attrSet(name, address);
}

function withoutLinks(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    ({ type, content }) => !type.startsWith('link_') && !(type === 'html_inline' && /^<\/?a\b/.test(content)),
  );
}

/** Takes an id that is not taken: the wanted one, or that with a number. */
function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  ids.add(id);
  return id;
}
