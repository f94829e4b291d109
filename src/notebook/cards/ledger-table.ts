import { ledger, type PaperItem, requireItems } from '../../paper/ledger.js';
import { escapeHtml } from '../../plot/html.js';
import { display, nextId } from '../display.js';
import { filterScript } from '../table-filter.js';
import { LEDGER_HEADINGS, ledgerRow } from './ledger-row.js';
import { VERDICT_SIGNS, verdictInWords, verdictsOf } from './verdict-signs.js';

/**
 * Shows items of the ledger as a table under the cell: what each says, its verdict by sign, words and colour, why, and a
 * link to where it is stepped through. Where scripts may run there are a search field and a choice of verdicts above it.
 *
 * @throws Error outside a cell of a tslab notebook
 */
export function showLedger(items: readonly PaperItem[] = ledger): void {
  requireItems('items', items);
  const id = nextId('ledger');
  display({ 'text/html': ledgerAsHtml(items, id), 'text/plain': ledgerAsText(items) });
}

const CELL = 'text-align:left;vertical-align:top;padding:.3em .6em';

function ledgerAsHtml(items: readonly PaperItem[], id: string): string {
  const choices = verdictsOf(items).map((verdict) => ({
    verdict,
    label: verdictInWords(verdict),
    count: items.filter((item) => item.verdict === verdict).length,
  }));
  const headings = Object.values(LEDGER_HEADINGS).map(
    (text) => `<th scope="col" style="${CELL};border-bottom:1px solid currentColor">${text}</th>`,
  );
  return [
    `<div id="${id}">`,
    '<div style="max-height:36em;overflow:auto;color:var(--jp-content-font-color1,inherit)" role="region" aria-label="The ledger" tabindex="0">',
    '<table style="border-collapse:collapse;width:100%">',
    `<thead><tr>${headings.join('')}</tr></thead>`,
    '<tbody>',
    ...items.map(rowOf),
    '</tbody>',
    '</table>',
    '</div>',
    `<script>${filterScript(id, choices)}</script>`,
    '</div>',
  ].join('\n');
}

function rowOf(item: PaperItem): string {
  const { notebook } = item;
  const { title, statement, verdict, reason } = ledgerRow(item);
  const link = `<a href="${notebook.file}#${notebook.anchor}">${escapeHtml(title)}</a>`;
  const mark = `<strong style="color:${VERDICT_SIGNS[item.verdict].colour}">${verdict}</strong>`;
  const cell = (content: string) => `<td style="${CELL}">${content}</td>`;
  return [
    `<tr data-verdict="${item.verdict}">`,
    `<th scope="row" style="${CELL};font-weight:normal;white-space:nowrap">${link}</th>`,
    ...[escapeHtml(statement), mark, escapeHtml(reason)].map(cell),
    '</tr>',
  ].join('');
}

function ledgerAsText(items: readonly PaperItem[]): string {
  const rows = items.map(ledgerRow);
  return rows.map(({ title, verdict, reason }) => `${title}: ${verdict}: ${reason}`).join('\n');
}
