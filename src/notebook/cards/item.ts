import { Certificate } from '../../inequality/certificate.js';
import { toMarkdown } from '../../information/notation.js';
import { parseStatement } from '../../information/parse.js';
import { requireBoolean, requireKnownOptions } from '../../numeric/arguments.js';
import type { Decided, Finding } from '../../paper/finding.js';
import { itemOf, type PaperItem } from '../../paper/ledger.js';
import { itemTitle } from '../../paper/title.js';
import { formatNumber } from '../../plot/number.js';
import { claimAsMarkdown, tableAsMarkdown } from '../counterexample.js';
import { display } from '../display.js';
import { escapeMarkdown } from '../markdown.js';
import { formulaAsMarkdown } from './prose.js';
import { VERDICT_SIGNS, verdictInWords } from './verdict-signs.js';

export interface ItemOptions {
  /** Shows no proof or counterexample, only what it comes to: for a line whose proof stands above. */
  readonly brief?: boolean;
}

/**
 * Shows an item of the ledger under the cell: what the paper says, the verdict and the reading that it is for, the proof
 * or the counterexample, and what else was found: other readings, premises that save it, what holds in its place.
 *
 * @param id such as `'lemma-4.5'` or `'eq-21.2'`
 * @throws RangeError if there is no such item
 * @throws Error outside a cell of a tslab notebook
 */
export function showItem(id: string, options: ItemOptions = {}): void {
  requireKnownOptions('showItem', options, ['brief']);
  const { brief = false } = options;
  requireBoolean('brief', brief);
  const item = itemOf(id);
  display({ 'text/markdown': itemAsMarkdown(item, brief), 'text/plain': itemAsText(item) });
}

/** The card that {@link showItem} shows. */
export function itemAsMarkdown(item: PaperItem, brief = false): string {
  const { colour } = VERDICT_SIGNS[item.verdict];
  return [
    `**${itemTitle(item.id)}** · <span style="color:${colour}">**${verdictInWords(item.verdict)}**</span>`,
    `> ${formulaAsMarkdown(item.latex)}`,
    `${item.statement} **${escapeMarkdown(capitalised(item.reason))}.**`,
    ...(brief ? [] : detailsOf(item)),
  ].join('\n\n');
}

function itemAsText({ id, verdict, reason, statement }: PaperItem): string {
  return [`${itemTitle(id)}: ${verdictInWords(verdict)}`, statement, `${capitalised(reason)}.`].join('\n');
}

function detailsOf({ evidence, facts, reading }: PaperItem): string[] {
  if (!evidence) return [];
  const { base, readings, premises, instead } = evidence;
  return [
    `*Reading:* ${escapeMarkdown(reading)}.`,
    ...(base.kind === 'decided' ? shown(base) : numbersOf(base.numbers)),
    ...list('Under another reading', readings.map(underReading)),
    ...list('It follows from', premises.map(inWords)),
    ...list('What holds in its place', instead.map(repaired)),
    ...list(
      'Also known',
      facts.map((fact) => `${fact.says} ${escapeMarkdown(`(${fact.outcome}: ${fact.reason})`)}`),
    ),
  ];
}

/** The proof with what it uses, or the counterexample. */
function shown({ certificate, counterexample }: Decided): string[] {
  if (certificate) {
    const { claim, premises: given, parts } = certificate;
    return [new Certificate({ claim, given, parts }).write('markdown')];
  }
  if (!counterexample) return [];
  return [tableAsMarkdown(counterexample), claimAsMarkdown(counterexample)];
}

function numbersOf(numbers: Readonly<Record<string, number>>): string[] {
  const lines = Object.entries(numbers).map(([name, value]) => `${name}: ${formatNumber(value)}`);
  return lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : [];
}

function inWords({ reading, reason }: Finding): string {
  return escapeMarkdown(`${reading}: ${reason}`);
}

/** The reason says how a statement fails, and of one that holds why. */
function underReading({ reading, outcome, reason }: Finding): string {
  return escapeMarkdown(`${reading}: ${reason.startsWith(outcome) ? reason : `${outcome}, ${reason}`}`);
}

function repaired(finding: Finding): string {
  if (finding.kind === 'computed') return inWords(finding);
  return `${toMarkdown(parseStatement(finding.claim))}, by the ${inWords(finding)}`;
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`*${heading}:*`, lines.map((line) => `- ${line}`).join('\n')] : [];
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
