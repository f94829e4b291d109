import { describe, expect, test } from 'vitest';
import { ledgerPage } from '../../../scripts/site/ledger-page.js';
import type { NotebookPage } from '../../../scripts/site/notebook-page.js';
import { ledger } from '../../../src/paper/ledger.js';
import { elements, openPage } from '../../plot/jsdom.js';

const chosen = ['eq-21', 'eq-21.2', 'lemma-3.1', 'remark-4.6.1'];
const items = ledger.filter(({ id }) => chosen.includes(id));
const find = (id: string) => items.find((item) => item.id === id)!;

const treated = find('lemma-3.1').notebook;
const page = {
  name: treated.file,
  file: treated.file.replace('.ipynb', '.html'),
  title: '05 Lemma <3.1>',
  ids: new Set([treated.anchor]),
  figures: new Map([[treated.anchor, ['plot-1', 'plot-2']]]),
} as unknown as NotebookPage;

const { body } = openPage(ledgerPage(items, [page]).main).document;
const row = (id: string) => elements(body, 'tbody > tr').find((row) => row.getAttribute('id') === id)!;
const linksOf = (id: string) => elements(row(id), '.places a').map((link) => link.getAttribute('href'));

test('every item has a row with an anchor, its verdict in words, its formula and its reason', () => {
  expect(elements(body, '#ledger > tbody > tr').map((row) => row.getAttribute('id'))).toEqual(
    items.map(({ id }) => id),
  );
  for (const { id, verdict, statement, reason, reading } of items) {
    expect(row(id).querySelector('.verdict')?.getAttribute('class')).toBe(`verdict ${verdict}`);
    expect(row(id).querySelector('.statement .katex')).not.toBeNull();
    for (const text of [statement, reason, reading]) expect(row(id).textContent).toContain(text);
  }
});

test('it links to the section where it is stepped through, and to its figures', () => {
  const [section, ...figures] = linksOf('lemma-3.1');
  expect(section).toBe(`${page.file}#${treated.anchor}`);
  expect(figures).toEqual([`${page.file}#plot-1`, `${page.file}#plot-2`]);
});

test('where its notebook is not there it says so', () => {
  expect(linksOf('eq-21.2')).toEqual([]);
  expect(row('eq-21.2').textContent).toContain('not among these notebooks');
});

describe('the evidence', () => {
  test('is the counterexample and the proofs that were found, in full', () => {
    const { base, premises } = find('eq-21.2').evidence!;
    const shown = elements(row('eq-21.2'), 'pre').map(({ textContent }) => textContent);
    if (base.kind !== 'decided' || premises[0].kind !== 'decided') expect.fail('not decided');
    expect(shown).toContain(String(base.counterexample));
    expect(shown).toContain(premises[0].certificate!.write('text'));
  });

  test('is the numbers where something was computed', () => {
    const { base } = find('lemma-3.1').evidence!;
    if (base.kind !== 'computed') expect.fail('not computed');
    for (const name of Object.keys(base.numbers))
      expect(row('lemma-3.1').querySelector('details')?.textContent).toContain(name);
  });
});

test('readers’ annotations stand with their item, their claims verified again', () => {
  const claim = {
    item: 'eq-21.2',
    notebook: '20-mine.ipynb',
    name: 'a <b>',
    claim: 'I(X;Y) >= 0',
    given: ['X -> Y -> Z'],
  };
  const note = { item: 'eq-21.2', notebook: page.name, name: '', note: '**bold**' };
  const { document } = openPage(ledgerPage(items, [page], [claim, note]).main);
  const [first, second] = elements(document, '[id="eq-21.2"] .annotations > li');
  expect(first.textContent).toContain('a <b>, in 20-mine.ipynb');
  expect(first.textContent).toContain('I(X;Y) >= 0 (open): what is stored of it does not verify');
  expect(second.querySelector('strong')?.textContent).toBe('bold');
  expect(second.querySelector('a')?.getAttribute('href')).toBe(page.file);
  expect(document.querySelectorAll('.annotations')).toHaveLength(1);
});

test('one can choose among the verdicts, kinds and parts that there are', () => {
  const options = (name: string) =>
    elements(body, `[name="${name}"] option`).map((option) => option.getAttribute('value'));
  expect(options('verdict').slice(1).sort()).toEqual([...new Set(items.map(({ verdict }) => verdict))].sort());
  expect(options('kind').slice(1)).toEqual([...new Set(items.map(({ kind }) => kind))]);
  expect(options('part')).toContain('05 Lemma <3.1>');
});
