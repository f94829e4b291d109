import { existsSync, readFileSync } from 'node:fs';
import { writeFileAtomically } from './write-file.js';

/** Share of the time that may be spent on writing. */
const WRITING_SHARE = 0.05;

/** What a file holds. */
interface Contents {
  readonly work: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
}

/**
 * The results of a long piece of work so far, plain data by name, kept in a file as they come in; or in memory only,
 * without a path. The file is always whole.
 */
export class Checkpoint<Result> {
  readonly results = new Map<string, Result>();
  readonly #path: string | undefined;
  readonly #work: Contents['work'];
  #changed = false;
  #nextWrite = 0;

  /**
   * Goes on with what the file holds, if there is one. `work` is plain data that says what is being done.
   *
   * @throws Error if the file is of other work (the message says what differs) or no checkpoint at all
   */
  constructor(path: string | undefined, work: Contents['work']) {
    this.#path = path;
    this.#work = work;
    if (path === undefined || !existsSync(path)) return;
    const contents = read(path);
    for (const name of Object.keys(work)) {
      const [there, here] = [contents.work[name], work[name]].map((value) => JSON.stringify(value));
      if (there !== here) {
        throw new Error(
          `checkpoint '${path}' is of work with ${name} ${there}, not ${here}: delete it or name another`,
        );
      }
    }
    for (const [name, result] of Object.entries(contents.results)) this.results.set(name, result as Result);
  }

  /** Keeps a result, and writes the file unless it has been written so recently that it would take too much time. */
  record(name: string, result: Result): void {
    this.results.set(name, result);
    this.#changed = true;
    if (performance.now() >= this.#nextWrite) this.save();
  }

  /** Writes the file if there is anything new. */
  save(): void {
    if (this.#path === undefined || !this.#changed) return;
    const start = performance.now();
    const contents: Contents = { work: this.#work, results: Object.fromEntries(this.results) };
    writeFileAtomically(this.#path, JSON.stringify(contents));
    this.#changed = false;
    this.#nextWrite = performance.now() + (performance.now() - start) / WRITING_SHARE;
  }
}

function read(path: string): Contents {
  const text = readFileSync(path, 'utf8');
  try {
    const contents = JSON.parse(text) as Contents;
    if (contents.work instanceof Object && contents.results instanceof Object) return contents;
  } catch {
    // No JSON at all.
  }
  throw new Error(`'${path}' is no checkpoint; it starts with ${JSON.stringify(text.slice(0, 40))}`);
}
