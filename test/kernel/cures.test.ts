import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kernel } from '../../scripts/kernel/kernel.js';
import { type KernelSpec, projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import type { Content, WireMessage } from '../../scripts/kernel/wire-message.js';
import { stockKernelSpec } from './stock-kernel-spec.js';

// The same cells in both kernels: the stock kernel has the fault, the project's kernel has not.

const refused = [
  ['let text: string = null;', "Type 'null' is not assignable to type 'string'"],
  ['function same(value) { return value; }', "Parameter 'value' implicitly has an 'any' type"],
];
const es2023 = 'const last: number | undefined = [1, 2, 3].findLast((value) => value < 3);';

/** Two cells: the second names variables of the first in shorthand, in a literal, a closure and an assignment. */
const shorthand = [
  'let a = 1; let b = 2;',
  'const pair = () => ({ a, inner: { b } }); ({ a } = { a: 5 }); console.log(JSON.stringify(pair()));',
];

const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
const printLines = `for (let i = 0; i < ${lines.length}; i++) console.log('line ' + i);`;
const linesOf = ({ text }: Cell) => (text === '' ? [] : text.trimEnd().split('\n'));

const importAnswer = "import { answer } from './answer'; console.log(answer);";

const MANY_REQUESTS = 2000;
/** tslab turns cells away for 200 ms after an error; asked again and again, the stock kernel loses answers. */
const ABORT_MS = 250;

/** A cell under way, and what has come of it so far. */
class Cell {
  text = '';
  status: unknown;
  reply: Content | undefined;
  readonly ended: Promise<void>;

  constructor(kernel: Kernel, code: string) {
    const collect = ({ content }: WireMessage) => {
      this.text += content.text;
    };
    this.ended = kernel.execute(code, collect).then((reply) => {
      this.reply = reply;
      this.status = reply.status;
    });
    this.ended.catch(() => {}); // closing the kernel ends the wait for a cell that never ends
  }
}

async function runCell(kernel: Kernel, code: string): Promise<Cell> {
  const cell = new Cell(kernel, code);
  await cell.ended;
  if (cell.status !== 'abort') return cell;
  await delay(ABORT_MS);
  return runCell(kernel, code);
}

/** A kernel in a folder of its own, where a cell has asked for a file that was written only afterwards. */
async function withNewFile(spec: KernelSpec, use: (kernel: Kernel) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const kernel = await Kernel.start({ spec, cwd: folder });
  try {
    expect((await runCell(kernel, importAnswer)).status).toBe('error');
    writeFileSync(join(folder, 'answer.ts'), 'export const answer = 42;');
    await use(kernel);
  } finally {
    await kernel.close();
    rmSync(folder, { recursive: true });
  }
}

/** Run a cell again and again until it prints this: it takes the compiler a moment to hear of a new file. */
async function runUntilPrinted(kernel: Kernel, code: string, expected: string): Promise<Cell> {
  const cell = await runCell(kernel, code);
  return cell.text.includes(expected) ? cell : runUntilPrinted(kernel, code, expected);
}

/** How many of many requests at once are answered. */
async function countAnswers(kernel: Kernel): Promise<number> {
  let count = 0;
  const increment = () => {
    count += 1;
  };
  for (let i = 0; i < MANY_REQUESTS; i++) kernel.requestInfo().then(increment, () => {});
  await untilNothingMoreComes(kernel);
  return count;
}

/** Messages keep their order: when a later request is answered, nothing more can come of earlier ones. */
async function untilNothingMoreComes(kernel: Kernel): Promise<void> {
  const later: Promise<unknown>[] = [];
  do
    later.push(kernel.requestInfo()); // again, as this can be lost too
  while (!(await Promise.race([delay(500, undefined), ...later])));
}

function useKernel(spec: KernelSpec): () => Kernel {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start({ spec, cwd: import.meta.dirname });
  }, 60_000);
  afterAll(() => kernel.close());
  return () => kernel;
}

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

  it('answers each of many requests at once', async () => {
    expect(await countAnswers(kernel())).toBe(MANY_REQUESTS);
  });

  it('keeps 20,000 lines in order, and ends the cell that prints them', async () => {
    const cell = await runCell(kernel(), printLines);
    expect(linesOf(cell)).toEqual(lines);
    expect(cell.status).toBe('ok');
  });
});
