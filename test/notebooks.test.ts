import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readNotebook } from '../scripts/nbformat/read-notebook.js';
import { writeNotebook } from '../scripts/nbformat/write-notebook.js';
import { reproduce } from '../scripts/reproduce-notebooks.js';
import { runNotebook } from '../scripts/run-notebook.js';
import { selectNotebooks } from '../scripts/select-notebooks.js';
import { projectRoot } from '../src/notebook/project.js';
import { stockKernelSpec } from './kernel/stock-kernel-spec.js';

const folder = join(projectRoot(), 'notebooks');
const notebooks = selectNotebooks(folder);
const out = mkdtempSync(join(tmpdir(), 'notebooks-'));
afterAll(() => rmSync(out, { recursive: true }));

const cellsOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')).cells;

/** A cell that fails an assertion fails its notebook. */
describe('every notebook runs at quick scale', () => {
  test.each(notebooks)('%s', async (name) => {
    const { finished } = await reproduce({ scale: 'quick', only: [name], out });
    expect(finished).toEqual([name]);
  });

  test('and Figure 4 leaves a number for each of its 42 settings', () => {
    const { results } = JSON.parse(readFileSync(join(out, 'results', 'figure-4.json'), 'utf8'));
    for (const sweep of ['K', 'J', 'L']) {
      const curve = results['published-code']['separate-histograms'][sweep];
      expect(Object.keys(curve).map(Number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
      for (const { mean, standardDeviation, median, n, values } of Object.values<Record<string, number>>(curve)) {
        expect([mean, standardDeviation, median].every(Number.isFinite)).toBe(true);
        expect(values).toHaveLength(n);
      }
    }
  });
});

describe('every notebook has the same outputs on the stock kernel', () => {
  test.each(notebooks)('%s', async (name) => {
    const env = {
      REVERSE_BOTTLENECK_SCALE: 'quick',
      REVERSE_BOTTLENECK_RESULTS: join(out, 'stock'),
      REVERSE_BOTTLENECK_ANNOTATIONS: join(out, 'stock'),
      JPY_SESSION_NAME: name,
    };
    const executed = await runNotebook(readNotebook(join(folder, name)), { cwd: folder, env, spec: stockKernelSpec });
    const file = join(out, `stock-${name}`);
    writeNotebook(file, executed);
    expect(cellsOf(file)).toEqual(cellsOf(join(out, 'notebooks', name)));
  });
});
