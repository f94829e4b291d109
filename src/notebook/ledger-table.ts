import { ledger, type PaperItem } from '../paper/ledger.js';
import { titleOf } from '../paper/title.js';
import type { PaperVerdict } from '../paper/verdict.js';
import { display, nextId } from './display.js';
import { escapeHtml } from './html.js';
import { filterScript } from './table-filter.js';
import { VERDICT_SIGNS, verdictInWords } from './verdict-signs.js';

/**
 * Shows items of the ledger as a table under the cell: what each says, its verdict by sign, words and colour, why, and a
 * link to where it is stepped through. Where scripts may run there are a search field and a choice of verdicts above it.
 *
 * @throws Error outside a cell of a tslab notebook
 */
export function showLedger(items: readonly PaperItem[] = ledger): void {
  const id = nextId('ledger');
  display({ 'text/html': ledgerAsHtml(items, id), 'text/plain': ledgerAsText(items) });
}

const HEADINGS = ['item', 'what it says', 'verdict', 'why'];
const CELL = 'text-align:left;vertical-align:top;padding:.3em .6em';

function ledgerAsHtml(items: readonly PaperItem[], id: string): string {
  const choices = (Object.keys(VERDICT_SIGNS) as PaperVerdict[])
    .map((verdict) => ({
      verdict,
      label: verdictInWords(verdict),
      count: items.filter((i) => i.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0);
  return [
    `<div id="${id}">`,
    '<div style="max-height:36em;overflow:auto;color:var(--jp-content-font-color1,inherit)" role="region" aria-label="The ledger" tabindex="0">',
    '<table style="border-collapse:collapse;width:100%">',
    `<thead><tr>${HEADINGS.map((text) => `<th scope="col" style="${CELL};border-bottom:1px solid currentColor">${text}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...items.map(rowOf),
    '</tbody>',
    '</table>',
    '</div>',
    `<script>${filterScript(id, choices)}</script>`,
    '</div>',
  ].join('\n');
}

function rowOf({ id, statement, verdict, reason, notebook }: PaperItem): string {
  const link = `<a href="${notebook.file}#${notebook.anchor}">${escapeHtml(titleOf(id))}</a>`;
  const mark = `<strong style="color:${VERDICT_SIGNS[verdict].colour}">${verdictInWords(verdict)}</strong>`;
  const cell = (content: string) => `<td style="${CELL}">${content}</td>`;
  return [
    `<tr data-verdict="${verdict}">`,
    `<th scope="row" style="${CELL};font-weight:normal;white-space:nowrap">${link}</th>`,
    ...[escapeHtml(statement), mark, escapeHtml(reason)].map(cell),
    '</tr>',
  ].join('');
}

function ledgerAsText(items: readonly PaperItem[]): string {
  return items.map(({ id, verdict, reason }) => `${titleOf(id)}: ${verdictInWords(verdict)}: ${reason}`).join('\n');
}
