import { verdictInWords } from '../../src/notebook/cards/verdict-signs.js';
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
