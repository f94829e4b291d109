import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/notebook/project.js';

/** A file of the site: where it goes, and what it holds. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Buffer;
}

/** What all pages share: styles, fonts, the script, and plotly once for all figures. */
export function assets(): SiteFile[] {
  const { resolve } = createRequire(import.meta.url);
  const own = join(projectRoot(), 'scripts', 'site', 'assets');
  const katex = join(dirname(resolve('katex/package.json')), 'dist');
  const plotly = join(dirname(resolve('plotly.js-dist/package.json')), 'plotly.js');
  const fonts = readdirSync(join(katex, 'fonts')).filter((name) => name.endsWith('.woff2'));
  return [
    ...['site.css', 'site.js'].map((name) => ({ path: name, content: readFileSync(join(own, name)) })),
    { path: 'katex.css', content: withOneFormat(readFileSync(join(katex, 'katex.min.css'), 'utf8')) },
    ...fonts.map((name) => ({ path: `fonts/${name}`, content: readFileSync(join(katex, 'fonts', name)) })),
    { path: 'plotly.js', content: readFileSync(plotly) },
  ].map(({ path, content }) => ({ path: `assets/${path}`, content }));
}

/** Fonts in the format that every browser reads; the others are not copied. */
function withOneFormat(css: string): string {
  return css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '');
}
