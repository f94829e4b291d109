import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brief, requireList, requireRecord, requireText } from '../../numeric/arguments.js';
import type { StoredAnswer } from '../../paper/answers.js';
import { itemOf } from '../../paper/ledger.js';
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

/** What is in a file of annotations: those that are good, and what is wrong with the others. */
export interface FileOfAnnotations {
  readonly annotations: readonly AnnotationData[];
  /** Each names the file. */
  readonly faults: readonly string[];
}

/** Characters, but for the file, which is in bytes, and the premises. */
const MOST = { name: 200, note: 20_000, statement: 2000, premises: 50, file: 4_000_000 } as const;

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

/**
 * Checks that an annotation is texts of sizes that a page can show, on an item of the ledger.
 *
 * @throws RangeError, TypeError that says which part is not
 */
export function requireAnnotation(annotation: Omit<AnnotationData, 'answer'>): void {
  requireRecord('the annotation', annotation);
  const { item, name, note, claim, given } = annotation;
  requireShortText('item', item, MOST.name);
  itemOf(item);
  if (typeof name !== 'string') throw new TypeError(`name must be a text, got ${brief(name)}`);
  requireLength('name', name, MOST.name);
  if (/[\r\n]/.test(name)) throw new RangeError(`name must be of one line, got ${brief(name)}`);
  if (note === undefined && claim === undefined)
    throw new RangeError(`the annotation of ${item} needs a note or a claim`);
  if (claim === undefined && given !== undefined)
    throw new RangeError(`the annotation of ${item} has premises, and no claim`);
  if (note !== undefined) requireShortText('note', note, MOST.note);
  if (claim !== undefined) requireShortText('claim', claim, MOST.statement);
  if (given === undefined) return;
  requireList('given', given);
  requireLength('given', given, MOST.premises);
  for (const [i, premise] of given.entries()) requireShortText(`given[${i}]`, premise, MOST.statement);
}

function requireShortText(name: string, value: string, most: number): void {
  requireText(name, value);
  requireLength(name, value, most);
}

function requireLength(name: string, value: ArrayLike<unknown>, most: number): void {
  if (value.length > most) throw new RangeError(`${name} must be no longer than ${most}, is of length ${value.length}`);
}

/** What a file holds; nothing if there is no file. */
export function inspectAnnotations(file: string): FileOfAnnotations {
  if (!existsSync(file)) return { annotations: [], faults: [] };
  try {
    const { size } = statSync(file);
    if (size > MOST.file) throw new RangeError(`it has ${size} bytes, more than ${MOST.file}`);
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(list)) throw new TypeError('it is no list');
    return sorted(file, list);
  } catch (error) {
    return { annotations: [], faults: [`${file} does not hold annotations: ${(error as Error).message}`] };
  }
}

function sorted(file: string, list: readonly AnnotationData[]): FileOfAnnotations {
  const annotations: AnnotationData[] = [];
  const faults: string[] = [];
  for (const [i, annotation] of list.entries()) {
    try {
      requireAnnotation(annotation);
      annotations.push(annotation);
    } catch (error) {
      faults.push(`${file}, annotation ${i + 1}: ${(error as Error).message}`);
    }
  }
  return { annotations, faults };
}

/** The annotations in a file; none if there is no file. @throws Error if it holds anything else; the message names it */
export function readAnnotations(file: string): AnnotationData[] {
  const { annotations, faults } = inspectAnnotations(file);
  if (faults.length > 0) throw new Error(`${faults[0]}; the file is left as it is`);
  return [...annotations];
}

/** Keeps an annotation: in place of the one with the same item and name, or else after all others, which stay. */
export function keepAnnotation(file: string, annotation: AnnotationData): void {
  const kept = readAnnotations(file);
  const place = kept.findIndex(({ item, name }) => item === annotation.item && name === annotation.name);
  kept.splice(place < 0 ? kept.length : place, 1, annotation);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileAtomically(file, `${JSON.stringify(kept, null, 2)}\n`);
}
