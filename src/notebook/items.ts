import { itemOf } from '../paper/ledger.js';
import { titleOf } from '../paper/title.js';
import { showTable } from './table.js';
import { verdictInWords } from './verdict-signs.js';

/**
 * Shows items of the ledger as a table, one row each: what is said in words, the verdict, and why. For the lines of a
 * display, of which few need a card of their own.
 *
 * @param ids such as `['eq-25.1', 'eq-25.2']`
 * @throws RangeError if there are none, or there is no such item
 * @throws Error outside a cell of a tslab notebook
 */
export function showItems(ids: readonly string[], options: { readonly caption?: string } = {}): void {
  const rows = ids.map(itemOf).map(({ id, statement, verdict, reason }) => ({
    item: unbroken(titleOf(id)),
    'what it says': statement,
    verdict: unbroken(verdictInWords(verdict)),
    why: reason,
  }));
  showTable(rows, options);
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
