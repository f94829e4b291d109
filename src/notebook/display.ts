import { createRequire } from 'node:module';

/** Mime type → content of one output. */
export type MimeBundle = Readonly<Record<string, string>>;

interface DisplayMessage {
  readonly data: MimeBundle;
  readonly metadata: Record<string, unknown>;
  readonly transient: Record<string, unknown>;
}
type Writer = (message: DisplayMessage, update: boolean) => void;

/**
 * Where tslab 1.0.22 keeps the writer of the running cell. Internal to tslab, so it is touched nowhere else: the public
 * `tslab.display` sends one mime type a call. The loaded module is looked up, not required, because a kernel that is
 * installed outside the project is another copy of tslab.
 */
function cellWriter(): Writer {
  for (const loaded of Object.values(createRequire(import.meta.url).cache)) {
    if (!loaded || !/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(loaded.filename)) continue;
    const writer = (loaded.exports as { lastWriteDisplayData?: Writer | null }).lastWriteDisplayData;
    if (writer) return writer;
  }
  throw new Error('nothing to display in: this process is not running a cell of a tslab notebook');
}

/**
 * Shows one output under the running cell; front ends pick the richest mime type they can show.
 *
 * @param bundle contents by mime type, `text/plain` among them
 * @param displayId names the output, so that `updateDisplay` can replace it
 * @throws Error outside a cell of a tslab notebook
 */
export function display(bundle: MimeBundle, displayId?: string): void {
  cellWriter()({ data: bundle, metadata: {}, transient: displayId ? { display_id: displayId } : {} }, false);
}

/**
 * Replaces, wherever it stands, the output shown under `displayId`.
 *
 * @throws like {@link display}
 */
export function updateDisplay(bundle: MimeBundle, displayId: string): void {
  cellWriter()({ data: bundle, metadata: {}, transient: { display_id: displayId } }, true);
}

let shown = 0;

/** An id no other call in this process gives, and the same in every fresh kernel: `figure-1`, `progress-2`, … */
export function nextId(kind: string): string {
  shown += 1;
  return `${kind}-${shown}`;
}
