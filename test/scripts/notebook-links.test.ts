import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNotebook, readExecutedNotebook } from '../../scripts/nbformat/read-notebook.js';
import { withLinks } from '../../scripts/notebook-links.js';
import { selectNotebooks } from '../../scripts/select-notebooks.js';
import { projectRoot } from '../../src/notebook/project.js';

const folder = join(projectRoot(), 'notebooks');
const names = selectNotebooks(folder);

function notebook(...texts: readonly string[]) {
  const cells = texts.map((source, i) => ({ cell_type: 'markdown', id: `cell-${i}`, metadata: {}, source }));
  return parseNotebook(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
}

const lastText = (of: ReturnType<typeof notebook>) => of.cells.at(-1)!.source;

describe('links at the end of notebooks', () => {
  const three = new Map([
    ['00-start.ipynb', notebook('# The start')],
    [
      '01-middle.ipynb',
      notebook('# The *middle* (§4.1)', 'So far.\n\nPrevious: [old](old.ipynb). Next: [new](new.ipynb).'),
    ],
    ['02-end.ipynb', notebook('# The end: all of it', 'Done.')],
  ]);

  test('lead to the one before, the one after and the first', () => {
    expect([...withLinks(three).values()].map(lastText)).toEqual([
      '# The start\n\nNext: [01 The middle](01-middle.ipynb).',
      'So far.\n\nNext: [02 The end](02-end.ipynb). Back to the [overview](00-start.ipynb).',
      'Done.\n\nPrevious: [01 The middle](01-middle.ipynb). Back to the [overview](00-start.ipynb).',
    ]);
  });

  test('are the same when they are made again', () => {
    expect(withLinks(withLinks(three))).toEqual(withLinks(three));
  });

  test('are those that npm run links makes', () => {
    const notebooks = new Map(names.map((name) => [name, readExecutedNotebook(join(folder, name))]));
    const made = [...withLinks(notebooks)].map(([name, { cells }]) => [name, cells.map(({ source }) => source)]);
    expect(made).toEqual([...notebooks].map(([name, { cells }]) => [name, cells.map(({ source }) => source)]));
  });
});

test('the overview leads to every notebook', () => {
  const overview = readFileSync(join(folder, names[0]), 'utf8');
  expect(names.slice(1).filter((name) => !overview.includes(`](${name})`))).toEqual([]);
});
