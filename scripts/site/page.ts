import { escapeHtml } from '../../src/plot/html.js';
import { addressOf } from './addresses.js';
import { contentPolicy } from './content-policy.js';
import type { Heading } from './markdown.js';

/** A page of the site, in the order in which they are read. */
export interface Entry {
  readonly file: string;
  readonly title: string;
}

export interface PageContent extends Entry {
  readonly main: string;
  /** What the page's own table of contents lists. */
  readonly headings?: readonly Heading[];
  /** The scripts in it that may run. */
  readonly scripts?: readonly string[];
}

const SITE_TITLE = 'Reverse bottleneck';

/** A whole page: its content in the site's frame. It opens from a folder, without a server, and reads without scripts. */
export function renderPage(page: PageContent, entries: readonly Entry[]): string {
  const { file, title, main, headings = [], scripts = [] } = page;
  const here = entries.findIndex((entry) => entry.file === file);
  const [previous, next] = [entries[here - 1], entries[here + 1]];
  const steps = [
    ...(previous ? [`<a rel="prev" href="${addressOf(previous.file)}">← ${escapeHtml(previous.title)}</a>`] : []),
    ...(next ? [`<a rel="next" href="${addressOf(next.file)}">${escapeHtml(next.title)} →</a>`] : []),
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · ${SITE_TITLE}</title>
<link rel="stylesheet" href="assets/katex.css">
<link rel="stylesheet" href="assets/site.css">
<script src="assets/site.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>
<a class="home" href="index.html">${SITE_TITLE}</a>
<a class="to-contents" href="#contents">Contents</a>
<button type="button" id="code-switch" hidden></button>
</header>
<main id="main">
${main}
<nav class="steps" aria-label="Previous and next">
${steps}
</nav>
</main>
<nav id="contents" aria-label="Contents">
<ul>
${entries.map((entry) => contentsLine(entry, entry.file === file ? headings : null)).join('\n')}
</ul>
</nav>
</body>
</html>
`;
}

/** A page in the list of pages; the current one with its headings. */
function contentsLine({ file, title }: Entry, headings: readonly Heading[] | null): string {
  if (!headings) return `<li><a href="${addressOf(file)}">${escapeHtml(title)}</a></li>`;
  const sections = headings.map(
    ({ id, level, html }) => `<li class="level-${level}"><a href="#${escapeHtml(id)}">${html}</a></li>`,
  );
  const list = sections.length > 0 ? `\n<ul>\n${sections.join('\n')}\n</ul>` : '';
  return `<li><a href="${addressOf(file)}" aria-current="page">${escapeHtml(title)}</a>${list}</li>`;
}
