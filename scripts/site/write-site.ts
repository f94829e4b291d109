import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/notebook/project.js';
import { ledger, type PaperItem } from '../../src/paper/ledger.js';
import { writeFileAtomically } from '../../src/work/write-file.js';
import type { Notebook } from '../nbformat/nbformat.js';
import { readExecutedNotebook } from '../nbformat/read-notebook.js';
import { prepareFolder } from '../prepare-folder.js';
import { selectNotebooks } from '../select-notebooks.js';
import { type KeptAnnotation, readAllAnnotations } from './annotations.js';
import { assets, type SiteFile } from './assets.js';
import { indexPage } from './index-page.js';
import { ledgerPage } from './ledger-page.js';
import { notebookPage } from './notebook-page.js';
import { renderPage } from './page.js';
import { publicEntries } from './public-entries.js';
import { referencePage } from './reference-page.js';

export interface SiteOptions {
  /** Holds the folder notebooks, and maybe annotations; gets the folder site. */
  readonly folder: string;
  readonly items?: readonly PaperItem[];
}

export interface SiteSummary {
  readonly site: string;
  readonly pages: number;
  /** Why a notebook is left out: what is wrong with its file. */
  readonly leftOut: readonly string[];
}

/**
 * Makes a web site of the notebooks, as they are, of the ledger, and of the package's docstrings. Every file is written
 * whole or not at all, and pages of notebooks that are no longer there are removed.
 *
 * @throws UsageError if there are no notebooks
 * @throws Error if the folder is not writable, or annotations cannot be read
 */
export function writeSite({ folder, items = ledger }: SiteOptions): SiteSummary {
  const { notebooks, leftOut } = readNotebooks(join(folder, 'notebooks'));
  const annotations = readAllAnnotations(join(folder, 'annotations'));
  const pages = sitePages(notebooks, items, annotations);
  const site = join(folder, 'site');
  prepareFolder(site);
  for (const { path, content } of [...assets(), ...pages]) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileAtomically(join(site, path), content);
  }
  const current = new Set(pages.map(({ path }) => path));
  const old = readdirSync(site).filter((name) => name.endsWith('.html') && !current.has(name));
  for (const name of old) rmSync(join(site, name));
  return { site, pages: pages.length, leftOut };
}

function readNotebooks(folder: string) {
  const notebooks = new Map<string, Notebook>();
  const leftOut: string[] = [];
  for (const name of selectNotebooks(folder)) {
    try {
      notebooks.set(name, readExecutedNotebook(join(folder, name)));
    } catch (error) {
      leftOut.push((error as Error).message);
    }
  }
  return { notebooks, leftOut };
}

/** All pages as HTML, by their file names. */
export function sitePages(
  notebooks: ReadonlyMap<string, Notebook>,
  items: readonly PaperItem[],
  annotations: readonly KeptAnnotation[] = [],
): SiteFile[] {
  const names = new Set(notebooks.keys());
  const own = [...notebooks].map(([name, notebook]) => notebookPage({ name, notebook, notebooks: names, items }));
  const reference = referencePage(publicEntries(projectRoot()));
  const pages = [indexPage(own, items), ...own, ledgerPage(items, own, annotations), reference];
  return pages.map((page) => ({ path: page.file, content: renderPage(page, pages) }));
}
