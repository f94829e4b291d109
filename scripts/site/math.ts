import katex from 'katex';
import { escapeHtml, unescapeHtml } from '../../src/plot/html.js';
import type { MarkdownIt, StateBlock, StateInline } from './markdown-it.js';

/** A formula as HTML that needs KaTeX's style sheet and fonts, and no script. A formula with a mistake is shown in red. */
export function renderMath(latex: string, displayMode = false): string {
  const html = typeset(latex, displayMode);
  return displayMode ? `<span class="display-math scroll">${html}</span>` : html;
}

function typeset(latex: string, displayMode: boolean): string {
  try {
    return katex.renderToString(latex, { displayMode, throwOnError: false, strict: 'ignore', trust: false });
  } catch (error) {
    // Thousands of braces are too deep for KaTeX: it shows its own errors only.
    return `<span class="katex-error" title="${escapeHtml(String(error))}">${escapeHtml(latex)}</span>`;
  }
}

/** HTML without tags, such as a caption, with the formulas in its lines rendered. */
export function renderMathIn(html: string): string {
  return html.replace(new RegExp(INLINE.source, 'gs'), (_, latex: string) => renderMath(unescapeHtml(latex)));
}

/** Teaches markdown-it formulas as JupyterLab reads them: `$…$` in a line of text, `$$…$$` anywhere. */
export function mathRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.after('escape', 'math', inlineRule);
  markdown.block.ruler.before('fence', 'math_block', blockRule, { alt: ['paragraph', 'blockquote', 'list'] });
  markdown.renderer.rules.math = (tokens, i) => renderMath(tokens[i].content);
  markdown.renderer.rules.math_display = (tokens, i) => renderMath(tokens[i].content, true);
  markdown.renderer.rules.math_block = (tokens, i) => `<p>${renderMath(tokens[i].content, true)}</p>\n`;
}

const DISPLAY = /\$\$(?!\s*\$\$)((?:[^$\\]|\\.)+)\$\$/sy;
/** As in Pandoc no space inside and no digit behind, so that `$5 and $6` is no formula. */
const INLINE = /\$((?!\s)(?:[^$\\]|\\.)*(?:[^\s$\\]|\\.))\$(?!\d)/sy;

function inlineRule(state: StateInline, silent: boolean): boolean {
  const read = (form: RegExp) => {
    form.lastIndex = state.pos;
    return form.exec(state.src);
  };
  const display = read(DISPLAY);
  const found = display ?? read(INLINE);
  if (!found || state.src[state.pos] !== '$') return false;
  if (!silent) state.push(display ? 'math_display' : 'math', '', 0).content = found[1];
  state.pos += found[0].length;
  return true;
}

/** Lines from `$$` to `$$`. What is between is no Markdown, whatever it begins with. */
function blockRule(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const line = (n: number) => state.src.slice(state.bMarks[n] + state.tShift[n], state.eMarks[n]).trimEnd();
  if (!line(start).startsWith('$$')) return false;
  let last = start;
  const isLast = () => (last === start ? line(last).slice(2) : line(last)).endsWith('$$');
  while (!isLast()) {
    last += 1;
    if (last >= end || state.sCount[last] < state.blkIndent) return false;
  }
  const text = Array.from({ length: last - start + 1 }, (_, i) => line(start + i)).join('\n');
  const latex = text.slice(2, -2);
  if (latex.trim() === '' || latex.includes('$$')) return false;
  if (silent) return true;
  const token = state.push('math_block', '', 0);
  token.block = true;
  token.content = latex;
  token.map = [start, last + 1];
  state.line = last + 1;
  return true;
}
