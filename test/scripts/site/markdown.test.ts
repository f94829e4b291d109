import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../scripts/site/markdown.js';
import { elements, openPage } from '../../plot/jsdom.js';

const render = (source: string, resolve: (address: string) => string | null = (address) => address) => {
  const { html, headings } = renderMarkdown(source, { resolve, ids: new Set(['taken']) });
  return { body: openPage(html).document.body, html, headings };
};
/** The LaTeX that was typeset: KaTeX keeps it beside the formula. */
const formulas = (source: string) => elements(render(source).body, 'annotation').map(({ textContent }) => textContent);

describe('formulas', () => {
  test.each([
    ['in a line', 'a $x_1*y_2*z$ b', ['x_1*y_2*z']],
    ['two in a line', '$a$ and $b$', ['a', 'b']],
    ['displayed in a line', 'so $$x < y$$ holds', ['x < y']],
    ['over lines that look like lists and a heading', '$$\nx\n- y\n+ z\n= 1\n$$', ['x\n- y\n+ z\n= 1']],
    ['in a quotation', '> so\n> $$a\n> + b$$', ['a\n+ b']],
    ['right after text', 'so\n$$a\n+ b$$\nthen', ['a\n+ b']],
    ['with a dollar sign', String.raw`$a \$ b$`, [String.raw`a \$ b`]],
    ['in a table', '| a |\n|---|\n| $x$ |', ['x']],
  ])('%s are typeset', (_, source, expected) => {
    expect(formulas(source).map((latex) => latex.trim())).toEqual(expected);
  });

  test.each([
    ['prices', 'from $5 to $6'],
    ['code', '`$x$`'],
    ['an escaped sign', String.raw`\$x\$`],
    ['an open one', '$$\nx'],
    ['nothing', '$$ $$'],
  ])('%s are left alone', (_, source) => {
    expect(formulas(source)).toEqual([]);
  });

  test('with a mistake are shown in red, with the reason', () => {
    const [error] = elements(render(String.raw`$\frac{1}$`).body, '.katex-error');
    expect(error.getAttribute('title')).toContain('ParseError');
  });
});

describe('headings', () => {
  test('get the ids that JupyterLab gives them, each once', () => {
    const { headings, body } = render('## Lemma 4.6: a `b` *c*\n## taken\n## taken');
    expect(headings.map(({ id }) => id)).toEqual(['Lemma-4.6:-a-b-c', 'taken-2', 'taken-3']);
    expect(elements(body, 'h2').map((heading) => heading.getAttribute('id'))).toEqual(headings.map(({ id }) => id));
  });

  test('are listed without their links and anchors', () => {
    const [{ html }] = render('## <a id="x"></a>[A](b.html) and $y$').headings;
    expect(html).toMatch(/^A and /);
    expect(html).not.toMatch(/<a\b/);
  });
});

test('links and pictures are resolved; what leads nowhere is text', () => {
  const { body } = render('[a](x) [b](gone) ![c](y)', (address) => (address === 'gone' ? null : `to-${address}`));
  expect(elements(body, 'a').map((link) => link.getAttribute('href'))).toEqual(['to-x', null]);
  expect(body.querySelector('img')?.getAttribute('src')).toBe('to-y');
  expect(body.textContent).toContain('b');
});

test('scripts in addresses are no links', () => {
  expect(render('[a](javascript:alert(1))').body.querySelector('a')).toBeNull();
});

test('code is highlighted in a known language and escaped in any', () => {
  const { body } = render('```ts\nconst a = "<b>";\n```\n\n```nosuch\n<i>\n```');
  expect(elements(body, '.hljs-keyword').map(({ textContent }) => textContent)).toEqual(['const']);
  expect(elements(body, 'pre').map(({ textContent }) => textContent.trim())).toEqual(['const a = "<b>";', '<i>']);
});
