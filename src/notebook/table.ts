import { brief, requireFunction, requireList, requireRecord } from '../numeric/arguments.js';
import { greatest } from '../numeric/extremes.js';
import { listOf, optional, record, requireString } from '../numeric/shape.js';
import { escapeHtml } from '../plot/html.js';
import { formatNumber, requireDigits } from '../plot/number.js';
import { display } from './display.js';

/** What a table cell holds; null and undefined show as a dash. */
export type Cell = string | number | boolean | null | undefined;

/** How one column is shown. */
export interface Column {
  /** Key of a record; for rows that are arrays just a name, columns are taken in order. */
  readonly key: string;
  /** Heading; the key if not given. */
  readonly label?: string;
  /** Digits after the point. Without it integers are shown whole and others to at least four significant digits. */
  readonly digits?: number;
  /** Writes the cell, in place of the rules above. */
  readonly format?: (value: Cell) => string;
}

export interface TableOptions {
  readonly caption?: string;
  /** Which columns, in which order. Records default to the keys of the first row; rows that are arrays need it. */
  readonly columns?: readonly (string | Column)[];
  /** Digits after the point in every column that says nothing of its own and does not hold integers only. */
  readonly digits?: number;
}

/** A row: a record by column key, or a list in column order. */
export type Row = Readonly<Record<string, Cell>> | readonly Cell[];

/**
 * Shows a table under the cell: numbers right-aligned, the first column as row headings if it holds text.
 *
 * @throws TypeError if rows, a cell or an option is none
 * @throws RangeError if there are no rows, a row does not have exactly the columns of the others, or a column is unknown
 * @throws Error outside a cell of a tslab notebook
 */
export function showTable(rows: readonly Row[], options: TableOptions = {}): void {
  const table = layOut(rows, options);
  display({ 'text/html': html(table), 'text/plain': plain(table) });
}

interface Table {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly numeric: readonly boolean[];
  readonly cells: readonly (readonly string[])[];
}

const requireOptions = record<TableOptions>({
  caption: optional(requireString),
  columns: optional(
    listOf<string | Column>((name, column) => {
      if (typeof column !== 'string') requireColumn(name, column);
    }),
  ),
  digits: optional(requireDigits),
});
const requireColumn = record<Column>({
  key: requireString,
  label: optional(requireString),
  digits: optional(requireDigits),
  format: optional(requireFunction),
});

function layOut(rows: readonly Row[], options: TableOptions): Table {
  requireRows(rows);
  requireOptions('options', options);
  const { caption = '', columns: chosen, digits } = options;
  const [first] = rows;
  if (isList(first) && !chosen) throw new RangeError('columns must be named when rows are arrays');
  const columns = (chosen ?? Object.keys(first)).map((column) =>
    typeof column === 'string' ? { key: column } : column,
  );
  const width = isList(first) ? columns.length : Object.keys(first).length;
  const values = rows.map((row, index) => {
    const keys = Object.keys(row);
    if (isList(row) !== isList(first)) throw new RangeError(`rows[${index}] must be of the same kind as rows[0]`);
    const length = isList(row) ? row.length : keys.length;
    if (length !== width) throw new RangeError(`rows[${index}] must have ${width} columns, got ${length}`);
    return columns.map(({ key }, position) => {
      if (isList(row)) return row[position];
      if (!Object.hasOwn(row, key))
        throw new RangeError(`rows[${index}] has no column '${key}', only ${keys.join(', ')}`);
      return row[key];
    });
  });
  const settled = columns.map((column, position): Column => {
    const integers = values.every((row) => typeof row[position] !== 'number' || Number.isInteger(row[position]));
    return digits === undefined || integers ? column : { digits, ...column };
  });
  return {
    caption,
    headings: columns.map(({ key, label }) => label ?? key),
    numeric: columns.map((_, position) =>
      values.every((row) => row[position] == null || typeof row[position] === 'number'),
    ),
    cells: values.map((row) => row.map((value, position) => write(value, settled[position]))),
  };
}

function requireRows(rows: readonly Row[]): void {
  requireList('rows', rows);
  if (rows.length === 0) throw new RangeError('rows must not be empty');
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!isList(row)) requireRecord(`rows[${i}]`, row);
    for (const [key, cell] of Object.entries(row)) {
      if (cell == null || ['string', 'number', 'boolean'].includes(typeof cell)) continue;
      throw new TypeError(`rows[${i}].${key} must be a string, a number or true or false, got ${brief(cell)}`);
    }
  }
}

function isList(row: Row): row is readonly Cell[] {
  return Array.isArray(row);
}

function write(value: Cell, { digits, format }: Column): string {
  if (format) return formatted(format, value);
  if (value == null) return '–';
  if (typeof value === 'number') return formatNumber(value, digits);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}

function formatted(format: NonNullable<Column['format']>, value: Cell): string {
  const text = format(value);
  requireString('what format returns', text);
  return text;
}

function html({ caption, headings, numeric, cells }: Table): string {
  const cell = (tag: string, text: string, position: number, style = '') => {
    const side = numeric[position] ? 'right;font-variant-numeric:tabular-nums' : 'left';
    return `<${tag} style="text-align:${side};padding:.25em .75em${style}">${escapeHtml(text)}</${tag.split(' ')[0]}>`;
  };
  const head = headings.map((text, position) => {
    return cell('th scope="col"', text, position, ';border-bottom:1px solid currentColor');
  });
  const body = cells.map((row) =>
    row.map((text, position) => {
      const heading = position === 0 && !numeric[position];
      return heading ? cell('th scope="row"', text, position, ';font-weight:normal') : cell('td', text, position);
    }),
  );
  return [
    '<table style="border-collapse:collapse;margin:.5em 0;color:var(--jp-content-font-color1,inherit)">',
    ...(caption
      ? [`<caption style="caption-side:top;text-align:left;padding:.25em 0">${escapeHtml(caption)}</caption>`]
      : []),
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...body.map((row) => `<tr>${row.join('')}</tr>`),
    '</tbody>',
    '</table>',
  ].join('\n');
}

function plain({ caption, headings, numeric, cells }: Table): string {
  const lines = [headings, ...cells];
  const widths = headings.map((_, position) => greatest(lines.map((line) => [...line[position]].length)));
  const pad = (text: string, position: number) => {
    const space = ' '.repeat(widths[position] - [...text].length);
    return numeric[position] ? space + text : text + space;
  };
  const written = lines.map((line) => line.map(pad).join('  ').trimEnd());
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [...(caption ? [caption, ''] : []), written[0], rule, ...written.slice(1)].join('\n');
}
