import type { Refuted, Undecided, Verdict } from '../inequality/verdict.js';
import { FOR_DENSITIES, HEADINGS, verdictText } from '../inequality/verdict-text.js';
import { toMarkdown } from '../information/notation.js';
import type { Statement } from '../information/syntax.js';
import { requireOneOf, requireRecord } from '../numeric/arguments.js';
import { counted } from '../plot/number.js';
import { claimAsMarkdown, premisesAsMarkdown, tableAsMarkdown } from './counterexample.js';
import { display } from './display.js';

/**
 * Shows a verdict under the cell: the proof with a reason for each step, or the counterexample with its exact numbers,
 * or what is known where neither was found.
 *
 * @throws Error outside a cell of a tslab notebook
 */
export function showVerdict(verdict: Verdict): void {
  requireRecord('verdict', verdict);
  requireOneOf('verdict.status', verdict.status, ['proved', 'refuted', 'undecided']);
  display({ 'text/markdown': verdictMarkdown(verdict), 'text/plain': verdictText(verdict) });
}

/** A verdict as Markdown, formulas as LaTeX. */
export function verdictMarkdown(verdict: Verdict): string {
  const densities = `*For densities:* ${FOR_DENSITIES[verdict.holdsForDifferentialEntropy]}: ${verdict.differentialReason}.`;
  return [`**${HEADINGS[verdict.status]}.**`, ...body(verdict), densities].join('\n\n');
}

function body(verdict: Verdict): string[] {
  switch (verdict.status) {
    case 'proved':
      return [verdict.certificate.write('markdown')];
    case 'refuted':
      return refutation(verdict);
    case 'undecided':
      return [`${claimed(verdict)} is open: ${verdict.reason}.`, ...obstacle(verdict)];
  }
}

function refutation(verdict: Refuted): string[] {
  const { evidence, violation } = verdict;
  return [
    `${claimed(verdict)} fails by ${counted(violation, 'bit')} on this system:`,
    tableAsMarkdown(evidence),
    [premisesAsMarkdown(evidence), claimAsMarkdown(evidence)].filter((list) => list !== '').join('\n'),
  ];
}

function obstacle({ polymatroid }: Undecided): string[] {
  if (!polymatroid) return [];
  const ranks = polymatroid.variables.map((name) => `\`${name}\` ${polymatroid.rank([name]).toFraction()}`).join(', ');
  return [
    `A set function that satisfies every Shannon inequality and premise violates it by one bit (ranks in bits: ${ranks}). It may not be the entropies of any random variables, so that this refutes nothing.`,
  ];
}

function claimed({ claim, given }: { readonly claim: Statement; readonly given: readonly Statement[] }): string {
  return given.length > 0
    ? `Given ${given.map(toMarkdown).join('; ')}, the claim ${toMarkdown(claim)}`
    : `The claim ${toMarkdown(claim)}`;
}
