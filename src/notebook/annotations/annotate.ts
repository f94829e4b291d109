import { prove } from '../../inequality/prove.js';
import type { Verdict } from '../../inequality/verdict.js';
import { toMarkdown } from '../../information/notation.js';
import { parseStatement } from '../../information/parse.js';
import { requireKnownOptions } from '../../numeric/arguments.js';
import { toStored } from '../../paper/answers.js';
import { itemOf } from '../../paper/ledger.js';
import type { Answer } from '../../paper/question.js';
import { itemTitle } from '../../paper/title.js';
import { inWords } from '../../paper/words.js';
import { escapeMarkdown, showMarkdown } from '../markdown.js';
import { verdictMarkdown } from '../verdict.js';
import { type AnnotationData, annotationFile, keepAnnotation, requireAnnotation } from './annotation-file.js';

export interface AnnotationOptions {
  /** Tells several annotations of one item apart. */
  readonly name?: string;
  /** A remark, in Markdown. */
  readonly note?: string;
  /** A claim of one's own, in the language of claims. */
  readonly claim?: string;
  /** All of its premises; those of the item if not given. */
  readonly given?: readonly string[];
}

/** A reader's note or claim on an item of the ledger. */
export interface Annotation extends AnnotationOptions {
  /** The item's id. */
  readonly item: string;
  readonly name: string;
  /** Of the claim. */
  readonly verdict?: Verdict;
}

/** What this kernel's cells have added, by item and name. */
const annotations = new Map<string, Annotation>();

/**
 * Adds a remark, or a claim of one's own, to an item of the ledger: the claim is proved or refuted, the whole is shown
 * under the cell and kept in the notebook's file in `annotations/`. Run again, it replaces what it added before.
 *
 * @example
 * await annotate('eq-16', {
 *   claim: 'I(S_gen; W) <= I(M; W) + H(epsilon)',
 *   note: 'The noise may be learned, too.',
 * });
 * @param id of the item, such as `lemma-4.5`
 * @throws RangeError for an unknown item, with neither a note nor a claim, or for a text that is too long
 * @throws TypeError for a name, note, claim or premise that is no text
 * @throws ParseError like `prove`
 * @throws Error outside a cell, or where the front end does not say which notebook runs
 */
export async function annotate(id: string, options: AnnotationOptions): Promise<Annotation> {
  requireKnownOptions('annotate', options, ['name', 'note', 'claim', 'given']);
  const item = itemOf(id);
  const { name = '', note, claim } = options;
  const added = { item: id, name, ...(note !== undefined && { note }) };
  requireAnnotation({ ...options, item: id, name });
  const file = annotationFile();
  const given = options.given ?? item.given ?? [];
  const annotation: Annotation = {
    ...added,
    ...(claim !== undefined && { claim, given, verdict: await prove(claim, { given }) }),
  };
  keepAnnotation(file, toData(annotation));
  annotations.set(`${id} ${name}`, annotation);
  showMarkdown(paragraphs(heading(annotation), note, annotation.verdict && verdictMarkdown(annotation.verdict)));
  return annotation;
}

/**
 * Lists, under the cell, what the notebook's cells have added to the ledger since the kernel was started.
 *
 * @throws Error outside a cell
 */
export function showAnnotations(): void {
  const lines = [...annotations.values()].map((annotation) => {
    const { note, claim, given = [], verdict } = annotation;
    const premises = given.length > 0 ? `, given ${given.map(math).join('; ')}` : '';
    const found =
      claim && verdict && `${math(claim)}${premises}: ${MARKS[verdict.status]} ${inWords(toAnswer(verdict))}.`;
    return `- ${paragraphs(heading(annotation), note, found).replaceAll('\n', '\n  ')}`;
  });
  showMarkdown(lines.join('\n') || 'No annotations yet.');
}

const MARKS: Readonly<Record<Verdict['status'], string>> = { proved: '✓', refuted: '✗', undecided: '?' };

function heading({ item, name }: Annotation): string {
  return `**On ${itemTitle(item)}**${name && `, *${escapeMarkdown(name)}*`}`;
}

function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n\n');
}

function math(statement: string): string {
  return toMarkdown(parseStatement(statement));
}

function toData({ verdict, ...data }: Annotation): AnnotationData {
  return { ...data, ...(verdict && { answer: toStored(toAnswer(verdict), { decide: true }) }) };
}

function toAnswer(verdict: Verdict): Answer {
  switch (verdict.status) {
    case 'proved':
      return { certificate: verdict.certificate };
    case 'refuted':
      return { counterexample: verdict.evidence };
    case 'undecided':
      return {};
  }
}
