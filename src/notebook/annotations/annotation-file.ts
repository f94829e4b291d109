import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StoredAnswer } from '../../paper/answers.js';
import { writeFileAtomically } from '../../work/write-file.js';
import { projectRoot } from '../project.js';

/** A reader's note or claim on an item of the ledger, as JSON holds it. */
export interface AnnotationData {
  /** The item's id. */
  readonly item: string;
  /** Tells several annotations of one item apart. */
  readonly name: string;
  /** Markdown. */
  readonly note?: string;
  /** In the language of claims, with all its premises. */
  readonly claim?: string;
  readonly given?: readonly string[];
  /** The proof or counterexample that was found for the claim. */
  readonly answer?: StoredAnswer;
}

/**
 * The file of the running notebook's annotations: in the folder of the environment variable
 * `REVERSE_BOTTLENECK_ANNOTATIONS`, or in `annotations/` of the project.
 *
 * @throws Error where the front end does not say which notebook runs
 */
export function annotationFile(): string {
  const notebook = process.env.JPY_SESSION_NAME; // set by Jupyter's server, and by reproduce
  if (!notebook) {
    throw new Error(
      "this front end does not say which notebook runs; say process.env.JPY_SESSION_NAME = 'name-of-this-notebook.ipynb' first",
    );
  }
  const folder = process.env.REVERSE_BOTTLENECK_ANNOTATIONS ?? join(projectRoot(), 'annotations');
  return join(folder, `${basename(notebook.replaceAll('\\', '/'), '.ipynb')}.json`);
}

/** The annotations in a file; none if there is no file. @throws Error if it holds something else; the message names it */
export function readAnnotations(file: string): AnnotationData[] {
  if (!existsSync(file)) return [];
  const list = readList(file);
  const isAnnotation = (value: AnnotationData | null) =>
    typeof value?.item === 'string' && typeof value.name === 'string';
  if (!Array.isArray(list) || !list.every(isAnnotation))
    throw unreadable(file, 'not a list with item and name in each');
  return list;
}

function readList(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unreadable(file, (error as Error).message);
  }
}

function unreadable(file: string, reason: string): Error {
  return new Error(`${file} does not hold annotations, and is left as it is: ${reason}`);
}

/** Keeps an annotation: in place of the one with the same item and name, or else after all others, which stay. */
export function keepAnnotation(file: string, annotation: AnnotationData): void {
  const kept = readAnnotations(file);
  const place = kept.findIndex(({ item, name }) => item === annotation.item && name === annotation.name);
  kept.splice(place < 0 ? kept.length : place, 1, annotation);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileAtomically(file, `${JSON.stringify(kept, null, 2)}\n`);
}
