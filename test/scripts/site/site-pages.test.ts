import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readExecutedNotebook } from '../../../scripts/nbformat/read-notebook.js';
import { selectNotebooks } from '../../../scripts/select-notebooks.js';
import { assets } from '../../../scripts/site/assets.js';
import { sitePages } from '../../../scripts/site/write-site.js';
import { projectRoot } from '../../../src/notebook/project.js';
import { ledger } from '../../../src/paper/ledger.js';
import { elements, openPage, type PageElement } from '../../plot/jsdom.js';

// The site of the project's own notebooks, as they are, with the whole ledger.

const folder = join(projectRoot(), 'notebooks');
const names = selectNotebooks(folder);
const notebooks = new Map(names.map((name) => [name, readExecutedNotebook(join(folder, name))]));
const documents = new Map<string, PageElement>(
  (await sitePages(notebooks, ledger)).map(({ path, content }) => [path, openPage(String(content)).document]),
);
const files = new Set(assets().map(({ path }) => path));
const pages = [...documents.keys()];
const idsOf = (page: string) => elements(documents.get(page)!, '[id]').map((element) => element.getAttribute('id')!);
const ids = new Map(pages.map((page) => [page, new Set(idsOf(page))]));

test('every notebook has a page, after the index and before the ledger and the reference', () => {
  const own = names.map((name) => name.replace('.ipynb', '.html'));
  expect(pages).toEqual(['index.html', ...own, 'ledger.html', 'reference.html']);
});

describe.each(pages)('%s', (page) => {
  const document = documents.get(page)!;

  test('has a title, one main heading, and ids that are its own', () => {
    expect(document.querySelector('title')?.textContent).toMatch(/\S · /);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(idsOf(page)).toEqual([...new Set(idsOf(page))]);
  });

  test('links to what is there', () => {
    // What the overview shows of the ledger has anchors of notebooks that are not written yet.
    const inOutputs = new Set(elements(document, '.output a[href]'));
    const broken = elements(document, 'a[href]')
      .map((link) => link.getAttribute('href')!.replace(inOutputs.has(link) ? /#.*/ : '', ''))
      .filter((href) => !/^https:/.test(href) && !leads(href));
    expect(broken).toEqual([]);
  });

  const leads = (href: string) => {
    const { pathname, hash } = new URL(href, `file:///site/${page}`);
    const target = posix.relative('/site', decodeURIComponent(pathname));
    if (/^\.\.\/(?:src|notebooks\/figures)\//.test(target)) return existsSync(join(projectRoot(), 'site', target));
    return hash === '' ? ids.has(target) : ids.get(target)?.has(decodeURIComponent(hash.slice(1)));
  };

  test('loads nothing but what is beside it', () => {
    const loaded = elements(document, '[src], link[href], source, iframe, object, embed').map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? element.nodeName,
    );
    expect(loaded.filter((address) => !address.startsWith('data:') && !files.has(address))).toEqual([]);
  });

  test('has a content policy before all else, by which its own scripts may run and no other', () => {
    const [, policy] = elements(document, 'head > *');
    expect(policy.getAttribute('http-equiv')).toBe('Content-Security-Policy');
    const rules = Object.fromEntries(
      policy
        .getAttribute('content')!
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    const inline = elements(document, 'script:not([src])').map(({ textContent }) => textContent);
    const hashes = inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(rules['script-src'].toSorted()).toEqual(["'self'", 'file:', ...hashes].toSorted());
    expect([rules['default-src'], rules['base-uri'], rules['form-action']]).toEqual([1, 2, 3].map(() => ["'none'"]));
    expect(rules['img-src']).toEqual(["'self'", 'file:', 'data:', 'blob:']);
  });

  test('has no formula that KaTeX cannot read', () => {
    expect(elements(document, '.katex-error').map((error) => error.getAttribute('title'))).toEqual([]);
  });

  test('has for every figure a still with a text alternative, and the data to make it live', () => {
    for (const holder of elements(document, '[data-figure]')) {
      const still = holder.querySelector('img')!;
      expect(still.getAttribute('src')).toMatch(/^data:image\/svg\+xml;base64,/);
      expect(still.getAttribute('alt')).toMatch(/\w+ \w+/);
      const scripts = elements(document, 'script:not([src])').map(({ textContent }) => textContent);
      const own = scripts.filter((script) => script.includes(`("${holder.dataset.figure}",{"data":[{`));
      expect(own).toHaveLength(1);
    }
  });
});

test('style sheets load nothing from elsewhere, and only what is there', () => {
  for (const { path, content } of assets().filter(({ path }) => path.endsWith('.css'))) {
    const addresses = [...String(content).matchAll(/url\(([^)]*)\)|@import/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !files.has(posix.join(posix.dirname(path), address)))).toEqual([]);
  }
});
