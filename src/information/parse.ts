import Fraction from 'fraction.js';
import { brief } from '../numeric/arguments.js';
import { separateNames } from './separate-names.js';
import type { Comparison, Expression, ExpressionTerm, Group, Quantity, Relation, Statement } from './syntax.js';
import { ParseError, type Token, tokenize } from './tokens.js';

/**
 * Reads an expression such as `H(X,Y|Z) - 2 I(X;Y|Z)`.
 *
 * @throws ParseError that points at the place and says what was expected, or where letters in a row such as XY look like
 *   two variables without a comma
 */
export function parseExpression(text: string): Expression {
  return separate(text, readExpression(text));
}

/**
 * Reads a claim or a premise: a comparison, Markov chain, functional dependence or independence.
 *
 * @throws like {@link parseExpression}
 */
export function parseStatement(text: string): Statement {
  return separate(text, readStatement(text));
}

/**
 * Reads the names of variables, such as `X, Y` or `(X, Y)`.
 *
 * @throws ParseError that points at the place and says what was expected
 */
export function parseGroup(text: string): Group {
  return read('text', text, (parser) => parser.group());
}

/** `parseExpression` of one of several texts about the same variables: {@link separateNames} is for the caller. */
export function readExpression(text: string, name = 'text'): Expression {
  return read(name, text, (parser) => parser.expression());
}

/** The same of `parseStatement`. */
export function readStatement(text: string, name = 'text'): Statement {
  return read(name, text, (parser) => parser.statement());
}

function separate<T>(text: string, result: T): T {
  separateNames([text]);
  return result;
}

function read<T>(name: string, text: string, parse: (parser: Parser) => T): T {
  if (typeof text !== 'string') throw new TypeError(`${name} must be a string, got ${brief(text)}`);
  const parser = new Parser(text);
  const result = parse(parser);
  parser.expectEnd();
  return result;
}

const RELATIONS: Readonly<Record<Relation, true>> = { '<=': true, '>=': true, '=': true };
type Sign = '+' | '-';

const ONE = new Fraction(1);
/** More than anybody writes, and far less than the stack has room for. */
const MOST_NESTED = 100;

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #nested = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  statement(): Statement {
    if (this.#has('->')) return this.#markovChain();
    if (this.#has('_|_')) return this.#independence();
    if (this.#token.kind === 'name' && this.#tokens[1].text === '-') {
      this.#advance();
      this.#fail("'->' between the groups of a Markov chain");
    }
    return this.#isFunctionalDependence() ? this.#functionalDependence() : this.#comparison();
  }

  /** [sign] term { sign term } */
  expression(): Expression {
    const terms: ExpressionTerm[] = [];
    for (let sign: Sign | undefined = this.#sign() ?? '+'; sign; sign = this.#sign()) {
      for (const term of this.#signed(sign)) terms.push(term);
    }
    return terms;
  }

  /** X, or X, Y, or (X, Y) */
  group(): Group {
    if (!this.#accept('(')) return this.#names();
    const names = this.#names();
    this.#expect(')');
    return names;
  }

  expectEnd(): void {
    if (this.#token.kind !== 'end') this.#fail("'+', '-' or the end");
  }

  #markovChain(): Statement {
    const groups = this.#groupsBetween('->');
    if (groups.length < 3) this.#fail("'->': a Markov chain has at least three groups");
    return { kind: 'markov-chain', groups };
  }

  #independence(): Statement {
    const groups = this.#groupsBetween('_|_');
    return { kind: 'independence', groups, given: this.#accept('|') ? this.#names() : [] };
  }

  #functionalDependence(): Statement {
    const of = this.#names();
    this.#expect('=');
    if (this.#token.text === 'H' || this.#token.text === 'I') {
      this.#fail(`H(…) or I(…) on both sides, or a function of another name: a variable is no ${this.#token.text}(…)`);
    }
    const name = this.#name();
    this.#expect('(');
    const inputs = this.#names();
    this.#expect(')');
    return { kind: 'functional-dependence', of, name, inputs };
  }

  #comparison(): Comparison {
    const sides = [this.expression()];
    const relations: Relation[] = [];
    while (Object.hasOwn(RELATIONS, this.#token.text)) {
      relations.push(this.#advance().text as Relation);
      sides.push(this.expression());
    }
    if (relations.length === 0) this.#fail("'+', '-', '<=', '>=' or '='");
    return { kind: 'comparison', sides, relations };
  }

  /** A term, multiplied out and with its sign: [number [*]] (quantity | '(' expression ')'), or 0. */
  #signed(sign: Sign): Expression {
    const number = this.#token.kind === 'number' ? this.#number() : undefined;
    const starred = number !== undefined && this.#accept('*');
    const coefficient = (number ?? ONE).mul(sign === '-' ? -1 : 1);
    if (number?.equals(0) && !starred && !this.#startsFactor()) return [];
    return this.#factor(number !== undefined).map((term) => ({
      ...term,
      coefficient: term.coefficient.mul(coefficient),
    }));
  }

  #factor(afterNumber: boolean): Expression {
    if (this.#token.text === '(') {
      if (this.#nested === MOST_NESTED) this.#fail(`at most ${MOST_NESTED} parentheses in each other`);
      this.#next += 1;
      this.#nested += 1;
      const inner = this.expression();
      this.#expect(')');
      this.#nested -= 1;
      return inner;
    }
    if (this.#token.kind !== 'name') {
      this.#fail(
        afterNumber
          ? 'H(…), I(…) or (…): a number other than 0 multiplies one of these'
          : 'H(…), I(…), a number or (…)',
      );
    }
    return [{ coefficient: ONE, quantity: this.#quantity() }];
  }

  #sign(): Sign | undefined {
    if (this.#accept('+')) return '+';
    return this.#accept('-') ? '-' : undefined;
  }

  #startsFactor(): boolean {
    return this.#token.kind === 'name' || this.#token.text === '(';
  }

  #quantity(): Quantity {
    const { text } = this.#token;
    if (text !== 'H' && text !== 'I') this.#fail('H(…) or I(…)');
    this.#advance();
    this.#expect('(');
    const quantity = text === 'H' ? this.#entropy() : this.#mutualInformation();
    this.#expect(')');
    return quantity;
  }

  #entropy(): Quantity {
    return { kind: 'entropy', of: this.#names(), given: this.#accept('|') ? this.#names() : [] };
  }

  #mutualInformation(): Quantity {
    const between = [this.#names()];
    if (this.#token.text !== ';') this.#fail("';' or ',': what the paper writes I(X, Y) is I(X; Y) here");
    while (this.#accept(';')) between.push(this.#names());
    return { kind: 'mutual-information', between, given: this.#accept('|') ? this.#names() : [] };
  }

  #groupsBetween(symbol: string): Group[] {
    const groups = [this.group()];
    do {
      this.#expect(symbol);
      groups.push(this.group());
    } while (this.#token.text === symbol);
    return groups;
  }

  #names(): Group {
    const names = [this.#name()];
    while (this.#accept(',')) names.push(this.#name());
    if (this.#token.text === '(')
      this.#fail(`',' or the end of the group: write ${names.at(-1)} for ${names.at(-1)}(…)`);
    return names;
  }

  #name(): string {
    if (this.#token.kind !== 'name') this.#fail('the name of a variable');
    return this.#advance().text;
  }

  #number(): Fraction {
    const { text, position } = this.#advance();
    if (/\/0+$/.test(text)) throw new ParseError('division by zero', this.#text, position);
    const [numerator, denominator = '1'] = text.split('/');
    return new Fraction(numerator).div(denominator);
  }

  /** name { , name } = name ( : only here is something not a quantity set equal to a name with a parenthesis. */
  #isFunctionalDependence(): boolean {
    const equals = this.#tokens.findIndex(({ text }) => text === '=');
    const before = this.#tokens.slice(0, equals);
    const [name, parenthesis] = this.#tokens.slice(equals + 1);
    return (
      equals > 0 &&
      before.every(({ kind, text }) => kind === 'name' || text === ',') &&
      name.kind === 'name' &&
      parenthesis?.text === '('
    );
  }

  get #token(): Token {
    return this.#tokens[this.#next];
  }

  #has(symbol: string): boolean {
    return this.#tokens.some(({ kind, text }) => kind === 'symbol' && text === symbol);
  }

  #advance(): Token {
    const token = this.#token;
    this.#next += 1;
    return token;
  }

  #accept(symbol: string): boolean {
    const accepted = this.#token.kind === 'symbol' && this.#token.text === symbol;
    if (accepted) this.#next += 1;
    return accepted;
  }

  #expect(symbol: string): void {
    if (!this.#accept(symbol)) this.#fail(`'${symbol}'`);
  }

  #fail(expected: string): never {
    const { kind, text, position } = this.#token;
    throw new ParseError(`expected ${expected}, found ${kind === 'end' ? text : `'${text}'`}`, this.#text, position);
  }
}
