import { toLatex, toMarkdown, toText } from '../information/notation.js';
import type { Expression, Statement } from '../information/syntax.js';
import { type CertificateTerm, type CertifiedForm, type Proof, premisesOf } from './certified-form.js';

export type ProofFormat = 'text' | 'markdown' | 'latex';

/** More terms than this go on the next line. */
const TERMS_A_LINE = 4;
/** With more terms than this, what stands on the left has lines of its own. */
const LONGEST_LEFT = 6;

/** A proof as a person reads it: the claim as a sum, and why each term is zero or not negative. */
export function writeProof(proof: Proof, format: ProofFormat): string {
  switch (format) {
    case 'text':
      return [`${claimed(proof, toText, ', given ', '; ')}:`, ...proof.parts.map(partAsText)].join('\n');
    case 'markdown':
      return [
        `${claimed(proof, toMarkdown, ', given ', '; ')}:`,
        ...proof.parts.map((part) => `$$${partAsLatex(part)}$$\n\n${reasonsAsMarkdown(part)}`),
      ].join('\n\n');
    case 'latex':
      return proof.parts.map((part) => `\\[${partAsLatex(part)}\\]\n${reasonsAsLatex(part)}`).join('\n');
  }
}

function claimed(
  { claim, given }: Proof,
  write: (statement: Statement) => string,
  before: string,
  between: string,
): string {
  return given.length === 0 ? write(claim) : write(claim) + before + given.map(write).join(between);
}

function partAsText(part: CertifiedForm): string {
  const left = toText(part.expression);
  const right = toText(sumOf(part));
  const reasons = part.terms.map((term) => `    ${because(term, TEXT)}`);
  return [
    `  ${left}`,
    ...(left === right || part.terms.length === 0 ? [] : [`    = ${right}`]),
    `    ${part.relation} 0`,
    ...(reasons.length > 0 ? ['  because', ...reasons] : []),
  ].join('\n');
}

function partAsLatex(part: CertifiedForm): string {
  const sum = sumOf(part);
  const left =
    part.expression.length > LONGEST_LEFT ? `&${inLines(part.expression)} \\\\ ` : `${toLatex(part.expression)} `;
  const zero = part.relation === '=' ? '&= 0' : '&\\ge 0';
  const shown = toLatex(part.expression) === toLatex(sum) || sum.length === 0 ? [] : [`&= ${inLines(sum)}`];
  return `\\begin{aligned} ${left}${[...shown, zero].join(' \\\\ ')} \\end{aligned}`;
}

/** A sum on as many aligned lines as it takes. */
function inLines(sum: Expression): string {
  const lines: string[] = [];
  for (let at = 0; at < sum.length; at += TERMS_A_LINE) {
    const line = toLatex(sum.slice(at, at + TERMS_A_LINE));
    lines.push(at === 0 || line.startsWith('-') ? line : `+ ${line}`);
  }
  return lines.join(' \\\\ &\\quad ');
}

function reasonsAsMarkdown({ terms }: CertifiedForm): string {
  return terms.map((term) => `- ${because(term, LATEX)}`).join('\n');
}

function reasonsAsLatex({ terms }: CertifiedForm): string {
  if (terms.length === 0) return '';
  return ['\\begin{itemize}', ...terms.map((term) => `\\item ${because(term, LATEX)}`), '\\end{itemize}'].join('\n');
}

/** How formulas stand in a sentence. */
interface Inline {
  readonly write: (what: Expression | Statement) => string;
  readonly zero: Readonly<Record<'>=' | '=', string>>;
  readonly brief: (formula: string) => string;
}

const TEXT: Inline = { write: toText, zero: { '>=': '>= 0', '=': '= 0' }, brief: (formula) => formula };
const LATEX: Inline = { write: toLatex, zero: { '>=': '\\ge 0', '=': '= 0' }, brief: (formula) => `$${formula}$` };

/** `I(M; W|S) = 0 by M -> S -> W` */
function because({ expression, relation, reason }: CertificateTerm, { write, zero, brief }: Inline): string {
  const says = brief(`${write(expression)} ${zero[relation]}`);
  const premises = premisesOf(reason).map((premise) => brief(write(premise)));
  return premises.length > 0 ? `${says} by ${premises.join(' and ')}` : says;
}

/** The terms with their coefficients, as one expression. */
function sumOf({ terms }: CertifiedForm): Expression {
  return terms.flatMap((term) =>
    term.expression.map(({ coefficient, quantity }) => ({
      coefficient: coefficient.mul(term.coefficient),
      quantity,
    })),
  );
}
