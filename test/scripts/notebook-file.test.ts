import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Notebook } from '../../scripts/nbformat/nbformat.js';
import { parseNotebook, readNotebook } from '../../scripts/nbformat/read-notebook.js';
import { formatNotebook } from '../../scripts/nbformat/write-notebook.js';
import { codeNotebook, temporaryFolder } from './temporary-project.js';

const fixture = (name: string) => join(import.meta.dirname, '../fixtures/notebooks', name);

function notebookText(cell: Record<string, unknown>, rest: Record<string, unknown> = {}): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell], ...rest });
}

const cell = { cell_type: 'code', id: 'a', metadata: {}, source: '', outputs: [], execution_count: null };

describe('reading a notebook', () => {
  it('joins lines, keeps ids and metadata, and drops outputs, counts and times', () => {
    const { cells, metadata } = readNotebook(fixture('outputs.ipynb'));
    expect(metadata.title).toBe('kept');
    expect(cells.map(({ id }) => id)).toEqual([
      'title',
      'raw',
      'streams',
      'blank',
      'displays',
      'update',
      'bundle',
      'late',
    ]);
    expect(cells[0]).toHaveProperty('attachments');
    expect(cells[2]).toEqual({
      cell_type: 'code',
      id: 'streams',
      metadata: { tags: ['kept'] },
      source: expect.stringMatching(/^console.log\('first'\);\nconsole.log/),
      execution_count: null,
      outputs: [],
    });
  });

  it('gives cells without ids the same free ids each time, and says that it is nbformat 4.5 then', () => {
    const { cells, nbformat_minor } = readNotebook(fixture('without-ids.ipynb'));
    expect(cells.map(({ id }) => id)).toEqual(['cell-1-', 'cell-2', 'cell-1']);
    expect(nbformat_minor).toBe(5);
  });

  it.each([
    ['{"nbformat": 4', /JSON/],
    ['[]', 'the file is [], not an object'],
    ['{"worksheets": [], "nbformat": 3}', 'nbformat is 3, not 4'],
    ['{}', 'nbformat is undefined, not 4'],
    [notebookText(cell, { nbformat_minor: '5' }), 'nbformat_minor is "5", not an integer'],
    [notebookText(cell, { metadata: null }), 'metadata is null, not an object'],
    [notebookText(cell, { cells: {} }), 'cells is {}, not a list'],
    [notebookText(cell, { cells: ['x'] }), 'cell 1 is "x", not an object'],
    [notebookText({ ...cell, cell_type: 'heading' }), 'cell_type of cell 1 is "heading", not code, markdown or raw'],
    [notebookText({ ...cell, source: 7 }), 'source of cell 1 is 7, not a text or a list of lines'],
    [notebookText({ ...cell, source: ['a', 7] }), 'source of cell 1 is ["a",7], not a text or a list of lines'],
    [notebookText({ ...cell, metadata: [] }), 'metadata of cell 1 is [], not an object'],
    [notebookText({ ...cell, id: 'with space' }), 'id of cell 1 is "with space", not 1 to 64 letters, digits, - or _'],
    [notebookText(cell, { cells: [cell, cell] }), 'id of cell 2 is "a", which an earlier cell has too'],
  ])('refuses %s', (text, message) => {
    expect(() => parseNotebook(text)).toThrow(message);
  });

  it('names the file that it refuses', () => {
    const file = join(temporaryFolder(), 'broken.ipynb');
    writeFileSync(file, '{"nbformat": 3}');
    expect(() => readNotebook(file)).toThrow(`${file} is not a notebook: nbformat is 3, not 4`);
  });
});

describe('writing a notebook', () => {
  const notebook = parseNotebook(codeNotebook(''));
  const format = (source: string) =>
    JSON.parse(formatNotebook({ ...notebook, cells: [{ ...notebook.cells[0], source }] }));

  it.each([
    ['', []],
    ['a', ['a']],
    ['a\nb', ['a\n', 'b']],
    ['a\n', ['a\n']],
    ['\n\na', ['\n', '\n', 'a']],
    ['a\r\nb\rc', ['a\r\n', 'b\r', 'c']],
  ])('stores the text %j as the lines %j', (source, lines) => {
    expect(format(source).cells[0].source).toEqual(lines);
  });

  it('leaves a file as Jupyter wrote it byte for byte, where nothing was dropped on reading', () => {
    const text = [
      '{',
      ' "cells": [',
      '  {',
      '   "cell_type": "markdown",',
      '   "id": "a",',
      '   "metadata": {},',
      '   "source": [',
      '    "Größe\\n",',
      '    "\\"x\\""',
      '   ]',
      '  }',
      ' ],',
      ' "metadata": {',
      '  "a": 1,',
      '  "b": []',
      ' },',
      ' "nbformat": 4,',
      ' "nbformat_minor": 5',
      '}',
      '',
    ].join('\n');
    expect(formatNotebook(parseNotebook(text))).toBe(text);
  });

  it('stores text, svg and javascript as lines, and other data as it is', () => {
    const data = {
      'text/html': 'a\nb',
      'image/svg+xml': 'a\nb',
      'application/javascript': 'a\nb',
      'image/png': 'YQpi\n',
      'application/json': { b: 'a\nb' },
    };
    const output = { output_type: 'display_data' as const, data, metadata: {} };
    const code = { ...notebook.cells[0], outputs: [output] } as Notebook['cells'][number];
    const written = JSON.parse(formatNotebook({ ...notebook, cells: [code] }));
    expect(written.cells[0].outputs[0].data).toEqual({
      'text/html': ['a\n', 'b'],
      'image/svg+xml': ['a\n', 'b'],
      'application/javascript': ['a\n', 'b'],
      'image/png': 'YQpi\n',
      'application/json': { b: 'a\nb' },
    });
  });

  it('is the inverse of reading', () => {
    const text = formatNotebook(parseNotebook(readFileSync(fixture('outputs.ipynb'), 'utf8')));
    expect(formatNotebook(parseNotebook(text))).toBe(text);
  });
});
