import { basename } from 'node:path';
import type { Notebook } from './nbformat/nbformat.js';

/** The number in the file's name, and the text of the first heading; the name alone where there is none. */
export function notebookTitle(name: string, { cells }: Notebook): string {
  const texts = cells.filter(({ cell_type }) => cell_type === 'markdown');
  const heading = texts.map(({ source }) => /^# +(.+)$/m.exec(source)?.[1]).find(Boolean);
  if (!heading) return basename(name, '.ipynb');
  const [number = ''] = /^\d+ ?/.exec(name.replace('-', ' ')) ?? [];
  return number + heading.replace(/[*`$]/g, '').trim();
}
