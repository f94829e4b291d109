import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { brief } from '../numeric/arguments.js';
import type { Figure } from '../plot/figure.js';
import { writeFileAtomically } from '../work/write-file.js';
import { projectRoot } from './project.js';
import { figureSvg } from './show-figure.js';

/**
 * Writes `<name>.json` into the results folder: the environment variable `REVERSE_BOTTLENECK_RESULTS`, or `results/` of
 * the project. The file appears whole or not at all. Typed arrays are written as lists, and lists of numbers on one line.
 *
 * @param name kebab-case, such as `figure-4`
 * @param value plain data: objects, lists, strings, booleans, null and finite numbers
 * @throws RangeError if `name` is not kebab-case or a number is not finite
 * @throws TypeError if something in `value` is not plain data
 */
export function saveResults(name: string, value: unknown): void {
  const text = JSON.stringify(plainData(value, 'value'), null, 2);
  // No text is touched: it is in quotes, and has no line breaks.
  const compact = text.replace(/\[\n[^[\]{}"]*\]/g, (list) => `[${list.slice(1, -1).trim().replace(/\n */g, ' ')}]`);
  save(name, 'json', `${compact}\n`);
}

/**
 * Writes the still picture of a figure to `<name>.svg`, beside the results of {@link saveResults}.
 *
 * @param alt what the picture says, for readers who do not see it
 * @throws RangeError if `name` is not kebab-case; otherwise like {@link figureSvg}
 */
export async function saveFigure(name: string, figure: Figure, alt: string): Promise<void> {
  save(name, 'svg', `${await figureSvg(figure, alt)}\n`);
}

/**
 * Makes `checkpoints/<name>/` in the results folder, for what an interrupted notebook is to find again. Delete it when the
 * work is done.
 *
 * @returns its path
 * @throws RangeError if `name` is not kebab-case
 */
export function checkpointFolder(name: string): string {
  requireFileName(name);
  const folder = join(resultsFolder(), 'checkpoints', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function save(name: string, extension: string, text: string): void {
  requireFileName(name);
  const folder = resultsFolder();
  mkdirSync(folder, { recursive: true });
  writeFileAtomically(join(folder, `${name}.${extension}`), text);
}

function requireFileName(name: string): void {
  if (typeof name !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new RangeError(`name must be a kebab-case file name without extension, got ${brief(name)}`);
  }
}

function resultsFolder(): string {
  return process.env.REVERSE_BOTTLENECK_RESULTS ?? join(projectRoot(), 'results');
}

/** `value` as JSON can hold it; whatever JSON would drop or turn into null without a word is an error that says where. */
function plainData(value: unknown, path: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${path} must be a finite number, got ${value}`);
    return value;
  }
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return Array.from(value as ArrayLike<unknown>, (item, index) => plainData(item, `${path}[${index}]`));
  }
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, plainData(item, `${path}.${key}`)]));
  }
  throw new TypeError(`${path} must be plain data, got ${brief(value)}`);
}
