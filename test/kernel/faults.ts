import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from 'vitest';
import { Kernel } from '../../scripts/kernel/kernel.js';
import type { KernelSpec } from '../../scripts/kernel/kernel-spec.js';
import type { Content, WireMessage } from '../../scripts/kernel/wire-message.js';

// Cells that show the faults of the stock kernel; the project's kernel is held to the same ones.

export const refused = [
  ['let text: string = null;', "Type 'null' is not assignable to type 'string'"],
  ['function same(value) { return value; }', "Parameter 'value' implicitly has an 'any' type"],
];
export const es2023 = 'const last: number | undefined = [1, 2, 3].findLast((value) => value < 3);';

/** Two cells: the second names variables of the first in shorthand, in a literal, a closure and an assignment. */
export const shorthand = [
  'let a = 1; let b = 2;',
  'const pair = () => ({ a, inner: { b } }); ({ a } = { a: 5 }); console.log(JSON.stringify(pair()));',
];

export const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
export const printLines = `for (let i = 0; i < ${lines.length}; i++) console.log('line ' + i);`;
export const linesOf = ({ text }: Cell) => (text === '' ? [] : text.trimEnd().split('\n'));

export const importAnswer = "import { answer } from './answer'; console.log(answer);";

export const MANY_REQUESTS = 2000;
/** tslab turns cells away for 200 ms after an error; asked again and again, the stock kernel loses answers. */
const ABORT_MS = 250;

/** A cell under way, and what has come of it so far. */
export class Cell {
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

export async function runCell(kernel: Kernel, code: string): Promise<Cell> {
  const cell = new Cell(kernel, code);
  await cell.ended;
  if (cell.status !== 'abort') return cell;
  await delay(ABORT_MS);
  return runCell(kernel, code);
}

/** A kernel in a folder of its own, where a cell has asked for a file that was written only afterwards. */
export async function withNewFile(
  spec: KernelSpec,
  use: (kernel: Kernel, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const kernel = await Kernel.start({ spec, cwd: folder });
  try {
    expect((await runCell(kernel, importAnswer)).status).toBe('error');
    writeFileSync(join(folder, 'answer.ts'), 'export const answer = 42;');
    await use(kernel, folder);
  } finally {
    await kernel.close();
    rmSync(folder, { recursive: true });
  }
}

/** Run a cell again and again until it prints this: it takes the compiler a moment to hear of a new file. */
export async function runUntilPrinted(kernel: Kernel, code: string, expected: string): Promise<Cell> {
  const cell = await runCell(kernel, code);
  return cell.text.includes(expected) ? cell : runUntilPrinted(kernel, code, expected);
}

/** How many of many requests at once are answered. */
export async function countAnswers(kernel: Kernel): Promise<number> {
  let count = 0;
  const increment = () => {
    count += 1;
  };
  for (let i = 0; i < MANY_REQUESTS; i++) kernel.requestInfo().then(increment, () => {});
  await untilNothingMoreComes(kernel);
  return count;
}

/** Messages keep their order: when a later request is answered, nothing more can come of earlier ones. */
export async function untilNothingMoreComes(kernel: Kernel): Promise<void> {
  const later: Promise<unknown>[] = [];
  do
    later.push(kernel.requestInfo()); // again, as this can be lost too
  while (!(await Promise.race([delay(500, undefined), ...later])));
}

export function useKernel(spec: KernelSpec): () => Kernel {
  let kernel: Kernel;
  beforeAll(async () => {
    kernel = await Kernel.start({ spec, cwd: import.meta.dirname });
  }, 60_000);
  afterAll(() => kernel.close());
  return () => kernel;
}
