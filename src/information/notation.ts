import type Fraction from 'fraction.js';
import { brief } from '../numeric/arguments.js';
import { LinearForm } from './linear-form.js';
import { isExpression, isStatement } from './require-statement.js';
import type { Expression, Group, Quantity, Statement } from './syntax.js';
import { GREEK } from './tokens.js';

/** How to write the language: as text that parses again, or as LaTeX. */
interface Notation {
  readonly name: (name: string) => string;
  readonly number: (value: Fraction) => string;
  readonly times: string;
  readonly bar: string;
  readonly symbol: Readonly<Record<'<=' | '>=' | '=' | '->' | '_|_', string>>;
}

const TEXT: Notation = {
  name: (name) => name,
  number: (value) => value.toFraction(),
  times: ' ',
  bar: '|',
  symbol: { '<=': '<=', '>=': '>=', '=': '=', '->': '->', '_|_': '_|_' },
};

const LATEX: Notation = {
  name: latexName,
  number: (value) => value.toLatex(),
  times: '\\,',
  bar: ' \\mid ',
  symbol: { '<=': '\\le', '>=': '\\ge', '=': '=', '->': '\\to', '_|_': '\\perp' },
};

/** More terms than this do not fit in a line. */
const LONGEST_FORMULA = 6;

/**
 * An expression or statement as text, which parses to the same again.
 *
 * @throws TypeError if it is nothing that was parsed
 */
export function toText(what: Expression | Statement | LinearForm): string {
  return write(what, TEXT);
}

/**
 * An expression or statement as LaTeX, without delimiters.
 *
 * @throws TypeError if it is nothing that was parsed
 */
export function toLatex(what: Expression | Statement | LinearForm): string {
  return write(what, LATEX);
}

/**
 * A statement as LaTeX in a line of Markdown. A long sum is several formulas, as lines break only between formulas.
 */
export function toMarkdown(statement: Statement): string {
  const latex = toLatex(statement);
  const terms = latex.split(/ (?=[+-] )/);
  if (terms.length <= LONGEST_FORMULA) return `$${latex}$`;
  return terms.map((term, i) => (i === 0 ? `$${term}$` : `\${}${term}$`)).join(' ');
}

function write(what: Expression | Statement | LinearForm, notation: Notation): string {
  if (!isExpression(what) && !isStatement(what) && !(what instanceof LinearForm)) {
    throw new TypeError(`what must be an expression or a statement that was read, got ${brief(what)}`);
  }
  if ('terms' in what) {
    const terms = what.terms.map(({ coefficient, subset }) => ({
      coefficient,
      quantity: { kind: 'entropy', of: subset, given: [] } as const,
    }));
    return writeExpression(terms, notation);
  }
  return 'kind' in what ? writeStatement(what, notation) : writeExpression(what, notation);
}

function writeStatement(statement: Statement, notation: Notation): string {
  const { symbol } = notation;
  switch (statement.kind) {
    case 'comparison':
      return statement.sides
        .flatMap((side, i) => [writeExpression(side, notation), symbol[statement.relations[i]]])
        .slice(0, -1)
        .join(' ');
    case 'markov-chain':
      return statement.groups.map((group) => writeGroup(group, notation)).join(` ${symbol['->']} `);
    case 'functional-dependence':
      return `${names(statement.of, notation)} = ${notation.name(statement.name)}(${names(statement.inputs, notation)})`;
    case 'independence': {
      const given = statement.given.length > 0 ? ` ${notation.bar.trim()} ${names(statement.given, notation)}` : '';
      return statement.groups.map((group) => writeGroup(group, notation)).join(` ${symbol['_|_']} `) + given;
    }
  }
}

function writeExpression(expression: Expression, notation: Notation): string {
  if (expression.length === 0) return '0';
  return expression
    .map(({ coefficient, quantity }, i) => {
      const negative = coefficient.compare(0) < 0;
      const size = coefficient.abs();
      const sign = i === 0 ? (negative ? '-' : '') : negative ? ' - ' : ' + ';
      return `${sign}${size.equals(1) ? '' : notation.number(size) + notation.times}${writeQuantity(quantity, notation)}`;
    })
    .join('');
}

function writeQuantity(quantity: Quantity, notation: Notation): string {
  const given = quantity.given.length > 0 ? notation.bar + names(quantity.given, notation) : '';
  if (quantity.kind === 'entropy') return `H(${names(quantity.of, notation)}${given})`;
  return `I(${quantity.between.map((group) => names(group, notation)).join('; ')}${given})`;
}

function writeGroup(group: Group, notation: Notation): string {
  return group.length === 1 ? notation.name(group[0]) : `(${names(group, notation)})`;
}

function names(group: Group, notation: Notation): string {
  return group.map(notation.name).join(', ');
}

const GREEK_LETTER = new RegExp(`^${GREEK}$`);

/** `S_gen'` → `S_{\text{gen}}'`: single letters and Greek ones are symbols, longer words are upright. */
function latexName(name: string): string {
  const [, stem, primes] = /^(.*?)('*)$/.exec(name)!;
  const [head, ...subscripts] = stem.split(/_+/).map(latexWord);
  return head + (subscripts.length > 0 ? `_{${subscripts.join(',')}}` : '') + primes;
}

function latexWord(word: string): string {
  if (/^(\p{L}|\p{N}+)$/u.test(word)) return word;
  return GREEK_LETTER.test(word) ? `\\${word}` : `\\text{${word}}`;
}
