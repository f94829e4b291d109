import { type Kernel, KernelDied } from './kernel/kernel.js';
import type { WireMessage } from './kernel/wire-message.js';
import { CellOutputs, type Displays } from './nbformat/cell-outputs.js';
import type { CodeCell } from './nbformat/nbformat.js';

/** A cell did not compile, threw, ran too long or ended its kernel. The message shows its source and all error text. */
export class CellError extends Error {
  override readonly name = 'CellError';
}

/** What tslab prints for errors that happen outside the course of a cell: in a timer, or in a promise without await. */
const STRAY_ERROR = /^(UncaughtException|UnhandledPromiseRejection):/;

export interface CellRunOptions {
  readonly cell: CodeCell;
  /** Its execution count. */
  readonly count: number;
  /** Its place in the notebook, for errors. */
  readonly name: string;
  readonly displays: Displays;
  /** Gets the plain text of a display whenever the cell updates it in place. */
  readonly onUpdate: (text: string) => void;
}

/** One run of one cell, and what came of it. */
export class CellRun {
  readonly #options: CellRunOptions;
  readonly #outputs: CellOutputs;
  #strayError = false;

  constructor(options: CellRunOptions) {
    this.#options = options;
    this.#outputs = new CellOutputs(options.displays);
  }

  get executedCell(): CodeCell {
    return { ...this.#options.cell, execution_count: this.#options.count, outputs: this.#outputs.outputs };
  }

  /** @throws CellError, or the reason for which the kernel was aborted. */
  async execute(kernel: Kernel, timeoutSeconds: number): Promise<void> {
    const giveUp = () => kernel.abort(this.#error(`ran for more than ${timeoutSeconds} s`));
    const timer = setTimeout(giveUp, timeoutSeconds * 1000);
    try {
      const reply = await kernel.execute(this.#options.cell.source, (message) => this.#receive(message));
      if (reply.status !== 'ok') throw this.#error('failed');
    } catch (error) {
      if (!(error instanceof KernelDied)) throw error;
      throw this.#error(`failed: the kernel ${error.exit.reason}`, error.exit.stderr);
    } finally {
      clearTimeout(timer);
    }
  }

  /** tslab counts a cell as good whatever it leaves behind, so ask again later. */
  throwStrayError(): void {
    if (this.#strayError) throw this.#error('left behind an error that nothing awaited');
  }

  #receive(message: WireMessage): void {
    this.#outputs.receive(message);
    const { type, content } = message;
    if (type === 'stream' && content.name === 'stderr') this.#strayError ||= STRAY_ERROR.test(String(content.text));
    if (type === 'update_display_data') {
      const text = (content.data as Record<string, unknown>)['text/plain'];
      if (typeof text === 'string') this.#options.onUpdate(text);
    }
  }

  #error(what: string, kernelStderr = ''): CellError {
    const { name, count, cell } = this.#options;
    const source = cell.source.replace(/^/gm, '    ');
    const text = `${this.#outputs.errorText}${kernelStderr}`.trimEnd() || '(no error text)';
    return new CellError(`${name}, [${count}], ${what}\n\n${source}\n\n${text}`);
  }
}
