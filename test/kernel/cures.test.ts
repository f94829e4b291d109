import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import {
  countAnswers,
  es2023,
  importAnswer,
  lines,
  linesOf,
  MANY_REQUESTS,
  printLines,
  refused,
  runCell,
  runUntilPrinted,
  shorthand,
  useKernel,
  withNewFile,
} from './faults.js';

// What the stock kernel fails at, which test/stock shows.

describe('the kernel of this project', () => {
  const kernel = useKernel(projectKernelSpec());

  it.each(refused)('refuses %s', async (code, message) => {
    const { status, reply } = await runCell(kernel(), code);
    expect(status).toBe('error');
    expect(reply?.evalue).toContain(message);
  });

  it('knows the library of ES2023', async () => {
    const { status, text } = await runCell(kernel(), es2023);
    expect({ status, text }).toEqual({ status: 'ok', text: '' });
  });

  it('knows variables of earlier cells in shorthand', async () => {
    await runCell(kernel(), shorthand[0]);
    const { status, text } = await runCell(kernel(), shorthand[1]);
    expect({ status, text }).toEqual({ status: 'ok', text: '{"a":5,"inner":{"b":2}}\n' });
  });

  it('imports a file that a cell has looked for in vain before it was written', async () => {
    await withNewFile(projectKernelSpec(), async (kernel) => {
      expect((await runUntilPrinted(kernel, importAnswer, '42')).status).toBe('ok');
      expect((await runCell(kernel, 'console.log(6 * 7);')).text).toBe('42\n');
    });
  });

  it('runs what a file that a cell imports says now', async () => {
    await withNewFile(projectKernelSpec(), async (kernel, folder) => {
      await runUntilPrinted(kernel, importAnswer, '42');
      writeFileSync(join(folder, 'answer.ts'), 'export const answer = 43;');
      expect((await runUntilPrinted(kernel, importAnswer, '43')).status).toBe('ok');
    });
  });

  it('answers each of many requests at once', async () => {
    expect(await countAnswers(kernel())).toBe(MANY_REQUESTS);
  });

  it('keeps 20,000 lines in order, and ends the cell that prints them', async () => {
    const cell = await runCell(kernel(), printLines);
    expect(linesOf(cell)).toEqual(lines);
    expect(cell.status).toBe('ok');
  });
});
