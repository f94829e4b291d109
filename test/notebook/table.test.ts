import { describe, expect, test } from 'vitest';
import { type Row, showTable, type TableOptions } from '../../src/notebook/table.js';
import { elements, openPage, type PageElement } from '../plot/jsdom.js';
import { insideCell } from './cell.js';

const shown = insideCell();

function tableOf(rows: readonly Row[], options?: TableOptions): PageElement {
  showTable(rows, options);
  return openPage(shown[0].data['text/html']).document;
}
const texts = (root: PageElement, selector: string) => elements(root, selector).map(({ textContent }) => textContent);

describe('a table of records', () => {
  const rows = [
    { estimator: 'plug-in', nats: 1.23456, rounds: 4200, holds: true },
    { estimator: 'Miller–Madow', nats: -0.5, rounds: 12, holds: null },
  ];

  test('has the keys of the first row as headings and one line a record', () => {
    const table = tableOf(rows);
    expect(texts(table, 'thead th')).toEqual(['estimator', 'nats', 'rounds', 'holds']);
    expect(texts(table, 'tbody tr')).toEqual(['plug-in1.2354,200yes', 'Miller–Madow−0.512–']);
  });

  test('tells headings of columns from headings of rows', () => {
    const table = tableOf(rows, { caption: 'Estimators' });
    expect(elements(table, 'thead th').map((th) => th.getAttribute('scope'))).toEqual(['col', 'col', 'col', 'col']);
    expect(texts(table, 'tbody th[scope=row]')).toEqual(['plug-in', 'Miller–Madow']);
    expect(texts(table, 'table > caption')).toEqual(['Estimators']);
  });

  test('aligns numbers to the right, the rest to the left', () => {
    const sides = elements(tableOf(rows), 'tbody tr:first-child > *').map((cell) => cell.style.textAlign);
    expect(sides).toEqual(['left', 'right', 'right', 'left']);
  });

  test('rounds to the digits asked for, except integers', () => {
    expect(texts(tableOf(rows, { digits: 2 }), 'tbody tr')).toEqual(['plug-in1.234,200yes', 'Miller–Madow−0.5012–']);
  });

  test('lets a column have digits of its own', () => {
    const columns = [{ key: 'nats', digits: 1 }, 'rounds'];
    expect(texts(tableOf(rows, { columns, digits: 2 }), 'tbody tr')).toEqual(['1.24,200', '−0.512']);
  });

  test('shows the columns asked for, as asked for', () => {
    const format = (value: unknown) => `<${value}>`;
    const table = tableOf(rows, {
      columns: ['rounds', { key: 'nats', label: 'I(X;Y)', digits: 2 }, { key: 'holds', format }],
    });
    expect(texts(table, 'thead th')).toEqual(['rounds', 'I(X;Y)', 'holds']);
    expect(texts(table, 'tbody td')).toEqual(['4,200', '1.23', '<true>', '12', '−0.50', '<null>']);
  });

  test('escapes what it shows', () => {
    showTable([{ '<script>': '</td><img src=x onerror="1">' }], { caption: 'a & b < c' });
    const html = shown[0].data['text/html'];
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    const { document } = openPage(html);
    expect(texts(document, 'td, th')).toEqual(['<script>', '</td><img src=x onerror="1">']);
    expect(texts(document, 'caption')).toEqual(['a & b < c']);
  });

  test('is aligned as plain text', () => {
    showTable(rows, { caption: 'Estimators', columns: ['estimator', { key: 'nats', digits: 3 }] });
    expect(shown[0].data['text/plain']).toBe(
      [
        'Estimators',
        '',
        'estimator       nats',
        '────────────  ──────',
        'plug-in        1.235',
        'Miller–Madow  −0.500',
      ].join('\n'),
    );
  });
});

describe('a table of lists', () => {
  test('takes the columns in order', () => {
    const table = tableOf(
      [
        [2, 0.25],
        [4, 0.5],
      ],
      { columns: ['K', { key: 'gap', digits: 1 }] },
    );
    expect(texts(table, 'th')).toEqual(['K', 'gap']);
    expect(texts(table, 'td')).toEqual(['2', '0.3', '4', '0.5']);
  });
});

test.each<[string, readonly Row[], TableOptions, string]>([
  ['no rows', [], {}, 'rows must not be empty'],
  ['lists without columns', [[1]], {}, 'columns must be named when rows are arrays'],
  ['a ragged list', [[1, 2], [3]], { columns: ['a', 'b'] }, 'rows[1] must have 2 columns, got 1'],
  ['a list longer than the columns', [[1, 2]], { columns: ['a'] }, 'rows[0] must have 1 columns, got 2'],
  ['a ragged record', [{ a: 1 }, { a: 1, b: 2 }], {}, 'rows[1] must have 1 columns, got 2'],
  ['a record with another key', [{ a: 1 }, { b: 2 }], {}, "rows[1] has no column 'a', only b"],
  ['an unknown column', [{ a: 1 }], { columns: ['c'] }, "rows[0] has no column 'c', only a"],
  ['lists among records', [{ a: 1 }, [1]], {}, 'rows[1] must be of the same kind as rows[0]'],
])('%s is an error', (_, rows, options, message) => {
  expect(() => showTable(rows, options)).toThrow(new RangeError(message));
  expect(shown).toEqual([]);
});
