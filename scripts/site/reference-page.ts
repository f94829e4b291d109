import { escapeHtml } from '../../src/plot/html.js';
import type { Docstring } from './docstring.js';
import { highlight } from './highlight.js';
import { renderMarkdown } from './markdown.js';
import type { PageContent } from './page.js';
import type { Declared, PublicEntry } from './public-entries.js';
import { linkCode, linkTypes, REFERENCE_PAGE, referenceId } from './reference-links.js';

/** The package's reference: every export with its signature and docstring, room after room, with a filter. */
export function referencePage(all: readonly PublicEntry[]): PageContent {
  const rooms = [...new Set(all.map(({ room }) => room))];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return {
    file: REFERENCE_PAGE,
    title: 'Reference of the package',
    headings: rooms.map((room) => ({ level: 2, id: roomId(room), html: escapeHtml(room) })),
    main: `<h1>Reference of the package</h1>
<p>All that cells import: from <code>'reverse-bottleneck'</code>, the package itself; from
<code>'reverse-bottleneck/paper'</code>, the ledger and what is the paper's alone; from
<code>'reverse-bottleneck/notebook'</code>, what shows something. It stands here by the folders of <code>src/</code>,
from the docstrings there. A sample that is n×d holds n points of d coordinates, as rows. Entropies and divergences are in nats
where nothing else is said. Types that are not exported are here too where something exported is declared with them.</p>
<form id="reference-filter" class="filter" hidden>
<label>Kind <select name="kind"><option value="">all</option>${kinds.map((kind) => `<option>${kind}</option>`).join('')}</select></label>
<label>Text <input type="search" name="text" placeholder="entropy, mixture, …"></label>
<output aria-live="polite"></output>
</form>
${rooms.map((room) => roomHtml(room, all)).join('\n')}`,
  };
}

function roomId(room: string): string {
  return `room-${room}`;
}

function roomHtml(room: string, all: readonly PublicEntry[]): string {
  const entries = all.filter((entry) => entry.room === room);
  const doors = [...new Set(entries.flatMap(({ door }) => door ?? []))];
  const names = entries.map(({ name }) => `<li><a href="#${referenceId(name)}"><code>${name}</code></a></li>`);
  return `<section class="room" aria-labelledby="${roomId(room)}">
<h2 id="${roomId(room)}">${escapeHtml(room)}</h2>
<p class="door"><code>import { … } from ${doors.map((door) => `'${door}'`).join(' or ')}</code></p>
<ul class="names" aria-label="In ${escapeHtml(room)}">${names.join(' ')}</ul>
${entries.map((entry) => entryHtml(entry, all)).join('\n')}
</section>`;
}

function entryHtml(entry: PublicEntry, all: readonly PublicEntry[]): string {
  const { name, kind, door, members, file, line } = entry;
  const parts = members.map(
    (member) => `<section id="${referenceId(member.name)}">
<h4><a class="entry-name" href="#${referenceId(member.name)}">${member.name}</a></h4>
${declaredHtml(member, name, all)}
</section>`,
  );
  return `<article class="entry" id="${referenceId(name)}" data-kind="${kind}">
<h3><a class="entry-name" href="#${referenceId(name)}">${name}</a> <small>${kind}${door === null ? ', not exported' : ''}</small></h3>
${[declaredHtml(entry, name, all), ...parts].join('\n')}
<p class="from"><a href="../${file}">${file}</a>, line ${line}</p>
</article>`;
}

function declaredHtml(declared: Declared, own: string, all: readonly PublicEntry[]): string {
  const others = all.filter(({ name }) => name !== own);
  const code = linkTypes(highlight(declared.signature, 'typescript'), others);
  return `<pre class="scroll signature"><code>${code}</code></pre>\n${docstringHtml(declared.docstring, others)}`;
}

function docstringHtml(docstring: Docstring, all: readonly PublicEntry[]): string {
  const { text, params, returns, throws, examples } = docstring;
  const render = (source: string) =>
    renderMarkdown(linkCode(source, all), IN_PAGE).html.replaceAll('<pre>', '<pre class="scroll">');
  const rows = [
    ...params.map(({ name, text }) => row(`<code>${escapeHtml(name)}</code>`, render(text))),
    ...returns.map((text) => row('Returns', render(text))),
    ...throws.map((text) => row('Throws', render(text))),
    ...examples.map((code) =>
      row('Example', `<pre class="scroll example"><code>${highlight(code, 'typescript')}</code></pre>\n`),
    ),
  ];
  return render(text) + (rows.length > 0 ? `<dl>\n${rows.join('')}</dl>\n` : '');
}

function row(term: string, html: string): string {
  return `<dt>${term}</dt><dd>${html}</dd>\n`;
}

const IN_PAGE = { resolve: (address: string) => address };
