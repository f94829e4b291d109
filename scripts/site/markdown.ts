import createMarkdownIt from 'markdown-it';
import { highlight } from './highlight.js';
import type { MarkdownIt, Token } from './markdown-it.js';
import { mathRules } from './math.js';
import { type OwnElement, ownElements } from './own-elements.js';

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
  /** Ids of the page that are taken; those of the headings are added. Without, headings are lines in bold. */
  readonly ids?: Set<string>;
  /** The HTML elements that are not shown as they are written; none if absent. */
  readonly elements?: readonly OwnElement[];
}

/** Markdown as JupyterLab shows it, formulas typeset, links resolved, headings with ids; but HTML is text. */
export function renderMarkdown(source: string, { resolve, ids, elements = [] }: MarkdownOptions): RenderedMarkdown {
  const tokens = markdown.parse(source, { elements });
  for (const token of tokens.flatMap((token) => [token, ...(token.children ?? [])])) resolveAddress(token, resolve);
  const headings = tokens.flatMap((token, i): Heading[] => {
    if (token.type !== 'heading_open') return [];
    const inline = tokens[i + 1];
    if (!ids) {
      for (const part of [token, tokens[i + 2]]) part.type = part.type.replace('heading', 'bold_line');
      return [];
    }
    const id = freeId(inline.content.replace(/[*`$]|<[^>]*>/g, '').replace(/\s+/g, '-'), ids);
    token.attrSet('id', id);
    const html = markdown.renderer.render(withoutLinks(inline.children ?? []), markdown.options, {});
    return [{ level: Number(token.tag.slice(1)), id, html }];
  });
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

const markdown: MarkdownIt = createMarkdownIt({ html: false, highlight });
markdown.use(mathRules);
markdown.use(ownElements);
// To the web, to a mailbox, or beside the page; pasted pictures are `attachment:` or `data:`.
markdown.validateLink = (address) =>
  /^(?:https?:|mailto:|attachment:|data:image\/)/i.test(address) || !isElsewhere(address);
markdown.renderer.rules.table_open = () => '<div class="scroll"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
markdown.renderer.rules.bold_line_open = () => '<p><strong>';
markdown.renderer.rules.bold_line_close = () => '</strong></p>\n';

/** Whether an address has a scheme or a host. */
function isElsewhere(address: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

function resolveAddress(token: Token, resolve: MarkdownOptions['resolve']): void {
  if (token.type === 'link_open') resolveLink(token, resolve);
  if (token.type === 'image') resolvePicture(token, resolve);
}

function resolveLink(token: Token, resolve: MarkdownOptions['resolve']): void {
  const address = resolve(token.attrGet('href') ?? '');
  if (address === null || /^(?:data|attachment):/i.test(address))
    token.attrs = [['class', 'nowhere']]; // a link without an address is plain text
  else token.attrSet('href', address);
}

/** Pictures from elsewhere are not asked for: their readers would be known there. */
function resolvePicture(token: Token, resolve: MarkdownOptions['resolve']): void {
  const written = token.attrGet('src') ?? '';
  const address = resolve(written);
  if (address !== null && (/^data:image\//i.test(address) || !isElsewhere(address))) {
    token.attrSet('src', address);
    return;
  }
  token.type = 'text';
  token.content = `${token.content} (${written})`;
}

function withoutLinks(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => !type.startsWith('link_') && type !== 'anchor');
}

/** Takes an id that is not taken: the wanted one, or that with a number. */
function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  ids.add(id);
  return id;
}
