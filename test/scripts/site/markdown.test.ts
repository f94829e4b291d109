import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../scripts/site/markdown.js';
import { escapeMarkdown } from '../../../src/notebook/markdown.js';
import { elements, openPage } from '../../plot/jsdom.js';

const render = (source: string, resolve: (address: string) => string | null = (address) => address) => {
  const { html, headings } = renderMarkdown(source, {
    resolve,
    ids: new Set(['taken']),
    elements: ['a', 'kbd', 'span'],
  });
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

test.each(['javascript:alert(1)', 'file:///etc/passwd', '//elsewhere.org/', 'data:text/html,a', 'attachment:a'])(
  'what is neither on the web nor beside the page is no link: %s',
  (address) => {
    expect(render(`[a](${address})`).body.querySelector('a[href]')).toBeNull();
  },
);

test.each(['https://elsewhere.org/a.png', '//elsewhere.org/a.png', 'mailto:a@b.org', 'data:text/html,a'])(
  'a picture from elsewhere is told of, and not asked for: %s',
  (address) => {
    const { body } = render(`![the *alt*](${address})`);
    expect(body.querySelector('img')).toBeNull();
    expect(body.textContent).toMatch(/the \*?alt/);
    expect(body.textContent).toContain(address);
  },
);

describe('HTML', () => {
  test('is text', () => {
    const source = 'a <b>b</b> <span style="color:red">c</span> <kbd class="d">d</kbd> <a id="e f"></a> &lt;';
    const { body } = render(`${source}\n\n<div>\n\n${source}`);
    expect(body.querySelectorAll('b, span, kbd, a, div')).toHaveLength(0);
    expect(body.textContent).toContain(source.replace('&lt;', '<'));
  });

  test('but for anchors, keys and colours, where these are wanted', () => {
    const source = '<a id="eq-1"></a>\n\npress <kbd>a*b</kbd>, <span style="color:#c35500">**fails**</span> <kbd>open';
    const { body } = render(source);
    expect(body.querySelector('a')?.getAttribute('id')).toBe('eq-1');
    expect(body.querySelector('kbd')?.textContent).toBe('a*b');
    expect(body.querySelector('span > strong')?.textContent).toBe('fails');
    expect(body.textContent).toMatch(/<kbd>open\s*$/);
    const { html } = renderMarkdown(source, { resolve: (address) => address });
    expect(openPage(html).document.body.querySelectorAll('a, kbd, span')).toHaveLength(0);
  });
});

test('escaped text is shown as it is', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab1 \\`*_[]()|<>&$~!#"\';:/'), minLength: 1 });
  fc.assert(
    fc.property(line, (text) => {
      const { html } = renderMarkdown(`x${escapeMarkdown(text)}x`, { resolve: (address) => address });
      expect(openPage(html).document.body.textContent.trimEnd()).toBe(`x${text}x`);
    }),
  );
});

test('code is highlighted in a known language and escaped in any', () => {
  const { body } = render('```ts\nconst a = "<b>";\n```\n\n```nosuch\n<i>\n```');
  expect(elements(body, '.hljs-keyword').map(({ textContent }) => textContent)).toEqual(['const']);
  expect(elements(body, 'pre').map(({ textContent }) => textContent.trim())).toEqual(['const a = "<b>";', '<i>']);
});
