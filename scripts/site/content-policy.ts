import { createHash } from 'node:crypto';

/**
 * What a page may load and run: files of the site, and those of its inline scripts that are named. A page that is opened from a
 * folder has no origin that `'self'` would mean in every browser; `file:` means nothing where it comes from a server.
 */
export function contentPolicy(scripts: readonly string[]): string {
  const own = "'self' file:";
  const hashes = [...new Set(scripts.map(hashOf))].map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src ${own}${hashes}`,
    `style-src ${own} 'unsafe-inline'`, // KaTeX and plotly place what they draw with the attribute `style`
    `img-src ${own} data: blob:`,
    `font-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The scripts in some HTML, as they stand there. */
export function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script);
}

/** Of a script as a browser reads it: every line ends alike. */
function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script.replace(/\r\n?/g, '\n')).digest('base64')}`;
}
