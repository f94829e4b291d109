import { parentPort, Worker } from 'node:worker_threads';

export interface WorkerPoolOptions<Job, Answer> {
  /** What the threads run: a script that calls {@link answerJobs}. */
  readonly script: URL;
  /** What the script finds as `workerData`. */
  readonly data?: unknown;
  /** Number of threads. */
  readonly workers: number;
  /** Called once for each job, in the order the answers come in. */
  readonly onAnswer: (job: Job, answer: Answer) => void;
  /** Ends all threads at once, whatever they are doing. */
  readonly signal?: AbortSignal | undefined;
}

/** What a thread sends back: an answer, or what the work threw. */
type Reply = { readonly answer: unknown } | { readonly error: unknown };

/** How often a job is tried whose thread dies of it. */
const MOST_ATTEMPTS = 3;

/**
 * Has jobs done by worker threads, each at one job at a time. Jobs and answers are plain data. When a thread dies (of
 * memory, say), a process warning says so, and a new thread does its job again.
 *
 * @throws what a job or `onAnswer` throws; the signal's reason; an Error if three threads die of the same job
 */
export async function runInWorkers<Job, Answer>(
  jobs: readonly Job[],
  { script, data, workers, onAnswer, signal }: WorkerPoolOptions<Job, Answer>,
): Promise<void> {
  signal?.throwIfAborted();
  const waiting = jobs.values();
  const threads = new Set<Worker>();
  let stopped = false;
  const stop = async () => {
    stopped = true;
    await Promise.all(Array.from(threads, (thread) => thread.terminate()));
  };
  const start = () => {
    // Without this process's flags: some, like --input-type, are not for threads.
    const thread = new Worker(script, { workerData: data, execArgv: [] });
    threads.add(thread);
    return thread;
  };
  const work = async () => {
    let thread = start();
    for (const job of waiting) {
      for (let attempt = 1; ; attempt++) {
        const reply = await ask(thread, job);
        signal?.throwIfAborted();
        if (stopped) return;
        if ('error' in reply) throw reply.error;
        if ('answer' in reply) {
          onAnswer(job, reply.answer as Answer);
          break;
        }
        threads.delete(thread);
        const what = `a worker thread ended at ${JSON.stringify(job)} (${reply.death})`;
        if (attempt === MOST_ATTEMPTS) throw new Error(`${what}, like ${attempt - 1} before it`);
        process.emitWarning(`${what}; a new one does it again`);
        thread = start();
      }
    }
  };
  signal?.addEventListener('abort', stop);
  try {
    await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, work));
  } finally {
    signal?.removeEventListener('abort', stop);
    await stop();
  }
}

/** Gives a thread a job. Resolves with its reply, or with why it ended without one. */
function ask(thread: Worker, job: unknown): Promise<Reply | { readonly death: unknown }> {
  return new Promise((resolve) => {
    let death: unknown;
    const settle = (outcome: Reply | { readonly death: unknown }) => {
      thread.off('message', settle).off('error', onError).off('exit', onExit);
      resolve(outcome);
    };
    const onError = (error: unknown) => {
      death = error;
    };
    const onExit = (code: number) => settle({ death: death ?? `exit code ${code}` });
    thread.on('message', settle).on('error', onError).on('exit', onExit);
    thread.postMessage(job);
  });
}

/** In a worker thread: does the jobs it is given. */
export function answerJobs<Job, Answer>(work: (job: Job) => Answer): void {
  parentPort!.on('message', (job: Job) => {
    let reply: Reply;
    try {
      reply = { answer: work(job) };
    } catch (error) {
      reply = { error };
    }
    parentPort!.postMessage(reply);
  });
}
