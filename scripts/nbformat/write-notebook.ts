import { writeFileAtomically } from '../../src/work/write-file.js';
import type { Cell, Notebook, Output } from './nbformat.js';

/** Write a notebook as Jupyter does, so that saving it there unchanged leaves the file as it is. */
export function writeNotebook(path: string, notebook: Notebook): void {
  writeFileAtomically(path, formatNotebook(notebook));
}

export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map(splitCell);
  return `${JSON.stringify({ ...notebook, cells }, sortKeys, 1)}\n`;
}

function splitCell(cell: Cell): object {
  const source = splitLines(cell.source);
  return cell.cell_type === 'code' ? { ...cell, source, outputs: cell.outputs.map(splitOutput) } : { ...cell, source };
}

function splitOutput(output: Output): object {
  switch (output.output_type) {
    case 'stream':
      return { ...output, text: splitLines(output.text) };
    case 'display_data':
      return { ...output, data: Object.fromEntries(Object.entries(output.data).map(splitText)) };
    case 'error':
      return output;
  }
}

/** Text is kept as a list of lines; anything else, such as a picture in base64, in one piece. */
function splitText([type, value]: [string, unknown]): [string, unknown] {
  const isText = type.startsWith('text/') || type === 'image/svg+xml' || type === 'application/javascript';
  return [type, isText && typeof value === 'string' ? splitLines(value) : value];
}

/** At the line boundaries of Python's str.splitlines, by which Jupyter splits. */
function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\r\n|\r(?!\n)|[\n\v\f\x85\u2028\u2029])/);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
