import { verdictsOf } from '../../src/notebook/cards/verdict-signs.js';
import type { PaperItem } from '../../src/paper/ledger.js';
import { escapeHtml } from '../../src/plot/html.js';
import { addressOf } from './addresses.js';
import type { NotebookPage } from './notebook-page.js';
import type { PageContent } from './page.js';
import { REFERENCE_PAGE } from './reference-links.js';
import { LEDGER_PAGE, verdictBadge } from './verdict-badge.js';

/** The way in: every notebook with what it finds, and the ledger in numbers. */
export function indexPage(notebooks: readonly NotebookPage[], items: readonly PaperItem[]): PageContent {
  const verdicts = verdictsOf(items).map((verdict) => {
    const count = items.filter((item) => item.verdict === verdict).length;
    return `<li><a href="${LEDGER_PAGE}?verdict=${verdict}">${count} ${verdictBadge(verdict)}</a></li>`;
  });
  const summaries = notebooks.map(
    ({ file, title, summary = '' }) => `<li><a href="${addressOf(file)}">${escapeHtml(title)}</a>\n${summary}</li>`,
  );
  return {
    file: 'index.html',
    title: 'Contents',
    main: `<h1>An executable companion</h1>
<p>to Gan &amp; Liu, <cite>Towards a Theoretical Understanding of Synthetic Data in LLM Post-Training: A
Reverse-Bottleneck Perspective</cite> (<a href="https://arxiv.org/abs/2410.01720">arXiv:2410.01720</a>). These pages are
its notebooks as they were last run: text, code and results, with live figures.</p>
<h2>What stands: the <a href="${LEDGER_PAGE}">ledger</a> in numbers</h2>
<ul class="verdicts">
${verdicts.join('\n')}
</ul>
<h2>The notebooks</h2>
<ul class="notebooks">
${summaries.join('\n')}
</ul>
<h2>The package</h2>
<p><a href="${REFERENCE_PAGE}">The reference</a> says what its functions take, return and throw, with examples.</p>`,
  };
}
