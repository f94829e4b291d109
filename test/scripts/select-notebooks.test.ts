import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { selectNotebooks } from '../../scripts/select-notebooks.js';
import { UsageError } from '../../scripts/usage-error.js';
import { temporaryFolder } from './temporary-project.js';

function folderWith(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}

const names = ['11-last.ipynb', '03-third.ipynb', '00-first.ipynb', 'notes.md', '03-third.ipynb.7.partial'];

it('takes all notebooks, and nothing else, in order of their names', () => {
  expect(selectNotebooks(folderWith(...names))).toEqual(['00-first.ipynb', '03-third.ipynb', '11-last.ipynb']);
});

it('takes those that begin as wanted, each once', () => {
  expect(selectNotebooks(folderWith(...names), ['11', '0', '03'])).toEqual([
    '00-first.ipynb',
    '03-third.ipynb',
    '11-last.ipynb',
  ]);
  expect(selectNotebooks(folderWith(...names), ['03'])).toEqual(['03-third.ipynb']);
});

it('says which notebooks there are if one of the wanted is not among them', () => {
  const select = () => selectNotebooks(folderWith(...names), ['03', '04']);
  expect(select).toThrow(UsageError);
  expect(select).toThrow(
    'no notebook begins with "04"; there are\n  00-first.ipynb\n  03-third.ipynb\n  11-last.ipynb',
  );
});

it('says so if there are no notebooks at all', () => {
  const folder = folderWith('notes.md');
  expect(() => selectNotebooks(folder)).toThrow(`there are no notebooks in ${folder}`);
});
