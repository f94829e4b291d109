import { greatest } from './extremes.js';

/** Lines of cells as text, each column as wide as its widest cell; those that `isNumeric` says are flush right. */
export function alignColumns(
  lines: readonly (readonly string[])[],
  isNumeric: (column: number) => boolean = () => false,
): string {
  const widths = lines[0].map((_, column) => greatest(lines.map((line) => line[column].length)));
  const pad = (cell: string, column: number) =>
    isNumeric(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
