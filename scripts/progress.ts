import { formatDuration } from './duration.js';
import type { Progress } from './reproduce-notebooks.js';

/** As much of process.stdout as is needed here. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressDisplay {
  report(progress: Progress): void;
  /** Stop, and leave no half line. */
  close(): void;
}

const REDRAW_EVERY_MS = 1000;
const LINE_EVERY_MS = 5000;
const DEFAULT_COLUMNS = 80;
const EMPTY_LINE = '\r\x1b[2K';

/** Shows what runs and for how long: in one line that changes in place, or line by line where there is no terminal. */
export function showProgress(terminal: Terminal): ProgressDisplay {
  return terminal.isTTY ? new ChangingLine(terminal) : new Lines(terminal);
}

/** When the running notebook and the running cell have begun. */
class StopWatch {
  #notebookStart = 0;
  #cellStart = 0;

  follow({ kind }: Progress): void {
    if (kind === 'notebook-start') this.#notebookStart = this.#cellStart = Date.now();
    if (kind === 'cell-start') this.#cellStart = Date.now();
  }

  get notebook(): string {
    return formatDuration(Date.now() - this.#notebookStart);
  }

  get cell(): string {
    return formatDuration(Date.now() - this.#cellStart);
  }
}

class ChangingLine implements ProgressDisplay {
  readonly #terminal: Terminal;
  readonly #watch = new StopWatch();
  readonly #redraw = setInterval(() => this.#draw(), REDRAW_EVERY_MS);
  #what = '';
  #update = '';

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  report(progress: Progress): void {
    this.#watch.follow(progress);
    this.#update = progress.kind === 'cell-update' ? lastLine(progress.text) : '';
    this.#what = describe(progress);
    if (progress.kind === 'notebook-end') this.#finishLine();
    else this.#draw();
  }

  close(): void {
    clearInterval(this.#redraw);
    this.#terminal.write(EMPTY_LINE);
  }

  #finishLine(): void {
    this.#terminal.write(`${EMPTY_LINE}${this.#what}  ${this.#watch.notebook}\n`);
    this.#what = '';
  }

  #draw(): void {
    if (!this.#what) return;
    const line = [this.#what, this.#watch.cell, this.#update].join('  ').trimEnd();
    const width = (this.#terminal.columns || DEFAULT_COLUMNS) - 1; // a full line would wrap, and 0 is unknown
    this.#terminal.write(EMPTY_LINE + line.slice(0, width));
  }
}

class Lines implements ProgressDisplay {
  readonly #terminal: Terminal;
  readonly #watch = new StopWatch();
  #lastLine = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  report(progress: Progress): void {
    this.#watch.follow(progress);
    const { kind } = progress;
    if (kind === 'cell-end') this.#line(describe(progress), this.#watch.cell);
    else if (kind === 'notebook-end') this.#line(describe(progress), this.#watch.notebook);
    else if (kind === 'cell-start') this.#lastLine = Date.now();
    else if (kind === 'cell-update' && Date.now() - this.#lastLine >= LINE_EVERY_MS) {
      this.#line(describe(progress), this.#watch.cell, lastLine(progress.text));
    }
  }

  close(): void {}

  #line(...parts: string[]): void {
    this.#lastLine = Date.now();
    this.#terminal.write(`${parts.join('  ')}\n`);
  }
}

function describe(progress: Progress): string {
  return 'cell' in progress ? `${progress.notebook}  [${progress.cell}/${progress.cells}]` : progress.notebook;
}

/** Displays may be longer than a line; the last is where a bar says how far it is. */
function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
