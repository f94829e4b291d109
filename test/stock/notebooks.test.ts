import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readNotebook } from '../../scripts/nbformat/read-notebook.js';
import { writeNotebook } from '../../scripts/nbformat/write-notebook.js';
import { reproduce } from '../../scripts/reproduce-notebooks.js';
import { runNotebook } from '../../scripts/run-notebook.js';
import { selectNotebooks } from '../../scripts/select-notebooks.js';
import { projectRoot } from '../../src/notebook/project.js';
import { stockKernelSpec } from './stock-kernel-spec.js';

const folder = join(projectRoot(), 'notebooks');
const out = mkdtempSync(join(tmpdir(), 'notebooks-'));
afterAll(() => rmSync(out, { recursive: true }));

const cellsOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')).cells;

/** Both kernels at a time: most of it is waiting for one of them. */
test.each(selectNotebooks(folder))(
  '%s has the same outputs on the stock kernel',
  { timeout: 300_000 },
  async (name) => {
    const [, stock] = await Promise.all([reproduce({ scale: 'quick', only: [name], out }), runOnStockKernel(name)]);
    expect(cellsOf(stock)).toEqual(cellsOf(join(out, 'notebooks', name)));
  },
);

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
