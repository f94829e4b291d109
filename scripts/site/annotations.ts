import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AnnotationData, inspectAnnotations } from '../../src/notebook/annotations/annotation-file.js';
import { findingOf } from '../../src/notebook/annotations/finding-of.js';
import { escapeHtml } from '../../src/plot/html.js';
import { addressOf, pageOf, resolveAddress } from './addresses.js';
import { findingHtml } from './finding.js';
import { renderMarkdown } from './markdown.js';

/** A reader's annotation, with the notebook whose cells have made it. */
export interface KeptAnnotation extends AnnotationData {
  /** The notebook's file name. */
  readonly notebook: string;
}

/** All annotations in a folder, which need not be there, and what is wrong with what is left out. */
export function readAllAnnotations(folder: string): { annotations: KeptAnnotation[]; leftOut: string[] } {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const found = files.sort().map((name) => {
    const { annotations, faults } = inspectAnnotations(join(folder, name));
    const notebook = `${basename(name, '.json')}.ipynb`;
    return { annotations: annotations.map((annotation) => ({ ...annotation, notebook })), faults };
  });
  return {
    annotations: found.flatMap(({ annotations }) => annotations),
    leftOut: found.flatMap(({ faults }) => faults),
  };
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
    ? `<a href="${addressOf(pageOf(notebook))}">${escapeHtml(notebook)}</a>`
    : escapeHtml(notebook);
  const text = renderMarkdown(note, { resolve: (address) => resolveAddress(address, notebooks) });
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
