import { posix } from 'node:path';

/** The file of a notebook's page. */
export function pageOf(notebook: string): string {
  return notebook.replace(/\.ipynb$/, '.html');
}

/** The address of a page beside the one that links to it: a file's name may hold what means something in addresses. */
export function addressOf(file: string): string {
  return encodeURIComponent(file);
}

/** What an address says with `%41` for `A`; the address itself where that is not to be read, as in `%E0`. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Where a notebook's link leads in the site, which lies beside the notebooks; null if it is to a notebook that is not there. */
export function resolveAddress(address: string, notebooks: ReadonlySet<string>): string | null {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(address)) return address;
  const [, path, fragment] = /^([^#]*)(.*)$/s.exec(address)!;
  const name = posix.normalize(decoded(path));
  if (notebooks.has(name)) return addressOf(pageOf(name)) + fragment;
  if (/^[^/]+\.ipynb$/.test(name)) return null;
  return posix.join('../notebooks', path) + fragment;
}
