import { describe, expect, it } from 'vitest';
import {
  Cell,
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
  untilNothingMoreComes,
  useKernel,
  withNewFile,
} from '../kernel/faults.js';
import { stockKernelSpec } from './stock-kernel-spec.js';

// Each cure of the project's kernel has its reason here: test/kernel/cures.test.ts runs the same cells.

describe('the stock kernel', () => {
  const kernel = useKernel(stockKernelSpec);

  it.each(refused)('runs %s', async (code) => {
    expect((await runCell(kernel(), code)).status).toBe('ok');
  });

  it('does not know the library of ES2023', async () => {
    const { status, text } = await runCell(kernel(), es2023);
    expect(status).toBe('error');
    expect(text).toContain("Property 'findLast' does not exist");
  });

  it('does not know variables of earlier cells in shorthand', async () => {
    await runCell(kernel(), shorthand[0]);
    const { status, text } = await runCell(kernel(), shorthand[1]);
    expect(status).toBe('error');
    expect(text).toContain('is not defined');
  });

  it('runs no cell any more when a file that a cell has looked for in vain is written', async () => {
    await withNewFile(stockKernelSpec, async (kernel) => {
      await runUntilPrinted(kernel, importAnswer, 'Unexpected pending rebuildTimer');
      expect((await runCell(kernel, 'console.log(6 * 7);')).status).toBe('error');
    });
  });

  it('leaves some of many requests at once without an answer', async () => {
    expect(await countAnswers(kernel())).toBeLessThan(MANY_REQUESTS);
  });

  it('loses most of 20,000 lines, and the end of the cell that prints them', async () => {
    const cell = new Cell(kernel(), printLines);
    await untilNothingMoreComes(kernel());
    const printed = linesOf(cell);
    expect(printed).toEqual(lines.slice(0, printed.length));
    expect(printed.length).toBeLessThan(lines.length / 2);
    expect(cell.status).toBeUndefined();
  });
});
