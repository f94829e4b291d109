import type { PublicEntry } from './public-entries.js';

export const REFERENCE_PAGE = 'reference.html';

/** The id of the entry of a name, or of a member `Class.member`. */
export function referenceId(name: string): string {
  return `reference-${name}`;
}

/** Makes links of `{@link name}` and of code that is the name of an entry, in Markdown. */
export function linkCode(markdown: string, entries: readonly PublicEntry[]): string {
  const names = new Set(entries.flatMap(({ name, members }) => [name, ...members.map(({ name }) => name)]));
  return markdown
    .replace(/\{@link ([^}]+)\}/g, '`$1`')
    .replace(/(?<!`)`([\w.]+)`(?!`)/g, (code, name) => (names.has(name) ? `[${code}](#${referenceId(name)})` : code));
}

/** Makes links of the names of types and classes in highlighted code, but not in its comments and strings. */
export function linkTypes(html: string, entries: readonly PublicEntry[]): string {
  const names = new Set(entries.filter(({ kind }) => kind === 'type' || kind === 'class').map(({ name }) => name));
  return html.replace(/<span class="hljs-(?:comment|string)">.*?<\/span>|<[^>]*>|&\w+;|[A-Za-z_$][\w$]*/gs, (part) =>
    names.has(part) ? `<a href="#${referenceId(part)}">${part}</a>` : part,
  );
}
