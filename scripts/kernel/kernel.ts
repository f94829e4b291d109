import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createConnection, type Transport } from './connection.js';
import { KernelClient, type Listener } from './kernel-client.js';
import { type KernelExit, KernelProcess } from './kernel-process.js';
import type { KernelSpec } from './kernel-spec.js';
import type { Content } from './wire-message.js';

export interface KernelOptions {
  readonly spec: KernelSpec;
  readonly cwd: string;
  /** Variables added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Ends the kernel; whatever waits for it then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly transport?: Transport | undefined;
}

/** A kernel ended while something was expected of it. The message holds all that is known. */
export class KernelDied extends Error {
  override readonly name = 'KernelDied';
  readonly exit: KernelExit;

  constructor(exit: KernelExit) {
    super(`the kernel ${exit.reason}\n${exit.stderr}`.trimEnd());
    this.exit = exit;
  }
}

const START_LIMIT_MS = 120_000;
const START_RETRY_MS = 200;
const SHUTDOWN_LIMIT_MS = 30_000;
const EXIT_LIMIT_MS = 2_000;

/** A running kernel: its process, the client that speaks to it, and the folder that holds their connection. */
export class Kernel {
  readonly #folder: string;
  readonly #process: KernelProcess;
  readonly #client: KernelClient;
  readonly #stop = new AbortController();
  readonly #stopped = rejectOnAbort(this.#stop.signal);
  #languageInfo: unknown;

  private constructor(folder: string, process: KernelProcess, client: KernelClient, signal: AbortSignal | undefined) {
    this.#folder = folder;
    this.#process = process;
    this.#client = client;
    signal?.addEventListener('abort', () => this.abort(signal.reason), { signal: this.#stop.signal });
    client.listening.catch((error) => this.abort(error));
    process.exited.then(async (exit) => {
      await client.quiet();
      this.abort(new KernelDied(exit));
    });
  }

  /** Start a kernel and wait until it answers and is heard. Whoever starts it closes it. */
  static async start({ spec, cwd, env, signal, transport }: KernelOptions): Promise<Kernel> {
    signal?.throwIfAborted();
    const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
    let kernel: Kernel | undefined;
    try {
      const connection = await createConnection(folder, transport);
      const file = join(folder, 'connection.json');
      writeFileSync(file, JSON.stringify(connection), { mode: 0o600 });
      const process = new KernelProcess(commandLine(spec, file), cwd, environment(env));
      kernel = new Kernel(folder, process, new KernelClient(connection), signal);
      kernel.#languageInfo = await kernel.#waitUntilLive();
      return kernel;
    } catch (error) {
      await kernel?.close();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** What the kernel says of its language, as notebooks record it. */
  get languageInfo(): unknown {
    return this.#languageInfo;
  }

  /** Ask the kernel what it is. */
  requestInfo(): Promise<Content> {
    return this.ask('kernel_info_request', {});
  }

  /** Send any other request, and wait for its reply. */
  ask(type: string, content: Content): Promise<Content> {
    return this.#orStopped(this.#client.request('shell', type, content));
  }

  /**
   * Run a cell. Resolves to the reply when all output of the cell has come.
   *
   * @param onOutput gets the output; after the reply, too, if the cell left something running that prints.
   * @throws KernelDied, or the reason given to abort().
   */
  execute(code: string, onOutput: Listener): Promise<Content> {
    const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
    return this.#orStopped(this.#client.request('shell', 'execute_request', content, onOutput));
  }

  /**
   * Let the kernel end by itself, so that all it still has to say is heard.
   *
   * @throws if the kernel is too busy to answer within the limit, with something that its cells have left running.
   */
  async shutdown(limitMs = SHUTDOWN_LIMIT_MS): Promise<void> {
    const request = this.#orStopped(this.#client.request('control', 'shutdown_request', { restart: false }));
    const reply = await Promise.race([request, delay(limitMs, undefined, { ref: false })]);
    if (!reply) throw new Error(`the kernel is still busy ${limitMs / 1000} s after its last cell has ended`);
    await Promise.race([this.#process.exited, delay(EXIT_LIMIT_MS, undefined, { ref: false })]);
  }

  /** End the kernel at once. Whatever waits for it, now or later, fails with the reason; the first reason counts. */
  abort(reason: unknown): void {
    this.#stop.abort(reason);
    this.#process.kill();
  }

  /** End the kernel if it still runs, and leave nothing behind. */
  async close(): Promise<void> {
    this.abort(new Error('the kernel is closed'));
    await this.#process.exited;
    this.#client.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Requests are repeated until one is answered in full: what a kernel publishes before it has our subscription is lost. */
  async #waitUntilLive(): Promise<unknown> {
    const deadline = Date.now() + START_LIMIT_MS;
    const requests: Promise<Content | undefined>[] = [];
    while (Date.now() < deadline) {
      requests.push(this.requestInfo());
      const info = await Promise.race([...requests, delay(START_RETRY_MS, undefined)]);
      if (info) return info.language_info;
    }
    throw new Error(`the kernel did not answer within ${START_LIMIT_MS / 1000} s of its start`);
  }

  #orStopped<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#stopped]);
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  const promise = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  promise.catch(() => {}); // nobody may be waiting when it rejects
  return promise;
}

function commandLine({ argv }: KernelSpec, connectionFile: string): string[] {
  const [command, ...args] = argv.map((argument) => argument.replace('{connection_file}', () => connectionFile));
  return [command === 'node' ? process.execPath : command, ...args];
}

/** FORCE_COLOR would put escape sequences into every printed object; JPY_PARENT_PID asks the kernel to end with us. */
function environment(added: KernelOptions['env']): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return { ...inherited, ...added, JPY_PARENT_PID: String(process.pid) };
}
