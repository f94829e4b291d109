import type { Finding } from '../../src/paper/finding.js';
import { escapeHtml } from '../../src/plot/html.js';
import { counted, formatNumber } from '../../src/plot/number.js';

/** What a finding rests on, as HTML: a proof, a counterexample, or numbers. */
export function findingHtml(found: Finding): string {
  if (found.kind === 'computed') {
    const numbers = Object.entries(found.numbers).map(
      ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${formatNumber(value)}</td></tr>`,
    );
    return `<p>Computed on ${counted(found.cases, 'case')}.</p>\n${numbers.length > 0 ? `<div class="scroll"><table>${numbers.join('')}</table></div>\n` : ''}`;
  }
  const proof = found.certificate?.write('text') ?? found.counterexample?.toString();
  return proof ? `<pre class="scroll">${escapeHtml(proof)}</pre>\n` : '';
}
