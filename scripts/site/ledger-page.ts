import { ledgerRow } from '../../src/notebook/cards/ledger-row.js';
import { formulaAsMarkdown } from '../../src/notebook/cards/prose.js';
import { verdictInWords, verdictsOf } from '../../src/notebook/cards/verdict-signs.js';
import type { Evidence, Finding, Known } from '../../src/paper/finding.js';
import type { PaperItem } from '../../src/paper/ledger.js';
import { escapeHtml } from '../../src/plot/html.js';
import { addressOf, pageOf } from './addresses.js';
import { annotationsHtml, type KeptAnnotation } from './annotations.js';
import { findingHtml } from './finding.js';
import { renderMarkdown } from './markdown.js';
import type { NotebookPage } from './notebook-page.js';
import type { PageContent } from './page.js';
import { LEDGER_PAGE, verdictBadge } from './verdict-badge.js';

/** The ledger: every printed item with its formula, its verdict and what the verdict is made of, in a table with filters. */
export function ledgerPage(
  items: readonly PaperItem[],
  notebooks: readonly NotebookPage[],
  annotations: readonly KeptAnnotation[] = [],
): PageContent {
  const pages = new Map(notebooks.map((page) => [page.file, page]));
  const partOf = ({ notebook }: PaperItem) =>
    pages.get(pageOf(notebook.file))?.title ?? notebook.file.replace(/\.ipynb$/, '');
  const names = new Set(notebooks.map(({ name }) => name));
  const rows = items.map((item) => {
    const own = annotations.filter(({ item: id }) => id === item.id);
    return row(item, partOf(item), pages.get(pageOf(item.notebook.file)), annotationsHtml(own, names));
  });
  const verdicts = verdictsOf(items).map((verdict) => [verdict, verdictInWords(verdict)] as const);
  const kinds = distinct(items.map(({ kind }) => kind));
  return {
    file: LEDGER_PAGE,
    title: 'The ledger',
    main: `<h1>The ledger</h1>
<p>Every definition, lemma, theorem, numbered line, chain, remark and figure of the paper: its formula as printed, a
verdict computed from evidence, and that evidence. A line number such as 21.2 means the second relation sign of (21).</p>
<form id="ledger-filter" class="filter" hidden>
${select('verdict', 'Verdict', verdicts)}
${select(
  'kind',
  'Kind',
  kinds.map((kind) => [kind, kind]),
)}
${select(
  'part',
  'Part',
  distinct(items.map(partOf)).map((part) => [part, part]),
)}
<label>Text <input type="search" name="text" placeholder="entropy, XOR, …"></label>
<output aria-live="polite"></output>
</form>
<table id="ledger">
<thead><tr><th scope="col">Item</th><th scope="col">Verdict</th><th scope="col">What the paper says, and what is known</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function select(name: string, label: string, options: readonly (readonly [string, string])[]): string {
  const all = [['', 'all'] as const, ...options].map(
    ([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`,
  );
  return `<label>${label} <select name="${name}">${all.join('')}</select></label>`;
}

function row(item: PaperItem, part: string, page: NotebookPage | undefined, annotations: string): string {
  const { id, kind, verdict, latex, reading, evidence, facts } = item;
  const { title, statement, reason } = ledgerRow(item);
  const formula = renderMarkdown(formulaAsMarkdown(latex), { resolve: (address) => address }).html;
  return `<tr id="${id}" data-verdict="${verdict}" data-kind="${kind}" data-part="${escapeHtml(part)}">
<th scope="row"><a href="#${id}">${title}</a><br><small>${id}</small></th>
<td>${verdictBadge(verdict)}</td>
<td>
<div class="statement">${formula}</div>
<p>${escapeHtml(statement)}</p>
<p><b>Found:</b> ${escapeHtml(reason)}</p>
<p class="places">${places(item, part, page)}</p>
<details><summary>Reading and evidence of ${title}</summary>
<p><b>Reading:</b> ${escapeHtml(reading)}</p>
${evidence ? evidenceHtml(evidence) : ''}${list('What is also known', facts)}</details>
${annotations}</td>
</tr>`;
}

/** Links to where the item is stepped through, and to the figures there. */
function places({ notebook: { anchor } }: PaperItem, part: string, page: NotebookPage | undefined): string {
  if (!page) return `${escapeHtml(part)}, which is not among these notebooks`;
  const fragment = page.ids.has(anchor) ? `#${anchor}` : '';
  const figures = (page.figures.get(anchor) ?? []).map(
    (id) => `<a href="${addressOf(page.file)}#${id}">${id.replace('-', ' ')}</a>`,
  );
  return [`<a href="${addressOf(page.file)}${fragment}">${escapeHtml(part)}</a>`, ...figures].join(' · ');
}

function evidenceHtml({ base, readings, premises, instead }: Evidence): string {
  return [
    findingHtml(base),
    list('In other readings', readings),
    list('It holds under these premises', premises),
    list('What holds in its place', instead),
  ].join('');
}

function list(title: string, findings: readonly (Finding | Known)[]): string {
  if (findings.length === 0) return '';
  const lines = findings.map((found) => {
    const name = 'says' in found ? found.says : found.reading;
    return `<li><b>${escapeHtml(name)}</b> (${found.outcome}): ${escapeHtml(found.reason)}\n${findingHtml(found)}</li>`;
  });
  return `<h2>${title}</h2>\n<ul>\n${lines.join('\n')}\n</ul>\n`;
}
