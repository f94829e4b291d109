import type { Notebook } from './nbformat/nbformat.js';
import { notebookTitle } from './notebook-title.js';

const LINKS = /(?:^|\n+)(?:Previous|Next): \[.*$/;

/** The same notebooks, in order, each with a last line that leads to the one before, the one after and the first. */
export function withLinks(notebooks: ReadonlyMap<string, Notebook>): Map<string, Notebook> {
  const entries = [...notebooks];
  const links = entries.map(([name, notebook]) => `[${shortTitle(name, notebook)}](${name})`);
  const [overview] = entries[0];
  return new Map(
    entries.map(([name, notebook], i) => {
      const line = [
        ...(i > 1 ? [`Previous: ${links[i - 1]}.`] : []),
        ...(i + 1 < links.length ? [`Next: ${links[i + 1]}.`] : []),
        ...(i > 0 ? [`Back to the [overview](${overview}).`] : []),
      ].join(' ');
      return [name, withLastLine(notebook, line)];
    }),
  );
}

/** Without what follows a colon, and without where in the paper it is. */
function shortTitle(name: string, notebook: Notebook): string {
  return notebookTitle(name, notebook).replace(/: .*| \([^()]*\)$/, '');
}

function withLastLine({ cells, ...notebook }: Notebook, line: string): Notebook {
  const last = cells.findLastIndex(({ cell_type }) => cell_type === 'markdown');
  const linked = cells.map((cell, i) =>
    i === last ? { ...cell, source: `${cell.source.replace(LINKS, '').trimEnd()}\n\n${line}`.trimStart() } : cell,
  );
  return { ...notebook, cells: linked };
}
