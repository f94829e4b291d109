/** Notebooks of nbformat 4.5 (https://nbformat.readthedocs.io), with every text in one piece instead of a list of lines. */
export interface Notebook {
  readonly nbformat: 4;
  readonly nbformat_minor: number;
  readonly metadata: Metadata;
  readonly cells: readonly Cell[];
}

export type Metadata = Readonly<Record<string, unknown>>;
export type Cell = TextCell | CodeCell;

interface AnyCell {
  readonly id: string;
  readonly metadata: Metadata;
  readonly source: string;
}

export interface TextCell extends AnyCell {
  readonly cell_type: 'markdown' | 'raw';
  readonly attachments?: unknown;
}

export interface CodeCell extends AnyCell {
  readonly cell_type: 'code';
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

/** tslab sends no other kinds: results are printed. */
export type Output = StreamOutput | DisplayOutput | ErrorOutput;

export interface StreamOutput {
  readonly output_type: 'stream';
  readonly name: 'stdout' | 'stderr';
  readonly text: string;
}

export interface DisplayOutput {
  readonly output_type: 'display_data';
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata;
}

export interface ErrorOutput {
  readonly output_type: 'error';
  readonly ename: string;
  readonly evalue: string;
  /** Lines, with ANSI colours. */
  readonly traceback: readonly string[];
}
