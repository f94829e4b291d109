import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Transport } from '../../scripts/kernel/connection.js';
import { Kernel } from '../../scripts/kernel/kernel.js';
import { projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import { parseNotebook } from '../../scripts/nbformat/read-notebook.js';
import { type RunOptions, runNotebook } from '../../scripts/run-notebook.js';
import { isRunning } from './is-running.js';
import { codeNotebook } from './temporary-project.js';

function run(sources: readonly string[], options: Partial<RunOptions> = {}) {
  return runNotebook(parseNotebook(codeNotebook(...sources)), { cwd: import.meta.dirname, ...options });
}

function failureOf(sources: readonly string[], options: Partial<RunOptions> = {}): Promise<Error> {
  return run(sources, options).then(
    () => expect.fail('the run did not fail'),
    (error) => error,
  );
}

describe('a run ends with the source of the cell and all its error text when the cell', () => {
  it.each([
    ['throws', 'const message = "thrown " + 7;\nthrow new Error(message);', ['failed\n', 'Error: thrown 7']],
    ['has a type error', 'const n: number = "text";', ['failed\n', "Type 'string' is not assignable to type 'number'"]],
    [
      'exits',
      'for (let i = 0; i < 2000; i++) console.error("line " + i);\nprocess.exit(3);',
      ['failed: the kernel exited with code 3\n', 'line 0\n', 'line 1999'],
    ],
    [
      'crashes',
      'console.error("from the cell");\nfs.writeSync(2, "from the process");\nprocess.kill(process.pid, "SIGKILL");',
      ['failed: the kernel was ended by SIGKILL\n', 'from the cell', 'from the process'],
    ],
    [
      'leaves behind a promise that rejects',
      'Promise.reject(new Error("not awaited"));',
      ['left behind an error that nothing awaited\n', 'Error: not awaited'],
    ],
  ])('%s', async (_, source, messages) => {
    const { name, message } = await failureOf(['import * as fs from "node:fs";', source, 'console.log("after");']);
    expect(name).toBe('CellError');
    expect(message).toMatch(/^cell 2 of 3, \[2\], /);
    expect(message).toContain(`\n\n${source.replace(/^/gm, '    ')}\n\n`);
    for (const part of messages) expect(message).toContain(part);
  });

  it('runs longer than it may', async () => {
    const { name, message } = await failureOf(['while (true);'], { timeoutSeconds: 0.5 });
    expect(name).toBe('CellError');
    expect(message).toMatch(/^cell 1 of 1, \[1\], ran for more than 0.5 s\n\n {4}while \(true\);\n/);
  });
});

it('ends with the reason of its signal, and with it the kernel and what the cell has started', async () => {
  const source = `
    import * as tslab from 'tslab';
    import { spawn } from 'node:child_process';
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const display = tslab.newDisplay();
    display.text('starting');
    display.text(process.pid + ' ' + child.pid);
    await new Promise(() => {});`;
  const controller = new AbortController();
  let pids: number[] = [];
  const failure = await failureOf([source], {
    signal: controller.signal,
    onProgress: (progress) => {
      if (progress.kind !== 'cell-update') return;
      pids = progress.text.split(' ').map(Number);
      expect(pids.map(isRunning)).toEqual([true, true]);
      controller.abort(new Error('enough'));
    },
  });
  expect(failure.message).toBe('enough');
  expect(pids).toHaveLength(2);
  await expect.poll(() => pids.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
});

it('does not start a kernel when it has been aborted before', async () => {
  const failure = await failureOf(['console.log(1);'], { signal: AbortSignal.abort(new Error('enough')) });
  expect(failure.message).toBe('enough');
});

it.each([
  [['no-such-command'], /^the kernel could not be started: .*ENOENT/],
  [['node', '-e', 'console.error("no tslab here"); process.exit(4)'], /^the kernel exited with code 4\nno tslab here$/],
])('says why the kernel %j does not start', async (argv, message) => {
  const spec = { ...projectKernelSpec(), argv };
  expect((await failureOf(['console.log(1);'], { spec })).message).toMatch(message);
});

describe('a kernel', () => {
  async function startKernel(transport?: Transport): Promise<Kernel> {
    const kernel = await Kernel.start({ spec: projectKernelSpec(), cwd: import.meta.dirname, transport });
    onTestFinished(() => kernel.close());
    return kernel;
  }

  it('can be spoken to over TCP', async () => {
    const kernel = await startKernel('tcp');
    const outputs: unknown[] = [];
    const reply = await kernel.execute('console.log(6 * 7)', ({ content }) => outputs.push(content));
    expect(reply).toMatchObject({ status: 'ok', execution_count: 1 });
    expect(outputs).toEqual([{ name: 'stdout', text: '42\n' }]);
    await kernel.shutdown();
  });

  it('is not waited for if a cell has left it busy for ever', async () => {
    const kernel = await startKernel();
    const folder = mkdtempSync(join(tmpdir(), 'busy-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const sign = join(folder, 'busy');
    const loop = `import { writeFileSync } from 'node:fs';\nsetImmediate(() => { writeFileSync(${JSON.stringify(sign)}, ''); while (true); });`;
    await kernel.execute(loop, () => {});
    await vi.waitUntil(() => existsSync(sign), { timeout: 10_000 });
    await expect(kernel.shutdown(100)).rejects.toThrow('the kernel is still busy 0.1 s after its last cell has ended');
  });
});
