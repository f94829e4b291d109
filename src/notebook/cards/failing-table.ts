import { toLatex } from '../../information/notation.js';
import { parseExpression, parseStatement } from '../../information/parse.js';
import { requireList, requireRecord } from '../../numeric/arguments.js';
import { listOf } from '../../numeric/shape.js';
import type { FailingStatement, Repair } from '../../paper/failing-statements.js';
import { requireItems } from '../../paper/ledger.js';
import { type Tightness, type TightnessOptions, tightness } from '../../paper/random/tightness.js';
import { itemTitle } from '../../paper/title.js';
import { counted, formatNumber } from '../../plot/number.js';
import { display } from '../display.js';
import { escapeMarkdown } from '../markdown.js';
import { VERDICT_SIGNS } from './verdict-signs.js';

const HEADINGS = ['Statement as printed', 'What breaks it', 'What holds instead', 'How it is shown', 'Equal on'];

/**
 * Shows what fails as printed, with where it is stepped through, what breaks it, and each way to repair it, with how it is
 * shown, and how often it is an equation on random codes that satisfy what it needs (see `tightness`).
 *
 * @throws like {@link tightness}
 * @throws Error outside a cell of a tslab notebook
 */
export function showFailingStatements(statements: readonly FailingStatement[], options: TightnessOptions): void {
  const text = failingStatementsAsMarkdown(statements, options);
  display({ 'text/markdown': text, 'text/plain': text });
}

/**
 * The table that {@link showFailingStatements} shows.
 *
 * @throws like {@link tightness}
 */
export function failingStatementsAsMarkdown(
  statements: readonly FailingStatement[],
  options: TightnessOptions,
): string {
  listOf<FailingStatement>((name, statement) => {
    requireRecord(name, statement);
    requireItems(`${name}.items`, statement.items);
    requireList(`${name}.repairs`, statement.repairs);
  })('statements', statements);
  const decided = statements.flatMap(({ repairs }) =>
    repairs.flatMap(({ finding }) => (finding.kind === 'decided' ? [finding] : [])),
  );
  const measured = new Map(tightness(decided, options).map((measure, i) => [decided[i], measure]));
  const rows = statements.flatMap((statement) => {
    const { evidence, repairs } = statement;
    const first = [
      statementCell(statement),
      escapeMarkdown(evidence.base.reason.replace(/^fails:? /, '').replaceAll('epsilon', 'ε')),
    ];
    if (repairs.length === 0) return [[...first, '–', '', '']];
    return repairs.map((repair, i) => {
      const { finding } = repair;
      const equal = finding.kind === 'decided' ? shareOfEquality(measured.get(finding)!) : '';
      return [...(i === 0 ? first : ['', '']), repairCell(repair), shownCell(repair), equal];
    });
  });
  return [HEADINGS, HEADINGS.map(() => ':---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function statementCell({ items, comesTo }: FailingStatement): string {
  const { sign, colour } = VERDICT_SIGNS[items[0].verdict];
  const titles = items.map(({ id, notebook: { file, anchor } }) => `[${itemTitle(id)}](${file}#${anchor})`).join('; ');
  const says = comesTo ? `comes to $${latexOf(toLatex(parseStatement(comesTo)))}$` : escapeMarkdown(items[0].statement);
  return `<span style="color:${colour}">**${sign}**</span> ${titles}: ${says}`;
}

function repairCell({ kind, condition, correction }: Repair): string {
  if (correction !== undefined) return `with $+\\,${latexOf(toLatex(parseExpression(correction)))}$ on the larger side`;
  if (kind === 'changed') return escapeMarkdown(condition!);
  return `${kind}${condition ? `, if ${escapeMarkdown(condition)}` : ''}`;
}

function shownCell({ finding }: Repair): string {
  if (finding.kind === 'decided') return finding.certificate!.terms.length === 0 ? 'identity' : 'certificate';
  return `${escapeMarkdown(finding.reason)} (${counted(finding.cases, 'case')})`;
}

function shareOfEquality({ systems, slacks }: Tightness): string {
  return systems === 0 ? '–' : `${formatNumber((100 * (slacks[0] ?? 0)) / systems, 0)} % of ${formatNumber(systems)}`;
}

/** The excess of λ over the smallest is a variable in the language of claims only. */
function latexOf(latex: string): string {
  return latex.replaceAll('H(\\text{slack})', '(\\lambda - \\lambda^*) I(e_p; M)');
}
