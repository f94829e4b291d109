import type { PaperItem } from '../../paper/ledger.js';
import { itemTitle } from '../../paper/title.js';
import { verdictInWords } from './verdict-signs.js';

/** The columns of the ledger's tables, in a notebook and in the site, by what they are called. */
export const LEDGER_HEADINGS = { title: 'item', statement: 'what it says', verdict: 'verdict', reason: 'why' } as const;

/** What tables say of an item, column by column, in words. */
export function ledgerRow({ id, statement, verdict, reason }: PaperItem): Record<keyof typeof LEDGER_HEADINGS, string> {
  return { title: itemTitle(id), statement, verdict: verdictInWords(verdict), reason };
}
