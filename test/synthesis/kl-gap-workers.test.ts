import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
// Threads need the built package.
import { klGapSweep as builtSweep } from '../../dist/src/synthesis/kl-gap-sweep.js';
import { projectRoot } from '../../src/notebook/project.js';
import { klGapSweep } from '../../src/synthesis/kl-gap-sweep.js';
import { temporaryFolder } from '../scripts/temporary-project.js';

const options = {
  vary: 'L',
  values: [2, 5],
  protocol: 'augmented',
  measure: ['separate-histograms', 'shared-histograms', 'monte-carlo', 'monte-carlo-reverse', 'jensen-shannon'],
  rounds: 5,
  resamples: 3,
  seed: 'threads',
} as const;

test.each([1, 2, 7])('%i worker threads give the bits that this thread gives', async (workers) => {
  expect(await builtSweep({ ...options, workers })).toEqual(await klGapSweep({ ...options, workers: 0 }));
});

test('the built package uses threads unless told otherwise, sources have none', async () => {
  expect(await builtSweep(options)).toEqual(await klGapSweep(options));
  await expect(klGapSweep({ ...options, workers: 2 })).rejects.toThrow(
    'workers must be 0 where the package is not built, got 2',
  );
});

test('an interrupt ends threads within a second, however long their rounds are', async () => {
  const controller = new AbortController();
  const running = builtSweep({ ...options, resamples: 1_000_000, workers: 2, signal: controller.signal });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const start = performance.now();
  controller.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  expect(performance.now() - start).toBeLessThan(1000);
});

test('errors in a round come through', async () => {
  const protocol = { syntheticPoints: 3 };
  await expect(builtSweep({ ...options, protocol, workers: 2 })).rejects.toThrow(
    'components must be at most the number of points 3, got',
  );
});

test('a sweep that was killed goes on from its checkpoint to the same bits', async () => {
  const checkpoint = join(temporaryFolder(), 'sweep.json');
  const long = { ...options, measure: 'monte-carlo', rounds: 150, workers: 2 } as const;
  const module = JSON.stringify(join(projectRoot(), 'dist/src/synthesis/kl-gap-sweep.js'));
  const script = `import { klGapSweep } from ${module}; await klGapSweep(${JSON.stringify({ ...long, checkpoint })});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
  const exited = once(child, 'exit');
  const roundsDone = () =>
    existsSync(checkpoint) ? Object.keys(JSON.parse(readFileSync(checkpoint, 'utf8')).results).length : 0;
  while (roundsDone() < 10 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  await exited;
  const kept = roundsDone();
  expect(kept).toBeGreaterThanOrEqual(10);
  expect(kept).toBeLessThan(300);

  const done: number[] = [];
  const resumed = await builtSweep({ ...long, checkpoint, onProgress: (rounds) => done.push(rounds) });
  expect(done[0]).toBe(kept + 1);
  expect(resumed).toEqual(await builtSweep(long));
});
