import { isAbsolute, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';

/** What is imported from outside, and what a worker thread runs: with a file for all that several of them share. */
const ENTRIES = {
  index: 'index.js',
  paper: 'paper/index.js',
  notebook: 'notebook/index.js',
  'kl-gap-worker': 'synthesis/kl-gap-worker.js',
};
/** What runs in pages is sent there as these files have it. */
const FOR_PAGES = /\/(?:loader|table-filter)\.js$/;
/** A folder beside the rooms, so that files are found from here by the same addresses. */
const FOLDER = 'doors';

/**
 * Puts what each door leads to into few files: two hundred small ones take most of the time that an import takes. Packages
 * stay outside.
 */
export async function bundleDoors(root: string): Promise<void> {
  const source = join(root, 'dist', 'src');
  const input = Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(source, file)]));
  const bundle = await rolldown({ input, platform: 'node', external: [/^[^./]/, FOR_PAGES] });
  const dir = join(source, FOLDER);
  const paths = (id: string) => (isAbsolute(id) ? relative(dir, id).split(sep).join('/') : id);
  await bundle.write({ dir, paths, chunkFileNames: 'shared-[name].js' });
  await bundle.close();
}
