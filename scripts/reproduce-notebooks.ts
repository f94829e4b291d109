import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../src/notebook/project.js';
import { FolderChanges } from './folder-changes.js';
import { withFolderLocked } from './folder-lock.js';
import type { Notebook } from './nbformat/nbformat.js';
import { readNotebook } from './nbformat/read-notebook.js';
import { writeNotebook } from './nbformat/write-notebook.js';
import { prepareFolder } from './prepare-folder.js';
import { type CellProgress, runNotebook } from './run-notebook.js';
import { selectNotebooks } from './select-notebooks.js';
import { prepareSite, type SiteSummary, writeSite } from './site/write-site.js';

export const SCALES = ['quick', 'full'] as const;
export type Scale = (typeof SCALES)[number];

export interface ReproduceOptions {
  readonly scale: Scale;
  /** Beginnings of the file names of the notebooks to run; all are run if absent. */
  readonly only?: readonly string[] | undefined;
  /**
   * Gets the folders notebooks, results and annotations, and of a notebook that fails what came before the error. If absent
   * they are the project's own, and notebooks are updated in place.
   */
  readonly out?: string | undefined;
  /** How long a cell may run; DEFAULT_TIMEOUT_SECONDS if absent. */
  readonly timeoutSeconds?: number | undefined;
  /** Whether the web pages are written, too. */
  readonly site?: boolean | undefined;
  /** Ends the run, which then fails with the signal's reason as its cause. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** The folder that holds the folder notebooks; this project if absent. */
  readonly project?: string | undefined;
}

export type Progress = { readonly notebook: string } & (
  | CellProgress
  | { readonly kind: 'notebook-start' | 'notebook-end' }
);

export interface Summary {
  /** File names of the notebooks that were run to their end and written. */
  readonly finished: readonly string[];
  /** Path of a notebook with an error, written as far as it came. */
  readonly partial: readonly string[];
  /** File names of the notebooks that were not written, because the run ended before. */
  readonly unfinished: readonly string[];
  /** Paths of all files written: the finished notebooks, and the results and annotations that cells have saved. */
  readonly written: readonly string[];
  readonly site?: SiteSummary;
}

/** The run ended early: by an error in a notebook, or by the signal. */
export class ReproduceError extends Error {
  override readonly name = 'ReproduceError';
  readonly summary: Summary;

  constructor(message: string, summary: Summary, cause: unknown) {
    super(message, { cause });
    this.summary = summary;
  }
}

/**
 * Run notebooks one after the other, each in a fresh kernel, and write each as soon as all its cells have succeeded.
 * All that can be wrong beforehand (selection, notebooks, folders, another run) is found before the first one runs. Only
 * outputs are written: cells stay as they are, and a notebook that somebody saves while it runs is not written at all.
 *
 * @throws UsageError if `only` matches nothing
 * @throws Error if a notebook is malformed, a folder not writable, or another run writes to it
 * @throws ReproduceError
 */
export async function reproduce(options: ReproduceOptions): Promise<Summary> {
  const { only, out, project = projectRoot() } = options;
  const source = join(project, 'notebooks');
  const notebooks = selectNotebooks(source, only).map((name) => {
    const path = join(source, name);
    return { name, path, original: readFileSync(path), notebook: readNotebook(path) };
  });
  const folder = resolve(out ?? project);
  for (const part of PARTS) prepareFolder(join(folder, part));
  if (options.site) prepareSite(folder);
  return withFolderLocked(folder, () => runAll(notebooks, source, folder, options));
}

/** What a run writes to. */
const PARTS = ['notebooks', 'results', 'annotations'] as const;

interface Selected {
  readonly name: string;
  readonly path: string;
  readonly original: Buffer;
  readonly notebook: Notebook;
}

async function runAll(
  notebooks: readonly Selected[],
  source: string,
  folder: string,
  { scale, timeoutSeconds, site, signal, onProgress = () => {} }: ReproduceOptions,
): Promise<Summary> {
  const [target, results, annotations] = PARTS.map((part) => join(folder, part));
  const inPlace = realpathSync(target) === realpathSync(source);
  const shared = {
    REVERSE_BOTTLENECK_SCALE: scale,
    REVERSE_BOTTLENECK_RESULTS: results,
    REVERSE_BOTTLENECK_ANNOTATIONS: annotations,
  };
  const changes = [results, annotations].map((each) => new FolderChanges(each));
  const names = notebooks.map(({ name }) => name);
  let finished = 0;
  const partial: string[] = [];
  const summary = (): Summary => ({
    finished: names.slice(0, finished),
    partial,
    unfinished: names.slice(finished + partial.length),
    written: [...names.slice(0, finished).map((name) => join(target, name)), ...writtenIn(changes)],
  });

  for (const { name, path, original, notebook } of notebooks) {
    const env = { ...shared, JPY_SESSION_NAME: path }; // as a Jupyter server says which notebook runs
    const report = (progress: CellProgress) => onProgress({ notebook: name, ...progress });
    onProgress({ notebook: name, kind: 'notebook-start' });
    let begun: Notebook | undefined;
    const onCellError = (notebook: Notebook) => {
      begun = notebook;
    };
    try {
      const run = { cwd: source, env, timeoutSeconds, signal, onProgress: report, onCellError };
      const executed = await runNotebook(notebook, run);
      if (inPlace && !readFileSync(path).equals(original)) throw new Error(CHANGED);
      writeNotebook(join(target, name), executed);
    } catch (error) {
      removePartialFiles(changes);
      if (begun && !inPlace && keep(join(target, name), begun)) partial.push(join(target, name));
      throw new ReproduceError(`${name}: ${(error as Error).message}`, summary(), error);
    }
    finished += 1;
    onProgress({ notebook: name, kind: 'notebook-end' });
  }
  if (!site) return summary();
  try {
    return { ...summary(), site: await writeSite({ folder, signal }) };
  } catch (error) {
    throw new ReproduceError(`the site: ${(error as Error).message}`, summary(), error);
  }
}

const CHANGED = 'the notebook was saved by someone else while it ran, and is left as it was saved; run it again';

/** Writes what there is of a notebook, if it can be: why it ended is worth more than why that is not kept. */
function keep(path: string, notebook: Notebook): boolean {
  try {
    writeNotebook(path, notebook);
    return true;
  } catch {
    return false;
  }
}

function writtenIn(changes: readonly FolderChanges[]): string[] {
  return changes.flatMap((folder) => folder.written());
}

/** What a kernel that was ended in the midst of saving its results has left. */
function removePartialFiles(changes: readonly FolderChanges[]): void {
  for (const path of writtenIn(changes)) if (path.endsWith('.partial')) rmSync(path);
}
