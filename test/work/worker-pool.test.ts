import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runInWorkers } from '../../src/work/worker-pool.js';
import { temporaryFolder } from '../scripts/temporary-project.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A script for threads; `job` is the job, `answer` sends the reply. */
function script(body: string): URL {
  const source = `
    import { parentPort, threadId, workerData } from 'node:worker_threads';
    import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
    parentPort.on('message', (job) => {
      const answer = (value) => parentPort.postMessage({ answer: value });
      ${body}
    });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

async function run(body: string, jobs: readonly number[], workers: number, options: object = {}): Promise<unknown[]> {
  const answers = new Map<number, unknown>();
  const onAnswer = (job: number, answer: unknown) => answers.set(job, answer);
  await runInWorkers(jobs, { script: script(body), workers, onAnswer, ...options });
  return jobs.map((job) => answers.get(job));
}

const JOBS = [1, 2, 3, 4, 5, 6, 7, 8];

test.each([1, 3, 20])('%i threads do all jobs, each once', async (workers) => {
  expect(await run('answer(job ** 2 + workerData)', JOBS, workers, { data: 1000 })).toEqual(
    JOBS.map((job) => job ** 2 + 1000),
  );
});

test('several threads work at the same time', async () => {
  // Each waits for the other.
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const body = `
    Atomics.add(workerData, 0, 1);
    Atomics.notify(workerData, 0);
    while (Atomics.load(workerData, 0) < 2) Atomics.wait(workerData, 0, 1);
    answer(threadId);`;
  const [a, b] = await run(body, [1, 2], 2, { data: shared });
  expect(a).not.toBe(b);
});

test('no jobs are done at once', async () => {
  expect(await run('answer(0)', [], 2)).toEqual([]);
});

test('a thread that dies is reported, and its job done again', async () => {
  const emitWarning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  const mark = join(temporaryFolder(), 'died');
  const body = `
    if (job === 3 && !existsSync(workerData)) {
      writeFileSync(workerData, '');
      process.exit(9);
    }
    answer(-job);`;
  expect(await run(body, JOBS, 2, { data: mark })).toEqual(JOBS.map((job) => -job));
  expect(existsSync(mark)).toBe(true);
  expect(emitWarning.mock.calls).toEqual([['a worker thread ended at 3 (exit code 9); a new one does it again']]);
});

test('a job that is the death of three threads is an error that says why', async () => {
  const emitWarning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  const running = run("if (job === 3) throw new Error('out of luck'); answer(0)", JOBS, 2);
  await expect(running).rejects.toThrow('a worker thread ended at 3 (Error: out of luck), like 2 before it');
  expect(emitWarning).toHaveBeenCalledTimes(2);
});

test('an error that a job throws, or the taking of its answer, is passed on', async () => {
  const thrown = "parentPort.postMessage({ error: new RangeError('not ' + job) })";
  await expect(run(thrown, [7], 1)).rejects.toThrow(new RangeError('not 7'));
  const onAnswer = () => {
    throw new Error('no, thank you');
  };
  await expect(run('answer(0)', JOBS, 2, { onAnswer })).rejects.toThrow('no, thank you');
});

test('a signal ends threads in the middle of their work', async () => {
  const stopped = AbortSignal.abort(new Error('already'));
  await expect(run('answer(0)', JOBS, 2, { signal: stopped })).rejects.toThrow('already');

  const controller = new AbortController();
  const running = run('for (;;);', JOBS, 2, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 300);
  await expect(running).rejects.toThrow('enough');
});

test('a listener does not stay on the signal', async () => {
  const { signal } = new AbortController();
  const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
  await run('answer(0)', JOBS, 2, { signal });
  expect(add).toHaveBeenCalledTimes(1);
  expect(remove.mock.calls).toEqual(add.mock.calls);
});

test('when it is over, no thread is still running', async () => {
  const file = join(temporaryFolder(), 'beats');
  writeFileSync(file, '');
  const onAnswer = () => {
    throw new Error('stop');
  };
  const beats = "setInterval(() => appendFileSync(workerData, '.'), 1); setTimeout(() => answer(0), 100)";
  await expect(run(beats, [1, 2], 2, { data: file, onAnswer })).rejects.toThrow('stop');
  const then = readFileSync(file, 'utf8');
  expect(then).not.toBe('');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(readFileSync(file, 'utf8')).toBe(then);
});
