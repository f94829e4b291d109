import { requireKnownOptions, requireText } from '../../numeric/arguments.js';
import { listOf } from '../../numeric/shape.js';
import { itemOf } from '../../paper/ledger.js';
import { showTable } from '../table.js';
import { LEDGER_HEADINGS, ledgerRow } from './ledger-row.js';

/**
 * Shows items of the ledger as a table, one row each: what is said in words, the verdict, and why. For the lines of a
 * display, of which few need a card of their own.
 *
 * @param ids such as `['eq-25.1', 'eq-25.2']`
 * @throws RangeError if there are none, or there is no such item
 * @throws Error outside a cell of a tslab notebook
 */
export function showItems(ids: readonly string[], options: { readonly caption?: string } = {}): void {
  requireKnownOptions('showItems', options, ['caption']);
  listOf(requireText)('ids', ids);
  if (ids.length === 0) throw new RangeError('ids must not be empty');
  const rows = ids.map((id) => {
    const row = ledgerRow(itemOf(id));
    return { ...row, title: unbroken(row.title), verdict: unbroken(row.verdict) };
  });
  const columns = Object.entries(LEDGER_HEADINGS).map(([key, label]) => ({ key, label }));
  showTable(rows, { ...options, columns });
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
