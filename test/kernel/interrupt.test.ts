import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Kernel } from '../../scripts/kernel/kernel.js';
import { projectKernelSpec } from '../../scripts/kernel/kernel-spec.js';
import { projectRoot } from '../../src/notebook/project.js';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start({ spec: projectKernelSpec(), cwd: join(projectRoot(), 'notebooks') });
}, 60_000);
afterAll(() => kernel.close());

async function run(
  code: string,
  onText: (text: unknown) => void = () => {},
): Promise<{ status: unknown; text: string }> {
  let text = '';
  const { status } = await kernel.execute(code, ({ content }) => {
    text += content.text ?? '';
    onText(content.text);
  });
  // After an error tslab refuses cells for a moment.
  if (status === 'abort') return delay(100).then(() => run(code, onText));
  return { status, text };
}

/** Interrupts a sweep that runs for minutes, once it is under way, and returns how many rounds it still does afterwards. */
async function roundsAfterInterrupt(signal: string): Promise<number> {
  const pid = Number((await run('console.log(process.pid)')).text);
  const sweep = run(
    `await klGapSweep({
      vary: 'J', values: [2], protocol: 'published-code', measure: 'separate-histograms', rounds: 100_000, resamples: 5,
      seed: 1, ${signal}
      onProgress: (done: number) => {
        progress.rounds = done;
        if (done === 3) console.log('under way');
      },
    })`,
    (text) => text === 'under way\n' && process.kill(pid, 'SIGINT'),
  );
  expect(await sweep).toMatchObject({ status: 'error', text: expect.stringMatching(/^under way\n/) });
  const count = 'const before = progress.rounds; await new Promise((r) => setTimeout(r, 500)); ';
  const { text } = await run(`${count} console.log(progress.rounds - before)`);
  return Number(text);
}

test.skipIf(process.platform === 'win32')(
  'an interrupt stops a sweep with interruptSignal, and only that',
  async () => {
    const imports = `import { klGapSweep } from 'reverse-bottleneck';
      import { interruptSignal } from 'reverse-bottleneck/notebook';`;
    expect(await run(`${imports} const progress = { rounds: 0 };`)).toEqual({ status: 'ok', text: '' });
    expect(await roundsAfterInterrupt('signal: interruptSignal(),')).toBe(0);
    expect(await roundsAfterInterrupt('signal: interruptSignal(),')).toBe(0);
    expect(await roundsAfterInterrupt('')).toBeGreaterThan(0);
  },
);
