import { escapeHtml } from '../../src/notebook/html.js';
import { formatNumber } from '../../src/notebook/number.js';
import type { Finding } from '../../src/paper/finding.js';

/** What a finding rests on, as HTML: a proof, a counterexample, or numbers. */
export function findingHtml(found: Finding): string {
  if (found.kind === 'computed') {
    const numbers = Object.entries(found.numbers).map(
      ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${formatNumber(value)}</td></tr>`,
    );
    const cases = found.cases === 1 ? '1 case' : `${formatNumber(found.cases)} cases`;
    return `<p>Computed on ${cases}.</p>\n${numbers.length > 0 ? `<div class="scroll"><table>${numbers.join('')}</table></div>\n` : ''}`;
  }
  const proof = found.certificate?.write('text') ?? found.counterexample?.toString();
  return proof ? `<pre class="scroll">${escapeHtml(proof)}</pre>\n` : '';
}
