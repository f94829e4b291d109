import { readFileSync } from 'node:fs';
import { asObject, asText, type Json, unexpected } from './json.js';
import type { Cell, Metadata, Notebook, Output } from './nbformat.js';
import { parseOutputs } from './parse-outputs.js';

/** The minor version of nbformat 4 that gave cells their ids. */
const MINOR_WITH_IDS = 5;
const CELL_ID = /^[a-zA-Z0-9_-]{1,64}$/;

/**
 * Read a notebook in order to run it: what earlier runs left in it (outputs, counts, times) is dropped.
 *
 * @throws if the file is not a notebook of nbformat 4; the message names the file and what is wrong with it.
 */
export function readNotebook(path: string): Notebook {
  return read(path, parseNotebook);
}

/**
 * Read a notebook in order to show it, with the outputs that its last run left.
 *
 * @throws like {@link readNotebook}
 */
export function readExecutedNotebook(path: string): Notebook {
  return read(path, parseExecutedNotebook);
}

function read(path: string, parse: (text: string) => Notebook): Notebook {
  const text = readFileSync(path, 'utf8');
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${path} is not a notebook: ${(error as Error).message}`, { cause: error });
  }
}

export function parseNotebook(text: string): Notebook {
  return parse(text, () => ({ execution_count: null, outputs: [] }));
}

export function parseExecutedNotebook(text: string): Notebook {
  return parse(text, ({ execution_count: count, outputs }, name) => ({
    execution_count: typeof count === 'number' ? count : null,
    outputs: parseOutputs(name, outputs),
  }));
}

/** What of a code cell's last run is wanted. */
type ParseRun = (cell: Json, name: string) => { execution_count: number | null; outputs: readonly Output[] };

function parse(text: string, parseRun: ParseRun): Notebook {
  const { nbformat, nbformat_minor, metadata, cells } = asObject('the file', JSON.parse(text));
  if (nbformat !== 4) throw unexpected('nbformat', nbformat, '4');
  if (!Number.isInteger(nbformat_minor)) throw unexpected('nbformat_minor', nbformat_minor, 'an integer');
  if (!Array.isArray(cells)) throw unexpected('cells', cells, 'a list');
  const objects = cells.map((cell, index) => asObject(`cell ${index + 1}`, cell));
  const ids = cellIds(objects);
  return {
    nbformat,
    nbformat_minor: Math.max(Number(nbformat_minor), MINOR_WITH_IDS),
    metadata: asObject('metadata', metadata),
    cells: objects.map((cell, index) => parseCell(cell, `cell ${index + 1}`, ids[index], parseRun)),
  };
}

function parseCell(cell: Json, name: string, id: string, parseRun: ParseRun): Cell {
  const { cell_type } = cell;
  const common = {
    id,
    metadata: withoutTimes(asObject(`metadata of ${name}`, cell.metadata)),
    source: asText(`source of ${name}`, cell.source),
  };
  switch (cell_type) {
    case 'code':
      return { ...common, cell_type, ...parseRun(cell, name) };
    case 'markdown':
    case 'raw':
      return { ...common, cell_type, ...('attachments' in cell && { attachments: cell.attachments }) };
    default:
      throw unexpected(`cell_type of ${name}`, cell_type, 'code, markdown or raw');
  }
}

/** The ids of the cells; a cell without gets one from its position, the same at every reading. */
function cellIds(cells: readonly Json[]): string[] {
  const taken = new Set<unknown>();
  for (const [index, { id }] of cells.entries()) {
    if (id === undefined) continue;
    const name = `id of cell ${index + 1}`;
    if (typeof id !== 'string' || !CELL_ID.test(id)) throw unexpected(name, id, '1 to 64 letters, digits, - or _');
    if (taken.has(id)) throw new Error(`${name} is ${JSON.stringify(id)}, which an earlier cell has too`);
    taken.add(id);
  }
  return cells.map(({ id }, index) => (id as string | undefined) ?? freeId(`cell-${index + 1}`, taken));
}

function freeId(wanted: string, taken: ReadonlySet<unknown>): string {
  return taken.has(wanted) ? freeId(`${wanted}-`, taken) : wanted;
}

/** JupyterLab can record when a cell ran. */
function withoutTimes({ execution: _, ...metadata }: Metadata): Metadata {
  return metadata;
}
