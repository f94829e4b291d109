import { describe, expect, test } from 'vitest';
import type { Output } from '../../../scripts/nbformat/nbformat.js';
import { parseExecutedNotebook } from '../../../scripts/nbformat/read-notebook.js';
import { notebookPage } from '../../../scripts/site/notebook-page.js';
import type { PaperItem } from '../../../src/paper/ledger.js';
import { elements, openPage } from '../../plot/jsdom.js';

type Cell = readonly ['markdown' | 'raw', string, object?] | readonly ['code', string, ...object[]];

const notebookOf = (...cells: readonly Cell[]) =>
  parseExecutedNotebook(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: cells.map(([cell_type, source, ...rest], i) => ({
        cell_type,
        id: `c${i}`,
        metadata: {},
        source,
        ...(cell_type === 'code' ? { execution_count: 3, outputs: rest } : { attachments: rest[0] }),
      })),
    }),
  );

const item = (id: string, anchor = id) =>
  ({ id, verdict: 'fails', notebook: { file: '01-a.ipynb', anchor } }) as unknown as PaperItem;

const pageOf = (...cells: readonly Cell[]) => {
  const page = notebookPage({
    name: '01-a.ipynb',
    notebook: notebookOf(...cells),
    notebooks: new Set(['01-a.ipynb', '02-b.ipynb']),
    items: [item('eq-1.1', 'eq-1'), item('eq-2')],
  });
  return { ...page, body: openPage(page.main).document.body };
};

const display = (data: object) => ({ output_type: 'display_data', metadata: {}, data });
const figure = display({
  'text/html': '<figure><div data-figure="figure-1-ab"><img alt="a" src="data:,"></div></figure>',
});

const evil = '<script>alert(1)</script>';

test('text, code and outputs come in their order', () => {
  const { body, title } = pageOf(
    ['markdown', '# **A** $b$'],
    ['raw', evil],
    ['code', 'let a = 1;', display({ 'text/plain': 'x' })],
  );
  expect(title).toBe('01 A b');
  expect(elements(body, 'section, body > pre').map((element) => element.getAttribute('class'))).toEqual([
    'text',
    'scroll',
    'code',
  ]);
  expect(body.querySelector('summary')?.textContent).toBe('Code [3]');
  expect(body.querySelector('details code')?.textContent).toBe('let a = 1;');
});

test('a figure beside the notebooks is linked where a cell imports it', () => {
  const { body } = pageOf(['code', "import { a } from './figures/a-figure';\nimport { b } from 'other/figures/b';"]);
  expect(elements(body, 'code a').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['./figures/a-figure', '../notebooks/figures/a-figure.ts'],
  ]);
});

test('a notebook without a heading has its name for a title, and one without a text no summary', () => {
  expect(pageOf(['code', '1'])).toMatchObject({ title: '01-a' });
  expect(pageOf(['code', '1'])).not.toHaveProperty('summary');
});

test('the paragraph "In short" is its summary', () => {
  const { summary } = pageOf(['markdown', '# A\n\nOne.\n\n**In short:** two\nthree.\n\nFour.']);
  expect(openPage(summary).document.body.textContent.trim()).toBe('In short: two\nthree.');
});

test('links lead to pages, beside the notebooks, or nowhere', () => {
  const source =
    '[a](02-b.ipynb#eq-2) [b](03-c.ipynb) [c](../src/index.ts) [d](#x) [e](https://arxiv.org/) [f](data.csv)';
  expect(elements(pageOf(['markdown', source]).body, 'a').map((link) => link.getAttribute('href'))).toEqual([
    '02-b.html#eq-2',
    null,
    '../src/index.ts',
    '#x',
    'https://arxiv.org/',
    '../notebooks/data.csv',
  ]);
});

test('pasted pictures are in the page', () => {
  const { body } = pageOf(['markdown', '![x](attachment:a%20b.png)', { 'a b.png': { 'image/png': 'AAAA' } }]);
  expect(body.querySelector('img')?.getAttribute('src')).toBe('data:image/png;base64,AAAA');
});

describe('outputs', () => {
  const shown = (output: object) => pageOf(['code', '1', output]).body.querySelector('.output')!;

  test.each([
    ['printed text', { output_type: 'stream', name: 'stdout', text: [evil] }, 'scroll stdout'],
    ['printed errors', { output_type: 'stream', name: 'stderr', text: evil }, 'scroll stderr'],
    [
      'tracebacks, without colours',
      { output_type: 'error', ename: 'E', evalue: '', traceback: [`\u001b[31m${evil}`] },
      'scroll error',
    ],
    ['results', { ...display({ 'text/plain': evil }), output_type: 'execute_result' }, 'scroll stdout'],
  ])('%s are text, whatever they look like', (_, output, kind) => {
    const pre = shown(output).querySelector('pre');
    expect([pre?.textContent, pre?.getAttribute('class')]).toEqual([evil, kind]);
  });

  test.each<[string, object, string]>([
    ['HTML', { 'text/html': '<b>x</b>', 'image/png': 'AAAA' }, 'b'],
    ['Markdown', { 'text/markdown': '**x** $y$', 'text/plain': 'x' }, 'strong + .katex'],
    ['LaTeX', { 'text/latex': '$$y$$' }, '.katex-display'],
    [
      'an SVG, as a picture',
      { 'image/svg+xml': '<svg/>', 'text/plain': 'x' },
      'img[alt="x"][src="data:image/svg+xml;base64,PHN2Zy8+"]',
    ],
    ['a PNG', { 'image/png': 'AA\nAA' }, 'img[src="data:image/png;base64,AAAA"]'],
  ])('are shown in their richest form: %s', (_, data, selector) => {
    expect(shown(display(data)).querySelector(selector)).not.toBeNull();
  });

  test('of HTML have their links resolved, and nothing else changed', () => {
    const html = '<p title="x"><a class="c" href="02-b.ipynb#a">b</a><a href="03-c.ipynb">c</a></p>';
    const links = elements(shown(display({ 'text/html': html })), 'a');
    expect(links.map((link) => [link.getAttribute('class'), link.getAttribute('href')])).toEqual([
      ['c', '02-b.html#a'],
      [null, null],
    ]);
  });

  test('of HTML have the formulas in their captions typeset, and the rest of their text left', () => {
    const html = '<figure><p>$a$</p><figcaption class="c">Where $b &lt; c$ costs &lt;$5</figcaption></figure>';
    const figure = shown(display({ 'text/html': html }));
    expect(figure.querySelector('p')?.textContent).toBe('$a$');
    expect(figure.querySelector('figcaption.c annotation')?.textContent).toBe('b < c');
    expect(figure.querySelector('figcaption')?.textContent).toMatch(/^Where .* costs <\$5$/);
  });

  test('that no page can show take no room', () => {
    expect(shown(display({ 'application/x': {} })).children).toHaveLength(0);
  });

  test.each([
    [
      { output_type: 'stream', name: 'stdout', text: 5 },
      'text of output 1 of cell 1 is 5, not a text or a list of lines',
    ],
    [
      { output_type: 'picture' },
      'output_type of output 1 of cell 1 is "picture", not stream, display_data, execute_result or error',
    ],
    [{ output_type: 'error', traceback: 'x' }, 'traceback of output 1 of cell 1 is "x", not a list of lines'],
    ['x', 'output 1 of cell 1 is "x", not an object'],
  ])('that are none are refused: %j', (output, message) => {
    expect(() => notebookOf(['code', '1', output as unknown as Output])).toThrow(message);
  });
});

describe('statements of the paper', () => {
  const page = pageOf(
    ['markdown', '# A'],
    ['markdown', '<a id="eq-1"></a>\n\n## B'],
    ['code', '1', figure],
    ['markdown', '### C'],
    ['code', '1', figure],
    ['markdown', '<a id="other"></a>\n## D'],
    ['code', '1', figure],
  );

  test('are linked to the ledger, with its verdict, where they are treated', () => {
    expect(elements(page.body, '.items a').map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['ledger.html#eq-1.1', '(1), line 1 ✗ fails'],
    ]);
  });

  test('have the figures of their section', () => {
    expect(elements(page.body, '.output').map((output) => output.getAttribute('id'))).toEqual([
      'plot-1',
      'plot-2',
      'plot-3',
    ]);
    expect([...page.figures]).toEqual([
      ['eq-1', ['plot-1', 'plot-2']],
      ['other', ['plot-3']],
    ]);
    for (const id of ['eq-1', 'other', 'plot-3', 'cell-c0', 'B']) expect(page.ids).toContain(id);
  });
});
