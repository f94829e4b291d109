import { CellError, CellRun } from './cell-run.js';
import { Kernel } from './kernel/kernel.js';
import { type KernelSpec, projectKernelSpec } from './kernel/kernel-spec.js';
import { Displays } from './nbformat/cell-outputs.js';
import type { Cell, CodeCell, Notebook } from './nbformat/nbformat.js';

export interface RunOptions {
  /** The kernel's working directory, from which cells import. */
  readonly cwd: string;
  /** Variables added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** How long a cell may run; DEFAULT_TIMEOUT_SECONDS if absent. */
  readonly timeoutSeconds?: number | undefined;
  /** Ends the run, which then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: CellProgress) => void) | undefined;
  /** Gets the notebook with all outputs up to the error of a cell, before the run fails with it. */
  readonly onCellError?: ((notebook: Notebook) => void) | undefined;
  /** The kernel to run in; the project's own if absent. */
  readonly spec?: KernelSpec | undefined;
}

/** Which cell of how many: only the cells that are run count, as in the [n] that Jupyter shows. */
export interface CellPosition {
  readonly cell: number;
  readonly cells: number;
}

export type CellProgress =
  | (CellPosition & { readonly kind: 'cell-start' | 'cell-end' })
  | (CellPosition & { readonly kind: 'cell-update'; readonly text: string });

export const DEFAULT_TIMEOUT_SECONDS = 30 * 60;

/**
 * Run the cells of a notebook in a kernel of their own, up to the first error.
 *
 * @returns the notebook with its outputs, the same at every run if its cells print the same.
 * @throws CellError, or the signal's reason.
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<Notebook> {
  const { cwd, env, signal, spec = projectKernelSpec() } = options;
  const kernel = await Kernel.start({ spec, cwd, env, signal });
  const runs = new Map<Cell, CellRun>();
  const asFarAsItCame = (): Notebook => {
    const kernelspec = { name: spec.name, display_name: spec.displayName, language: spec.language };
    const metadata = { ...notebook.metadata, kernelspec, language_info: kernel.languageInfo };
    return { ...notebook, metadata, cells: notebook.cells.map((cell) => runs.get(cell)?.executedCell ?? cell) };
  };
  try {
    await runCells(notebook.cells, runs, kernel, options);
    return asFarAsItCame();
  } catch (error) {
    if (error instanceof CellError) options.onCellError?.(asFarAsItCame());
    throw error;
  } finally {
    await kernel.close();
  }
}

async function runCells(
  cells: readonly Cell[],
  runs: Map<Cell, CellRun>,
  kernel: Kernel,
  options: RunOptions,
): Promise<void> {
  const { timeoutSeconds = DEFAULT_TIMEOUT_SECONDS, onProgress = () => {} } = options;
  const displays = new Displays();
  const runnable = cells.filter(isRunnable);
  for (const cell of runnable) {
    const position = { cell: runs.size + 1, cells: runnable.length };
    const name = `cell ${cells.indexOf(cell) + 1} of ${cells.length}`;
    const onUpdate = (text: string) => onProgress({ kind: 'cell-update', ...position, text });
    const run = new CellRun({ cell, count: position.cell, name, displays, onUpdate });
    runs.set(cell, run);
    onProgress({ kind: 'cell-start', ...position });
    await run.execute(kernel, timeoutSeconds);
    throwStrayErrors(runs);
    onProgress({ kind: 'cell-end', ...position });
  }
  await kernel.shutdown();
  throwStrayErrors(runs);
}

/** As in JupyterLab, a cell without code is passed over. */
function isRunnable(cell: Cell): cell is CodeCell {
  return cell.cell_type === 'code' && cell.source.trim() !== '';
}

function throwStrayErrors(runs: ReadonlyMap<Cell, CellRun>): void {
  for (const run of runs.values()) run.throwStrayError();
}
