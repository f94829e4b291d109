import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSite } from '../../../scripts/site/write-site.js';
import { itemOf } from '../../../src/paper/ledger.js';
import { codeNotebook, temporaryFolder } from '../temporary-project.js';

const folderWith = (notebooks: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'notebooks'));
  for (const [name, text] of Object.entries(notebooks)) writeFileSync(join(folder, 'notebooks', name), text);
  return folder;
};
const write = (folder: string) => writeSite({ folder, items: [] });
const filesOf = (folder: string) => readdirSync(folder).sort();

test('it writes a page for each notebook, the same every time, and what the pages share', () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1'), '02-b.ipynb': codeNotebook('2') });
  expect(write(folder)).toEqual({ site: join(folder, 'site'), pages: 5, leftOut: [] });
  const files = ['01-a.html', '02-b.html', 'assets', 'index.html', 'ledger.html', 'reference.html'];
  expect(filesOf(join(folder, 'site'))).toEqual(files);
  expect(filesOf(join(folder, 'site', 'assets'))).toEqual(['fonts', 'katex.css', 'plotly.js', 'site.css', 'site.js']);
  const page = join(folder, 'site', '01-a.html');
  const before = readFileSync(page, 'utf8');
  expect(before).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  write(folder);
  expect(readFileSync(page, 'utf8')).toBe(before);
  expect(filesOf(join(folder, 'site'))).toEqual(files);
});

test('it removes the pages of notebooks that are gone, and no other file', () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1'), '02-b.ipynb': codeNotebook('2') });
  write(folder);
  writeFileSync(join(folder, 'site', 'CNAME'), '');
  rmSync(join(folder, 'notebooks', '02-b.ipynb'));
  write(folder);
  expect(filesOf(join(folder, 'site'))).toEqual([
    '01-a.html',
    'CNAME',
    'assets',
    'index.html',
    'ledger.html',
    'reference.html',
  ]);
});

test('it leaves out what is no notebook, and says why', () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1'), '02-b.ipynb': '{"cells": [' });
  const { leftOut, pages } = write(folder);
  expect(pages).toBe(4);
  expect(leftOut).toEqual([expect.stringContaining('02-b.ipynb is not a notebook: ')]);
});

test('it shows the readers’ annotations, and fails for a file that holds none', () => {
  const folder = folderWith({ '01-a.ipynb': codeNotebook('1') });
  mkdirSync(join(folder, 'annotations'));
  const file = join(folder, 'annotations', '01-a.json');
  writeFileSync(file, JSON.stringify([{ item: 'eq-16', name: '', note: 'mine' }]));
  writeSite({ folder, items: [itemOf('eq-16')] });
  expect(readFileSync(join(folder, 'site', 'ledger.html'), 'utf8')).toContain('<p>mine</p>');
  writeFileSync(file, '{');
  expect(() => write(folder)).toThrow(`${file} does not hold annotations`);
});

test('without notebooks it fails', () => {
  expect(() => write(folderWith({}))).toThrow('there are no notebooks in ');
});
