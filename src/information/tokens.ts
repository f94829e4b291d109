/** A text is not what the language allows. The message shows the place with a caret and says what was expected there. */
export class ParseError extends SyntaxError {
  /** To tell it from syntax errors of JavaScript. */
  override readonly name = 'ParseError';
  /** Where in the text, counted from 0. */
  readonly position: number;

  /** The message is completed by the text and a caret under the position. */
  constructor(message: string, text: string, position: number) {
    super(`${message}\n  ${text}\n  ${' '.repeat(position)}^`);
    this.position = position;
  }
}

export interface Token {
  readonly kind: 'name' | 'number' | 'symbol' | 'end';
  readonly text: string;
  /** Where the token starts, counted from 0. */
  readonly position: number;
}

const NAME = /\p{L}(?:_*[\p{L}\p{N}])*['′]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:\s*\/\s*\d+)?/y;
const SPACE = /\s*/y;

/** Symbols as they may be typed or pasted, longest first, and how the language writes them. */
const SYMBOLS: readonly (readonly [typed: string, symbol: string])[] = [
  ['_|_', '_|_'],
  ['<=', '<='],
  ['>=', '>='],
  ['==', '='],
  ['->', '->'],
  ['⊥', '_|_'],
  ['≤', '<='],
  ['≥', '>='],
  ['→', '->'],
  ['−', '-'],
  ...['=', '+', '-', '*', '(', ')', ',', ';', '|'].map((symbol) => [symbol, symbol] as const),
];

/** Whether a text is the name of a variable. */
export function isName(text: string): boolean {
  return match(NAME, text, 0) === text && text !== '';
}

/** The tokens of a text, the last of which is its end. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = match(SPACE, text, 0).length;
  while (position < text.length) {
    const token = tokenAt(text, position);
    tokens.push(token);
    position += token.length;
    position += match(SPACE, text, position).length;
  }
  return [...tokens, { kind: 'end', text: 'the end', position: text.trimEnd().length }];
}

function tokenAt(text: string, position: number): Token & { readonly length: number } {
  const name = match(NAME, text, position);
  if (name) return { kind: 'name', text: name.replace(/′/g, "'"), position, length: name.length };
  const number = match(NUMBER, text, position);
  if (number) return { kind: 'number', text: number.replace(/\s/g, ''), position, length: number.length };
  const symbol = SYMBOLS.find(([typed]) => text.startsWith(typed, position));
  if (symbol) return { kind: 'symbol', text: symbol[1], position, length: symbol[0].length };
  throw new ParseError(`unexpected character '${String.fromCodePoint(text.codePointAt(position)!)}'`, text, position);
}

function match(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}
