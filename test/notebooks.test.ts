import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readNotebook } from '../scripts/nbformat/read-notebook.js';
import { writeNotebook } from '../scripts/nbformat/write-notebook.js';
import { reproduce } from '../scripts/reproduce-notebooks.js';
import { runNotebook } from '../scripts/run-notebook.js';
import { selectNotebooks } from '../scripts/select-notebooks.js';
import { projectRoot } from '../src/notebook/project.js';
import { KL_GAP_MEASURES } from '../src/synthesis/measures.js';
import { PROTOCOLS } from '../src/synthesis/protocols.js';
import { stockKernelSpec } from './kernel/stock-kernel-spec.js';

const folder = join(projectRoot(), 'notebooks');
const notebooks = selectNotebooks(folder);
const out = mkdtempSync(join(tmpdir(), 'notebooks-'));
afterAll(() => rmSync(out, { recursive: true }));

const cellsOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')).cells;

/** A cell that fails an assertion fails its notebook. Both kernels at a time: most of it is waiting for one of them. */
describe('every notebook runs at quick scale, with the same outputs on the stock kernel', () => {
  test.each(notebooks)('%s', async (name) => {
    const [{ finished }, stock] = await Promise.all([
      reproduce({ scale: 'quick', only: [name], out }),
      runOnStockKernel(name),
    ]);
    expect(finished).toEqual([name]);
    expect(cellsOf(stock)).toEqual(cellsOf(join(out, 'notebooks', name)));
  });

  test('and Figure 4 leaves numbers for each of its 42 settings, under every protocol and measure', () => {
    type Curve = Record<
      string,
      { mean: number; standardDeviation: number; median: number; n: number; values: number[] }
    >;
    const { results } = JSON.parse(readFileSync(join(out, 'results', 'figure-4.json'), 'utf8')) as {
      results: Record<string, Record<string, Record<string, Curve>>>;
    };
    expect(Object.keys(results)).toEqual(Object.keys(PROTOCOLS));
    for (const byMeasure of Object.values(results)) {
      expect(Object.keys(byMeasure)).toEqual(KL_GAP_MEASURES);
      for (const sweeps of Object.values(byMeasure)) {
        expect(Object.keys(sweeps)).toEqual(['K', 'J', 'L']);
        for (const curve of Object.values(sweeps)) {
          expect(Object.keys(curve).map(Number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
          for (const { mean, standardDeviation, median, n, values } of Object.values(curve)) {
            expect([mean, standardDeviation, median].every(Number.isFinite)).toBe(true);
            expect(values).toHaveLength(n);
          }
        }
      }
    }
  });

  test('and interrupted work is only kept where there was an interruption', () => {
    expect(readdirSync(join(out, 'results', 'checkpoints'))).toEqual([]);
  });
});

/** @returns the file of the notebook with its outputs */
async function runOnStockKernel(name: string): Promise<string> {
  const env = {
    REVERSE_BOTTLENECK_SCALE: 'quick',
    REVERSE_BOTTLENECK_RESULTS: join(out, 'stock'),
    REVERSE_BOTTLENECK_ANNOTATIONS: join(out, 'stock'),
    JPY_SESSION_NAME: name,
  };
  const executed = await runNotebook(readNotebook(join(folder, name)), { cwd: folder, env, spec: stockKernelSpec });
  const file = join(out, `stock-${name}`);
  writeNotebook(file, executed);
  return file;
}
