import { describe, expect, test } from 'vitest';
import { showLedger } from '../../../src/notebook/cards/ledger-table.js';
import { itemOf, ledger, type PaperItem } from '../../../src/paper/ledger.js';
import { elements, openPage, type PageElement } from '../../plot/jsdom.js';
import { insideCell } from '../cell.js';

const some = ['lemma-3.1', 'eq-15', 'lemma-e.2', 'remark-4.6.1', 'def-4.1'].map(itemOf);

describe('the ledger as a table', () => {
  const shown = insideCell();
  const page = (items: readonly PaperItem[] = some) => {
    showLedger(items);
    const window = openPage(shown[0].data['text/html']);
    return { window, run: () => elements(window.document, 'script').map((script) => window.eval(script.textContent)) };
  };
  const rows = (root: PageElement) => elements(root, 'tbody tr');
  const visible = (root: PageElement) => rows(root).filter((row) => row.getAttribute('hidden') === null);

  test('has a row for every item, with its verdict in words and a link to its notebook', () => {
    const { window } = page(ledger);
    const all = rows(window.document);
    expect(all).toHaveLength(ledger.length);
    const links = elements(window.document, 'tbody a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(ledger.map(({ notebook }) => `${notebook.file}#${notebook.anchor}`));
    expect(all[ledger.indexOf(itemOf('eq-15'))].textContent).toContain('◐ holds under a premise');
    expect(shown[0].data['text/plain']).toContain('Lemma E.2: ✓ holds: ');
  });

  test('has no controls where scripts do not run', () => {
    expect(elements(page().window.document, 'input')).toHaveLength(0);
  });

  test('is filtered by verdict', () => {
    const { window, run } = page();
    run();
    const [, ...boxes] = elements(window.document, 'input');
    expect(boxes.map((box) => box.getAttribute('value') ?? (box as unknown as { value: string }).value)).toEqual([
      'definition',
      'holds',
      'holds-under',
      'fails',
    ]);
    for (const box of boxes.slice(0, 3)) {
      (box as unknown as { checked: boolean }).checked = false;
      box.dispatchEvent(new window.Event('change'));
    }
    expect(visible(window.document).map((row) => row.dataset.verdict)).toEqual(['fails']);
    expect(window.document.querySelector('[role=status]')?.textContent).toBe('1 of 5');
  });

  test('is searched for all of the words, in any case', () => {
    const { window, run } = page();
    run();
    const search = window.document.querySelector('input[type=search]')!;
    (search as unknown as { value: string }).value = 'LEMMA e.2';
    search.dispatchEvent(new window.Event('input'));
    expect(visible(window.document).map((row) => row.querySelector('a')?.textContent)).toEqual(['Lemma E.2']);
  });

  test('gets one filter, however often its script runs', () => {
    const { window, run } = page();
    run();
    run();
    expect(elements(window.document, 'input[type=search]')).toHaveLength(1);
  });
});
