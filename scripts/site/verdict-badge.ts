import { VERDICT_SIGNS } from '../../src/notebook/verdict-signs.js';
import type { PaperItem } from '../../src/paper/ledger.js';
import type { PaperVerdict } from '../../src/paper/verdict.js';

export const LEDGER_PAGE = 'ledger.html';

export function itemAddress({ id }: Pick<PaperItem, 'id'>): string {
  return `${LEDGER_PAGE}#${id}`;
}

/** A verdict by sign and words; the style sheet adds the colour. */
export function verdictBadge(verdict: PaperVerdict): string {
  return `<span class="verdict ${verdict}">${verdictWords(verdict)}</span>`;
}

export function verdictWords(verdict: PaperVerdict): string {
  const { sign, words } = VERDICT_SIGNS[verdict];
  return `${sign} ${words}`;
}

/** Those of the items, in the order in which verdicts are listed. */
export function verdictsOf(items: readonly PaperItem[]): PaperVerdict[] {
  const given = new Set(items.map(({ verdict }) => verdict));
  return (Object.keys(VERDICT_SIGNS) as PaperVerdict[]).filter((verdict) => given.has(verdict));
}
