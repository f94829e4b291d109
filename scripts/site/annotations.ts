import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AnnotationData, readAnnotations } from '../../src/notebook/annotations/annotation-file.js';
import { findingOf } from '../../src/notebook/annotations/finding-of.js';
import { escapeHtml } from '../../src/plot/html.js';
import { pageOf, resolveAddress } from './addresses.js';
import { findingHtml } from './finding.js';
import { renderMarkdown } from './markdown.js';

/** A reader's annotation, with the notebook whose cells have made it. */
export interface KeptAnnotation extends AnnotationData {
  /** The notebook's file name. */
  readonly notebook: string;
}

/** All annotations in a folder, which need not be there. @throws Error if one of its files holds something else */
export function readAllAnnotations(folder: string): KeptAnnotation[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => {
    const notebook = `${basename(name, '.json')}.ipynb`;
    return readAnnotations(join(folder, name)).map((annotation) => ({ ...annotation, notebook }));
  });
}

/** The annotations of an item as HTML; their claims are verified again. */
export function annotationsHtml(annotations: readonly KeptAnnotation[], notebooks: ReadonlySet<string>): string {
  if (annotations.length === 0) return '';
  return `<ul class="annotations" aria-label="Readers’ notes and claims">
${annotations.map((annotation) => annotationHtml(annotation, notebooks)).join('\n')}
</ul>
`;
}

function annotationHtml(annotation: KeptAnnotation, notebooks: ReadonlySet<string>): string {
  const { notebook, name, note = '', given = [] } = annotation;
  const source = notebooks.has(notebook)
    ? `<a href="${pageOf(notebook)}">${escapeHtml(notebook)}</a>`
    : escapeHtml(notebook);
  const text = renderMarkdown(note, { ids: new Set(), resolve: (address) => resolveAddress(address, notebooks) });
  const finding = findingOf(annotation);
  const premises =
    given.length > 0
      ? `<p>Given ${given.map((premise) => `<code>${escapeHtml(premise)}</code>`).join('; ')}</p>\n`
      : '';
  const claim = finding
    ? `<p><code>${escapeHtml(finding.claim)}</code> (${finding.outcome}): ${escapeHtml(finding.reason)}</p>
<details><summary>Premises and evidence</summary>
${premises}${findingHtml(finding)}</details>`
    : '';
  return `<li><b>Annotation</b>${name && ` <i>${escapeHtml(name)}</i>`}, in ${source}\n${text.html}${claim}</li>`;
}
