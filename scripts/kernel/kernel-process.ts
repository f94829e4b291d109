import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

export interface KernelExit {
  /** How it ended, such as "exited with code 1". */
  readonly reason: string;
  /** The last that it wrote to its own stderr, where Node says why it crashed. */
  readonly stderr: string;
}

const KEPT_STDERR = 4000;
const WAIT_FOR_STDERR_MS = 500;

/** The operating system's side of a kernel: its process and the processes that its cells have started. */
export class KernelProcess {
  readonly exited: Promise<KernelExit>;
  readonly #child: ChildProcess;
  #stderr = '';
  #gone = false;

  constructor(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    const [command, ...args] = argv;
    this.#child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own: Ctrl-C in the terminal does not reach the cell behind our back, and kill() reaches them all.
      detached: process.platform !== 'win32',
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#stderr = (this.#stderr + chunk).slice(-KEPT_STDERR);
    });
    this.exited = this.#waitForExit();
  }

  /** End the kernel and all that it has started, at once. */
  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#gone) return; // once it is gone its id may be another's
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  async #waitForExit(): Promise<KernelExit> {
    const closed = new Promise((resolve) => this.#child.once('close', resolve));
    const reason = await new Promise<string>((resolve) => {
      this.#child.once('error', (error) => resolve(`could not be started: ${error.message}`));
      this.#child.once('exit', (code, signal) =>
        resolve(signal ? `was ended by ${signal}` : `exited with code ${code}`),
      );
    });
    this.kill(); // what it has started may still run
    this.#gone = true;
    await Promise.race([closed, delay(WAIT_FOR_STDERR_MS, undefined, { ref: false })]);
    return { reason, stderr: this.#stderr };
  }
}
