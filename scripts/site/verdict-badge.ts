import { VERDICT_SIGNS, verdictInWords } from '../../src/notebook/verdict-signs.js';
import type { PaperItem } from '../../src/paper/ledger.js';
import type { PaperVerdict } from '../../src/paper/verdict.js';

export const LEDGER_PAGE = 'ledger.html';

export function itemAddress({ id }: Pick<PaperItem, 'id'>): string {
  return `${LEDGER_PAGE}#${id}`;
}

/** A verdict by sign and words; the style sheet adds the colour. */
export function verdictBadge(verdict: PaperVerdict): string {
  return `<span class="verdict ${verdict}">${verdictInWords(verdict)}</span>`;
}

/** Those of the items, in the order in which verdicts are listed. */
export function verdictsOf(items: readonly PaperItem[]): PaperVerdict[] {
  const given = new Set(items.map(({ verdict }) => verdict));
  return (Object.keys(VERDICT_SIGNS) as PaperVerdict[]).filter((verdict) => given.has(verdict));
}
