import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { type NotebookPage, notebookPage } from './notebook-page.js';
import { type PageContent, renderPage } from './page.js';
import { publicEntries } from './public-entries.js';
import { referencePage } from './reference-page.js';

export interface SiteOptions {
  /** Holds the folder notebooks, and maybe annotations; gets the folder site. */
  readonly folder: string;
  readonly items?: readonly PaperItem[];
  /** Ends the work between two pages, which then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface SiteSummary {
  readonly site: string;
  readonly pages: number;
  /** Why a notebook or an annotation is left out: what is wrong with it, and its file. */
  readonly leftOut: readonly string[];
}

/**
 * Sees to it, before long work, that the site can be written.
 *
 * @returns the site's folder
 * @throws Error if the folder or one in it is not writable
 */
export function prepareSite(folder: string): string {
  const site = join(folder, 'site');
  for (const part of [site, join(site, 'assets'), join(site, 'assets', 'fonts')]) prepareFolder(part);
  return site;
}

/**
 * Makes a web site of the notebooks, as they are, of the ledger, and of the package's docstrings. Every file is written
 * whole or not at all, none before all pages are made, and pages of notebooks that are no longer there are removed.
 *
 * @throws UsageError if there are no notebooks
 * @throws Error if the folder is not writable
 * @throws the signal's reason
 */
export async function writeSite({ folder, items = ledger, signal }: SiteOptions): Promise<SiteSummary> {
  const { notebooks, leftOut } = readNotebooks(join(folder, 'notebooks'));
  const site = prepareSite(folder);
  const readers = readAllAnnotations(join(folder, 'annotations'));
  const pages = await sitePages(notebooks, items, { annotations: readers.annotations, signal });
  for (const { path, content } of [...assets(), ...pages]) writeFileAtomically(join(site, path), content);
  const current = new Set(pages.map(({ path }) => path));
  const old = readdirSync(site).filter((name) => name.endsWith('.html') && !current.has(name));
  for (const name of old) rmSync(join(site, name));
  await nextTurn(); // a signal that came meanwhile is heard
  signal?.throwIfAborted();
  return { site, pages: pages.length, leftOut: [...leftOut, ...readers.leftOut] };
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

export interface PagesOptions extends Pick<SiteOptions, 'signal'> {
  readonly annotations?: readonly KeptAnnotation[];
}

/** All pages as HTML, by their file names. Between two of them others have their turn. @throws the signal's reason */
export async function sitePages(
  notebooks: ReadonlyMap<string, Notebook>,
  items: readonly PaperItem[],
  { annotations = [], signal }: PagesOptions = {},
): Promise<SiteFile[]> {
  const made = async <T>(make: () => T): Promise<T> => {
    await nextTurn();
    signal?.throwIfAborted();
    return make();
  };
  for (const item of items) await made(() => item.verdict); // worked out when it is first asked for, some in seconds
  const names = new Set(notebooks.keys());
  const own: NotebookPage[] = [];
  for (const [name, notebook] of notebooks) {
    own.push(await made(() => notebookPage({ name, notebook, notebooks: names, items })));
  }
  const ledger = await made(() => ledgerPage(items, own, annotations));
  const entries = await made(() => publicEntries(projectRoot()));
  const reference = await made(() => referencePage(entries));
  const pages: PageContent[] = [indexPage(own, items), ...own, ledger, reference];
  return made(() => pages.map((page) => ({ path: page.file, content: renderPage(page, pages) })));
}
