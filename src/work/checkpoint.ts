import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { requireText } from '../numeric/arguments.js';
import { writeFileAtomically } from './write-file.js';

/** Share of the time that may be spent on writing. */
const WRITING_SHARE = 0.05;

/** How the file is written: to be raised when that changes. */
const FORMAT = 2;

/** What the last bit of a result may depend on. */
const MADE_BY = {
  'reverse-bottleneck': (createRequire(import.meta.url)('reverse-bottleneck/package.json') as { version: string })
    .version,
  Node: process.version,
  platform: `${process.platform} ${process.arch}`,
};

/** Plain data by name. */
type Data = Readonly<Record<string, unknown>>;

/** What a file holds, besides a checksum of all this. */
interface Contents {
  readonly format: number;
  /** The versions of {@link MADE_BY}. */
  readonly made: Data;
  readonly work: Data;
  readonly results: Data;
}

/**
 * The results of a long piece of work so far, plain data by name, kept in a file as they come in; or in memory only,
 * without a path. The file is always whole, and knows what it is: the versions of what made its numbers, and a checksum.
 */
export class Checkpoint<Result> {
  readonly results = new Map<string, Result>();
  readonly #path: string | undefined;
  readonly #work: Data;
  #changed = false;
  #nextWrite = 0;

  /**
   * Goes on with what the file holds, if there is one. `work` is plain data that says what is being done.
   *
   * @throws Error if the file is of other work, of another version of this package or of Node, or of another platform (the
   *   message says what differs); if it has been altered; or if it is no checkpoint at all
   * @throws TypeError if the path is no text
   */
  constructor(path: string | undefined, work: Data) {
    if (path !== undefined) requireText('checkpoint', path);
    this.#path = path;
    this.#work = work;
    if (path === undefined || !existsSync(path)) return;
    const { made, work: done, results } = read(path);
    refuseOther(path, 'made with', made, MADE_BY);
    refuseOther(path, 'of work with', done, work);
    for (const [name, result] of Object.entries(results)) this.results.set(name, result as Result);
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
    const contents = { format: FORMAT, made: MADE_BY, work: this.#work, results: Object.fromEntries(this.results) };
    writeFileAtomically(this.#path, toText({ checksum: checksum(contents), ...contents }));
    this.#changed = false;
    this.#nextWrite = performance.now() + (performance.now() - start) / WRITING_SHARE;
  }
}

/** @throws Error unless both have the same under every name that `here` has */
function refuseOther(path: string, what: string, there: Data, here: Data): void {
  for (const name of Object.keys(here)) {
    const [found, needed] = [there[name], here[name]].map((value) => JSON.stringify(value));
    if (found !== needed) {
      throw new Error(`checkpoint '${path}' is ${what} ${name} ${found}, not ${needed}: delete it or name another`);
    }
  }
}

function read(path: string): Contents {
  const text = readText(path);
  const { checksum: written, ...contents } = parse(text) ?? {};
  if (!(contents.work instanceof Object && contents.results instanceof Object)) {
    throw new Error(`'${path}' is no checkpoint; it starts with ${JSON.stringify(text.slice(0, 40))}`);
  }
  refuseOther(path, 'written in a file of', contents, { format: FORMAT });
  if (written !== checksum(contents as Contents)) {
    throw new Error(`checkpoint '${path}' has been altered since it was written, its checksum is wrong: delete it`);
  }
  return contents as Contents;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`checkpoint '${path}' cannot be read: ${(error as Error).message}`);
  }
}

function checksum({ format, made, work, results }: Contents): string {
  return createHash('sha256').update(toText({ format, made, work, results })).digest('hex');
}

/** Stands for a number that JSON does not have. */
const NUMBER = '#number';

/** JSON that keeps NaN, infinities and the sign of zero: a result that is read is the one that was written. */
function toText(value: unknown): string {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner !== 'number' || (Number.isFinite(inner) && !Object.is(inner, -0))) return inner;
    return { [NUMBER]: inner === 0 ? '-0' : String(inner) };
  });
}

/** Nothing if that is no JSON, or no object. */
function parse(text: string): Partial<Contents & { readonly checksum: string }> | undefined {
  try {
    const value = JSON.parse(text, (_, inner) => (inner?.[NUMBER] === undefined ? inner : Number(inner[NUMBER])));
    return value instanceof Object ? value : undefined;
  } catch {
    return undefined;
  }
}
