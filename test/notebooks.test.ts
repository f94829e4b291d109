import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { reproduce } from '../scripts/reproduce-notebooks.js';
import { selectNotebooks } from '../scripts/select-notebooks.js';
import { projectRoot } from '../src/notebook/project.js';
import { KL_GAP_MEASURES } from '../src/synthesis/measures.js';
import { PROTOCOLS } from '../src/synthesis/protocols.js';

const folder = join(projectRoot(), 'notebooks');
const notebooks = selectNotebooks(folder);
const out = mkdtempSync(join(tmpdir(), 'notebooks-'));
afterAll(() => rmSync(out, { recursive: true }));

/** A cell that fails an assertion fails its notebook. Several at a time: each has a kernel and a folder of its own. */
describe('every notebook runs at quick scale', () => {
  test.concurrent.each(notebooks)('%s', { timeout: 300_000 }, async (name) => {
    const { finished } = await reproduce({ scale: 'quick', only: [name], out: join(out, name) });
    expect(finished).toEqual([name]);
  });

  test('and Figure 4 leaves numbers for each of its 42 settings, under every protocol and measure', () => {
    type Curve = Record<
      string,
      { mean: number; standardDeviation: number; median: number; n: number; values: number[] }
    >;
    const { results } = JSON.parse(
      readFileSync(join(out, '15-figure-4-kl-gap.ipynb', 'results', 'figure-4.json'), 'utf8'),
    ) as {
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
    expect(readdirSync(join(out, '15-figure-4-kl-gap.ipynb', 'results', 'checkpoints'))).toEqual([]);
  });
});
