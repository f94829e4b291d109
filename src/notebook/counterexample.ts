import type { Counterexample } from '../inequality/refute/counterexample.js';
import { CONSTANT } from '../inequality/refute/exact-code.js';

/**
 * The outcomes of a counterexample with their probabilities, or what each variable is made of, as a Markdown table. Of
 * variables that are made of nothing there is one row for all.
 */
export function tableAsMarkdown({ table: { columns, rows } }: Counterexample): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const telling = rows.filter((cells) => cells[1] !== CONSTANT);
  const others = telling.length < rows.length ? [row(['all others', CONSTANT])] : [];
  return [row(columns), row(columns.map(() => '---')), ...telling.map(row), ...others].join('\n');
}

/** What the claim comes to, one line each. */
export function claimAsMarkdown({ claim }: Counterexample): string {
  return claim
    .map(({ statement, values, holds }) => `- claimed \`${statement}\`: \`${values}\`${holds ? '' : ', which fails'}`)
    .join('\n');
}

/** What each premise comes to, one line each. */
export function premisesAsMarkdown({ premises }: Counterexample): string {
  return premises.map(({ statement, values }) => `- given \`${statement}\`: \`${values}\``).join('\n');
}
