import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { projectRoot, readManifest } from './project.js';

/**
 * One line that says what ran, for a notebook's first cell:
 * `reverse-bottleneck 0.1.0 · Node v20.19.0 · plotly.js 4.1.1`.
 */
export function versions(): string {
  const own = readManifest(projectRoot());
  const plotly = readManifest(dirname(createRequire(import.meta.url).resolve('plotly.js-dist/package.json')));
  return `${own.name} ${own.version} · Node ${process.version} · plotly.js ${plotly.version}`;
}
