import type { MarkdownIt, StateInline } from './markdown-it.js';

/** What our own Markdown says in HTML: an anchor, a key, a colour. */
export type OwnElement = 'a' | 'kbd' | 'span';

const ANCHOR = /<a id="[\w.:-]+"><\/a>/y;
const OPENING = /<(?:kbd|span style="color:#[\da-f]{6}")>/y;

/**
 * Teaches markdown-it these elements, of which a text may have those that `elements` of its environment lists, written in just
 * this way. To markdown-it all other HTML is text.
 */
export function ownElements(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('html_inline', 'own_element', rule);
  markdown.renderer.rules.anchor = (tokens, i) => tokens[i].content;
}

function rule(state: StateInline, silent: boolean): boolean {
  return anchorRule(state, silent) || pairRule(state, silent);
}

function anchorRule(state: StateInline, silent: boolean): boolean {
  const anchor = read(ANCHOR, state);
  if (!anchor || !allows(state, 'a')) return false;
  if (!silent) state.push('anchor', '', 0).content = anchor;
  state.pos += anchor.length;
  return true;
}

/** An element with Markdown in it. */
function pairRule(state: StateInline, silent: boolean): boolean {
  const opening = read(OPENING, state);
  const tag = opening?.startsWith('<kbd') ? 'kbd' : 'span';
  if (!opening || !allows(state, tag)) return false;
  const { posMax } = state;
  const start = state.pos + opening.length;
  const end = state.src.indexOf(`</${tag}>`, start);
  if (end < 0 || end >= posMax) return false;
  if (!silent) {
    const style = /"(.*)"/.exec(opening)?.[1];
    state.push('element_open', tag, 1).attrs = style ? [['style', style]] : [];
    state.pos = start;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('element_close', tag, -1);
  }
  state.pos = end + `</${tag}>`.length;
  state.posMax = posMax;
  return true;
}

function read(form: RegExp, { src, pos, posMax }: StateInline): string | undefined {
  form.lastIndex = pos;
  const [found] = form.exec(src) ?? [];
  return found !== undefined && pos + found.length <= posMax ? found : undefined;
}

function allows({ env }: StateInline, element: OwnElement): boolean {
  return (env.elements as readonly OwnElement[] | undefined)?.includes(element) ?? false;
}
