import { inspection } from '../numeric/inspection.js';
import type { Verdict } from './verdict.js';

/** How an answer is said, and what of it carries over to densities. */
export const HEADINGS: Readonly<Record<Verdict['status'], string>> = {
  proved: '✓ Proved',
  refuted: '✗ Refuted',
  undecided: '? Undecided',
};

export const FOR_DENSITIES: Readonly<Record<Verdict['holdsForDifferentialEntropy'], string>> = {
  yes: 'holds as well',
  no: 'fails',
  unknown: 'not decided',
};

/** A verdict as plain text. */
export function verdictText(verdict: Verdict): string {
  const densities = `For densities: ${FOR_DENSITIES[verdict.holdsForDifferentialEntropy]}: ${verdict.differentialReason}.`;
  const details =
    verdict.status === 'proved'
      ? verdict.certificate.write('text')
      : verdict.status === 'refuted'
        ? verdict.evidence.toString()
        : verdict.reason;
  return [HEADINGS[verdict.status], details, densities].join('\n');
}

/** The same verdict, which prints as its text; nothing else of it changes. */
export function printedAsText<V extends Verdict>(verdict: V): V {
  return Object.defineProperty(verdict, inspection, { value: () => verdictText(verdict) });
}
