import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExecutedNotebook } from '../../../scripts/nbformat/read-notebook.js';
import { readAllAnnotations } from '../../../scripts/site/annotations.js';
import { ledgerPage } from '../../../scripts/site/ledger-page.js';
import { notebookPage } from '../../../scripts/site/notebook-page.js';
import { renderPage } from '../../../scripts/site/page.js';
import { showFigure } from '../../../src/notebook/show-figure.js';
import { showTable } from '../../../src/notebook/table.js';
import { itemOf } from '../../../src/paper/ledger.js';
import { insideCell } from '../../notebook/cell.js';
import { elements, openPage, type PageElement } from '../../plot/jsdom.js';
import { temporaryFolder } from '../temporary-project.js';

// Whatever readers write, their text is text: it runs nothing, asks for nothing, and looks like nothing else.

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.example/a.png">',
  '<iframe src="https://evil.example/"></iframe>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/a.css>',
  '<style>body { display: none }</style>',
  '<form action="https://evil.example/"><input></form>',
  '<a href="javascript:alert(1)">a</a>',
  '<span style="background:url(https://evil.example/)">a</span>',
  '<span style="color:#c35500" onclick="alert(1)">a</span>',
  '<kbd onclick="alert(1)">a</kbd>',
  '<a id="ledger"></a>',
  '"><script>alert(1)</script>',
  '</ul></td></tr></table></main><script>alert(1)</script>',
  '<!--',
  '<![CDATA[',
  '\u0000<script>alert(1)</script>',
  '# <script>alert(1)</script>',
  '> <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  '```"><script>alert(1)</script>\n<script>alert(1)</script>\n```',
  '![a](https://evil.example/a.png)',
  '![a](//evil.example/a.png)',
  '![a](HTTPS&#58;//evil.example/a.png "onerror=alert(1)")',
  '![<script>](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](javascript:alert(1))',
  '[a](JavaScript&colon;alert(1))',
  '[a](\u0001javascript:alert(1))',
  '[a](java\\\nscript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[a](vbscript:alert(1))',
  '[a](file:///etc/passwd)',
  '[a](//evil.example/)',
  '[a](attachment:a)',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n\n[a]',
  '[a](x "\\" onmouseover=\\"alert(1)")',
  '[x](%E0)',
  '![x](%E0%A4%A)',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{javascript:alert(1)}$',
  '$\\includegraphics{https://evil.example/a.png}$',
  '$\\htmlData{onclick=alert(1)}{x}$ $\\htmlStyle{background:url(https://evil.example)}{x}$',
  '$\\text{<script>alert(1)</script>}$',
  '$</span><script>alert(1)</script>$',
  `$${'{'.repeat(9000)}$`,
  `${'['.repeat(5000)}${'*'.repeat(5000)}${'> '.repeat(2000)}`,
  '\ud800',
];

/** What there is of an element that could run or ask for something, or pass for something else of the page. */
function threats(root: PageElement): string[] {
  const outside = /^\s*(?!https?:|mailto:|data:image\/)(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
  const forbidden = elements(root, 'script, iframe, object, embed, base, meta, link, style, form, input, svg script');
  const attributes = elements(root, '*').flatMap((element) => {
    const { attributes } = element as unknown as { attributes: Iterable<{ name: string; value: string }> };
    return [...attributes].filter(
      ({ name, value }) =>
        /^on/i.test(name) ||
        (name === 'href' && outside.test(value)) ||
        (name === 'src' && /^\s*(?!data:image\/)(?:[a-z]+:|\/\/)/i.test(value)) ||
        (name === 'style' && /url\(/i.test(value)),
    );
  });
  return [
    ...forbidden.map(({ nodeName }) => nodeName),
    ...attributes.map(({ name, value }) => `${name}=${value}`),
    ...elements(root, '[id]').map((element) => `id=${element.getAttribute('id')}`),
  ];
}

const item = itemOf('eq-16');
const annotated = (...annotations: readonly object[]) => {
  const kept = annotations.map((annotation) => ({ item: 'eq-16', name: '', notebook: '20-a.ipynb', ...annotation }));
  const { document } = openPage(ledgerPage([item], [], kept).main);
  return document.querySelector('.annotations')!;
};

const pageWith = (...cells: readonly object[]) => {
  const all = cells.map((cell, i) => ({ id: `c${i}`, metadata: {}, ...cell }));
  const notebook = parseExecutedNotebook(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: all }));
  const page = notebookPage({ name: '20-a.ipynb', notebook, notebooks: new Set(), items: [] });
  return { page, body: openPage(page.main).document.body };
};
const pageOf = (...shown: readonly object[]) => {
  const outputs = shown.map((data) => ({ output_type: 'display_data', metadata: {}, data }));
  const { page, body } = pageWith({ cell_type: 'code', source: '1', execution_count: 1, outputs });
  return { page, outputs: elements(body, '.output') };
};
const isNoId = (threat: string) => !threat.startsWith('id=');

describe('text is text, and nothing after it is lost', () => {
  test('as a note, a name, a claim, a premise and an answer', () => {
    const list = HOSTILE.map((text) => ({
      note: text,
      name: text,
      claim: text,
      given: [text],
      answer: { proof: text },
    }));
    const shown = annotated(...(list as object[]));
    expect(threats(shown)).toEqual([]);
    expect(shown.children).toHaveLength(HOSTILE.length);
  });

  test('in the Markdown that a cell shows', () => {
    const { page, outputs } = pageOf(...HOSTILE.map((text) => ({ 'text/markdown': text })));
    expect(outputs.flatMap(threats).filter(isNoId)).toEqual([]); // headings have ids
    expect(outputs.flatMap(threats)).not.toContain('id=ledger');
    expect(page.scripts).toEqual([]);
    expect(outputs).toHaveLength(HOSTILE.length);
  });

  test('in cells of Markdown', () => {
    const { body } = pageWith(...HOSTILE.map((source) => ({ cell_type: 'markdown', source })));
    expect(threats(body).filter(isNoId)).toEqual([]);
    expect(body.querySelectorAll('section')).toHaveLength(HOSTILE.length);
  });

  test('in the title, headings and summary of a notebook', () => {
    const pages = HOSTILE.map((text) => {
      const line = text.replaceAll('\n', ' ');
      return pageWith({ cell_type: 'markdown', source: `# ${line}\n\n**In short** ${line}\n\n## ${line}` }).page;
    });
    for (const { summary } of pages) expect(threats(openPage(summary).document.body)).toEqual([]);
    const { document } = openPage(
      renderPage({ ...pages[0], headings: pages.flatMap(({ headings }) => headings) }, pages),
    );
    expect(threats(document.querySelector('#contents')!)).toEqual([]);
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelectorAll('#contents > ul > li')).toHaveLength(HOSTILE.length);
  });
});

describe('what cells show with it', () => {
  const shown = insideCell();

  test('is safe: a table and its caption', () => {
    for (const text of HOSTILE) showTable([{ [text]: text, b: 1 }], { caption: text });
    const { page, outputs } = pageOf(...shown.map(({ data }) => data));
    expect(outputs.flatMap(threats)).toEqual([]);
    expect(page.scripts).toEqual([]);
  });

  test('is safe: a figure with its caption, text alternative and still', async () => {
    const all = HOSTILE.join(' ');
    const data = HOSTILE.map((text, i) => ({ x: [1, 2], y: [i, 2], name: text, text }));
    await showFigure({ data, layout: { title: { text: all } } }, { alt: all, caption: all });
    const { page, outputs } = pageOf(shown[0].data);
    expect(page.scripts).toHaveLength(1); // the figure's own
    expect(outputs.flatMap(threats)).toEqual(['SCRIPT']);
  });

  test('is safe: a picture whose data are not', () => {
    expect(pageOf({ 'image/png': '"><script>alert(1)</script>' }).outputs.flatMap(threats)).toEqual([]);
  });
});

test('what is written as HTML can be read as it was written', () => {
  const text = '<script>alert(1)</script> & <b>bold</b> <kbd>A</kbd>';
  expect(annotated({ note: text, name: text }).textContent.match(/<script>.*<\/kbd>/g)).toEqual([text, text]);
});

test('links and formulas work, and what a note has for headings does not pass for the page’s', () => {
  const note = '# Title\n\nSee [a](https://arxiv.org/), [b](mailto:a@b.org), [c](../src/index.ts), $x^2$, **bold**.';
  const list = annotated({ note });
  expect(elements(list, 'a').map((link) => link.getAttribute('href'))).toEqual([
    'https://arxiv.org/',
    'mailto:a@b.org',
    '../src/index.ts',
  ]);
  expect(list.querySelectorAll('.katex')).toHaveLength(1);
  expect(elements(list, 'strong').map(({ textContent }) => textContent)).toEqual(['Title', 'bold']);
  expect(list.querySelectorAll('h1')).toHaveLength(0);
});

describe('files of annotations', () => {
  const write = (text: string) => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '20-a.json'), text);
    return { folder, file: join(folder, '20-a.json') };
  };
  const good = { item: 'eq-16', name: '', note: 'good' };

  test.each([
    [{ ...good, note: 5 }, 'note must be a text, got 5'],
    [{ ...good, name: ['a'] }, "name must be a text, got ['a']"],
    [{ ...good, name: 'a\nb' }, "name must be of one line, got 'a\nb'"],
    [{ ...good, name: 'a'.repeat(201) }, 'name must be no longer than 200, is of length 201'],
    [{ ...good, note: 'a'.repeat(20_001) }, 'note must be no longer than 20000'],
    [{ ...good, item: 'lemma-9' }, 'id must be of an item of the ledger'],
    [{ ...good, item: { toString: 1 } }, 'item must be a text, got { toString }'],
    [{ item: 'eq-16', name: '' }, 'the annotation of eq-16 needs a note or a claim'],
    [{ ...good, claim: '' }, "claim must be a text, got ''"],
    [{ ...good, claim: null }, 'claim must be a text, got null'],
    [{ ...good, claim: 'a', given: 'abc' }, "given must be a list, got 'abc'"],
    [{ ...good, claim: 'a', given: [1] }, 'given[0] must be a text, got 1'],
    [{ ...good, given: [] }, 'the annotation of eq-16 has premises, and no claim'],
    [null, 'the annotation must be an object with named parts, got null'],
    [[], 'the annotation must be an object with named parts, got []'],
    ['a', "the annotation must be an object with named parts, got 'a'"],
  ])('leave out %j, and say where it is', (bad, reason) => {
    const { folder, file } = write(JSON.stringify([good, bad, good]));
    const { annotations, leftOut } = readAllAnnotations(folder);
    expect(annotations).toEqual([1, 2].map(() => ({ ...good, notebook: '20-a.ipynb' })));
    expect(leftOut).toEqual([expect.stringContaining(`${file}, annotation 2: ${reason}`)]);
  });

  test.each([
    ['[', 'Unexpected end of JSON input'],
    ['{}', 'it is no list'],
    ['null', 'it is no list'],
    ['', 'Unexpected end of JSON input'],
    [`["${'a'.repeat(4_000_001)}"]`, 'it has 4000005 bytes, more than 4000000'],
  ])('that hold no annotations are left out with their name: %#', (text, reason) => {
    const { folder, file } = write(text);
    const { annotations, leftOut } = readAllAnnotations(folder);
    expect(annotations).toEqual([]);
    expect(leftOut).toEqual([expect.stringContaining(`${file} does not hold annotations: ${reason}`)]);
  });

  test('whatever they hold, the page is made, with one entry for each good one', () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
    const any = fc.oneof(text, fc.jsonValue() as fc.Arbitrary<unknown>);
    const annotation = fc.record(
      {
        item: fc.oneof({ weight: 5, arbitrary: fc.constant('eq-16') }, any),
        name: fc.oneof({ weight: 5, arbitrary: text }, any),
        note: any,
        claim: fc.oneof(fc.constant('I(X;Y) >= 0'), any),
        given: fc.oneof(fc.array(any), any),
        answer: fc.oneof(
          any,
          fc.record({ proof: fc.oneof(any, fc.record({ parts: fc.oneof(any, fc.array(any)) })) }),
          fc.record({
            counterexample: fc.oneof(any, fc.record({ kind: fc.constantFrom('code', 'table'), sums: any })),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    const { folder, file } = write('[]');
    fc.assert(
      fc.property(fc.array(annotation), (list) => {
        writeFileSync(file, JSON.stringify(list));
        const { annotations, leftOut } = readAllAnnotations(folder);
        expect(annotations.length + leftOut.length).toBe(list.length);
        const { document } = openPage(ledgerPage([item], [], annotations).main);
        expect(document.querySelectorAll('.annotations > li')).toHaveLength(annotations.length);
        const shown = document.querySelector('.annotations');
        if (shown) expect(threats(shown)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
