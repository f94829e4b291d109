import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSite } from '../../../scripts/site/write-site.js';
import { itemOf } from '../../../src/paper/ledger.js';
import { elements, openPage } from '../../plot/jsdom.js';
import { codeNotebook, temporaryFolder } from '../temporary-project.js';

const folderWith = (notebooks: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'notebooks'));
  for (const [name, text] of Object.entries(notebooks)) writeFileSync(join(folder, 'notebooks', name), text);
  return folder;
};
const write = (folder: string) => writeSite({ folder, items: [] });
const filesOf = (folder: string) => readdirSync(folder).sort();

test('it writes a page for each notebook, the same every time, and what the pages share', async () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1'), '02-b.ipynb': codeNotebook('2') });
  expect(await write(folder)).toEqual({ site: join(folder, 'site'), pages: 5, leftOut: [] });
  const files = ['01-a.html', '02-b.html', 'assets', 'index.html', 'ledger.html', 'reference.html'];
  expect(filesOf(join(folder, 'site'))).toEqual(files);
  expect(filesOf(join(folder, 'site', 'assets'))).toEqual(['fonts', 'katex.css', 'plotly.js', 'site.css', 'site.js']);
  const page = join(folder, 'site', '01-a.html');
  const before = readFileSync(page, 'utf8');
  expect(before).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  await write(folder);
  expect(readFileSync(page, 'utf8')).toBe(before);
  expect(filesOf(join(folder, 'site'))).toEqual(files);
});

test('it removes the pages of notebooks that are gone, and no other file', async () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1'), '02-b.ipynb': codeNotebook('2') });
  await write(folder);
  writeFileSync(join(folder, 'site', 'CNAME'), '');
  rmSync(join(folder, 'notebooks', '02-b.ipynb'));
  await write(folder);
  expect(filesOf(join(folder, 'site'))).toEqual([
    '01-a.html',
    'CNAME',
    'assets',
    'index.html',
    'ledger.html',
    'reference.html',
  ]);
});

test('it leaves out what is no notebook, and says why', async () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1'), '02-b.ipynb': '{"cells": [' });
  const { leftOut, pages } = await write(folder);
  expect(pages).toBe(4);
  expect(leftOut).toEqual([expect.stringContaining('02-b.ipynb is not a notebook: ')]);
});

test('it shows the readers’ annotations, and leaves out the bad ones with their file', async () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1') });
  mkdirSync(join(folder, 'annotations'));
  const file = (name: string) => join(folder, 'annotations', name);
  const annotation = { item: 'eq-16', name: '', note: 'mine, [x](%E0)' };
  writeFileSync(file('01-a.json'), JSON.stringify([{ ...annotation, note: 5 }, annotation]));
  writeFileSync(file('02-b.json'), '{');
  const { leftOut } = await writeSite({ folder, items: [itemOf('eq-16')] });
  expect(readFileSync(join(folder, 'site', 'ledger.html'), 'utf8')).toContain(
    '<p>mine, <a href="../notebooks/%E0">x</a>',
  );
  expect(leftOut).toEqual([
    `${file('01-a.json')}, annotation 1: note must be a text, got 5`,
    expect.stringContaining(`${file('02-b.json')} does not hold annotations: `),
  ]);
});

test('names of notebooks may be any', async () => {
  const name = '20 “my” 50% #1? & <ü>.ipynb';
  const folder = folderWith({ [name]: codeNotebook('1') });
  await write(folder);
  const { document } = openPage(readFileSync(join(folder, 'site', 'index.html'), 'utf8'));
  const [link] = elements(document, '.notebooks a');
  const { pathname, hash, search } = new URL(link.getAttribute('href')!, 'file:///');
  expect([decodeURIComponent(pathname), hash, search]).toEqual([`/${name.replace('.ipynb', '.html')}`, '', '']);
});

test('it stops when it is told to, before anything is written', async () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1') });
  const controller = new AbortController();
  setImmediate(() => controller.abort(new Error('enough')));
  await expect(writeSite({ folder, items: [], signal: controller.signal })).rejects.toThrow('enough');
  expect(filesOf(join(folder, 'site'))).toEqual(['assets']);
  expect(filesOf(join(folder, 'site', 'assets'))).toEqual(['fonts']);
});

test.each(['site', 'site/assets', 'site/assets/fonts'])(
  'it finds out first that %s cannot be written to',
  async (part) => {
    const folder = folderWith({ '01-a.ipynb': codeNotebook('1') });
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    writeFileSync(join(folder, part), '');
    await expect(write(folder)).rejects.toThrow(`cannot write to ${join(folder, part)}: `);
  },
);

test('without notebooks it fails', async () => {
  await expect(write(folderWith({}))).rejects.toThrow('there are no notebooks in ');
});
