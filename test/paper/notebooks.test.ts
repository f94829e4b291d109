import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/notebook/project.js';
import { ENTRIES } from '../../src/paper/entries.js';

const fileOf = (name: string) => join(projectRoot(), 'notebooks', name);
const written = [...new Set(ENTRIES.map(({ notebook }) => notebook.file))].filter((name) => existsSync(fileOf(name)));

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
}

/** The ids of `<a id="…"></a>` in the Markdown of a notebook. */
function anchorsIn(name: string): string[] {
  const { cells } = JSON.parse(readFileSync(fileOf(name), 'utf8')) as { readonly cells: readonly Cell[] };
  const text = cells
    .filter(({ cell_type }) => cell_type === 'markdown')
    .map(({ source }) => (typeof source === 'string' ? source : source.join('')))
    .join('\n');
  return [...text.matchAll(/<a id="([^"]*)"><\/a>/g)].map(([, id]) => id);
}

describe('a link to the place of an item leads there', () => {
  test('for several notebooks', () => expect(written.length).toBeGreaterThan(4));

  test.each(written)('%s', (name) => {
    const anchors = anchorsIn(name);
    const missing = ENTRIES.filter(({ notebook: { file, anchor } }) => file === name && !anchors.includes(anchor));
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(anchors).toEqual([...new Set(anchors)]);
  });
});
