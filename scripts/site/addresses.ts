import { posix } from 'node:path';

/** The page of a notebook. */
export function pageOf(notebook: string): string {
  return notebook.replace(/\.ipynb$/, '.html');
}

/** Where a notebook's link leads in the site, which lies beside the notebooks; null if it is to a notebook that is not there. */
export function resolveAddress(address: string, notebooks: ReadonlySet<string>): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(address)) return address;
  const [, path, fragment] = /^([^#]*)(.*)$/s.exec(address)!;
  const name = posix.normalize(decodeURIComponent(path));
  if (notebooks.has(name)) return pageOf(path) + fragment;
  if (/^[^/]+\.ipynb$/.test(name)) return null;
  return posix.join('../notebooks', path) + fragment;
}
