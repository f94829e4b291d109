import { readdirSync } from 'node:fs';
import { UsageError } from './usage-error.js';

/**
 * The file names of the notebooks in a folder, in order of their names.
 *
 * @param only beginnings of the names that are wanted; all are wanted if absent
 * @throws UsageError if there are no notebooks, or none that begins as wanted
 */
export function selectNotebooks(folder: string, only?: readonly string[]): string[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb'))
    .sort();
  if (names.length === 0) throw new UsageError(`there are no notebooks in ${folder}`);
  if (only === undefined) return names;
  for (const beginning of only) {
    if (names.some((name) => name.startsWith(beginning))) continue;
    const existing = names.map((name) => `  ${name}`).join('\n');
    throw new UsageError(`no notebook begins with "${beginning}"; there are\n${existing}`);
  }
  return names.filter((name) => only.some((beginning) => name.startsWith(beginning)));
}
