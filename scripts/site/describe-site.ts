import { join } from 'node:path';
import { displayPath } from '../display-path.js';
import type { SiteSummary } from './write-site.js';

/** What was made, for who reads it in a terminal. */
export function describeSite({ site, pages, leftOut }: SiteSummary): string {
  const made = `The site: ${pages} pages, from ${displayPath(join(site, 'index.html'))}\n`;
  return leftOut.length === 0 ? made : `${made}${['Left out of it:', ...leftOut].join('\n  ')}\n`;
}
