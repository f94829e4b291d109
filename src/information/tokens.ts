import { pointerTo } from './pointer.js';

/** A text is not what the language allows. The message shows the place with a caret and says what was expected there. */
export class ParseError extends SyntaxError {
  /** To tell it from syntax errors of JavaScript. */
  override readonly name = 'ParseError';
  /** Where in the text, counted from 0. */
  readonly position: number;

  /** The message is completed by the line of the text and a caret under the position. */
  constructor(message: string, text: string, position: number) {
    super(`${message}\n${pointerTo(text, position)}`);
    this.position = position;
  }
}

export interface Token {
  readonly kind: 'name' | 'number' | 'symbol' | 'end';
  readonly text: string;
  /** Where the token starts, counted from 0. */
  readonly position: number;
}

/** Greek letters by name, which LaTeX writes as commands. */
export const GREEK =
  '(?:alpha|beta|[Gg]amma|[Dd]elta|epsilon|eta|[Tt]heta|[Ll]ambda|mu|nu|[Pp]i|rho|[Ss]igma|tau|[Pp]hi|[Pp]si|[Oo]mega)';
const PLAIN = String.raw`\p{L}\p{M}*(?:_*[\p{L}\p{N}]\p{M}*)*`;
const LATEX_WORD = String.raw`\\(?:text|mathrm|mathit)\s*\{[\p{L}\p{N}]+\}|\\${GREEK}(?![A-Za-z])|[\p{L}\p{N}]+`;
const SUBSCRIPTS = String.raw`_\{\s*(?:${LATEX_WORD})(?:\s*,\s*(?:${LATEX_WORD}))*\s*\}|_\\${GREEK}(?![A-Za-z])`;
const NAME = new RegExp(`(?:${PLAIN}|(?=\\\\)(?:${LATEX_WORD}))(?:${SUBSCRIPTS})?['’′]*`, 'uy');
const NUMBER = /(?:\d+(?:\.\d+)?(?:\s*[/⁄∕]\s*\d+)?|\\[dt]?frac\s*\{\s*\d+\s*\}\s*\{\s*\d+\s*\})/y;
/** What leaves a space, also in LaTeX, and what formulas have in them unseen when they are copied. */
const SPACE =
  /(?:[\s$~\u200b-\u200d\u2060]|\\[,;:! ]|\\q?quad(?![A-Za-z])|\\(?:left|middle|right|[bB]igg?[lmr]?)(?![A-Za-z]))*/y;
const COMMAND = /\\(?:[A-Za-z]+|.?)/uy;

/** Each symbol of the language as it may be typed or pasted: in ASCII, in Unicode, in LaTeX. */
const SYMBOLS = [
  symbol('_|_', String.raw`_\|_|[⊥⟂⫫]+|\\perp(?:\\!|\s)*\\perp`, 'perp', 'bot', 'indep', 'Perp'),
  symbol('->', '<?-+>|[→⟶↔⟷]', 'to', 'rightarrow', 'longrightarrow', 'leftrightarrow', 'longleftrightarrow'),
  symbol('<=', '<=|[≤⩽≦]', 'le', 'leq', 'leqslant', 'leqq'),
  symbol('>=', '>=|[≥⩾≧]', 'ge', 'geq', 'geqslant', 'geqq'),
  symbol('=', '==?|＝'),
  symbol('+', '[+＋]'),
  symbol('-', '[-−–－]'),
  symbol('*', '[*·⋅×∗]', 'cdot', 'times'),
  symbol('(', '[(（]'),
  symbol(')', '[)）]'),
  symbol(',', '[,，]'),
  // I(X:Y) is as common as I(X;Y).
  symbol(';', '[;:；：]'),
  symbol('|', '[|∣｜]', 'mid', 'vert'),
];

/** What is refused, by which one may well have meant something. */
const HINTS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/[<>]/y, 'no strict inequality holds for all variables, write <= or >='],
  [/[{}^\\]/y, String.raw`names are letters, digits, _ and ', write S_gen for S_{\text{gen}}`],
  [/[[\]]/y, 'write ( and )'],
];

function symbol(text: string, typed: string, ...commands: readonly string[]) {
  const latex = commands.map((command) => `\\\\${command}(?![A-Za-z])`);
  return { text, typed: new RegExp([typed, ...latex].join('|'), 'uy') };
}

/** Whether a text is the name of a variable, spelt as the language spells it. */
export function isName(text: string): boolean {
  return typeof text === 'string' && text !== '' && match(NAME, text, 0) === text && spelt(text) === text;
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
  if (name) return { kind: 'name', text: spelt(name), position, length: name.length };
  const number = match(NUMBER, text, position);
  if (number) return { kind: 'number', text: plain(number), position, length: number.length };
  for (const { text: symbol, typed } of SYMBOLS) {
    const found = match(typed, text, position);
    if (found) return { kind: 'symbol', text: symbol, position, length: found.length };
  }
  const character = match(COMMAND, text, position) || String.fromCodePoint(text.codePointAt(position)!);
  const hint = HINTS.find(([pattern]) => match(pattern, text, position))?.[1];
  throw new ParseError(`unexpected character '${character}'${hint ? `: ${hint}` : ''}`, text, position);
}

/** One spelling of names that look alike: letters with their accents, italics of formulas, primes, and LaTeX. */
function spelt(name: string): string {
  return name
    .replace(/\\(?:text|mathrm|mathit)(?=\s*\{)|[\s{}\\]/g, '')
    .replace(/,/g, '_')
    .normalize('NFC')
    .replace(/[\u{1d400}-\u{1d7ff}ℎ]/gu, (letter) => letter.normalize('NFKC'))
    .replace(/[’′]/g, "'");
}

function plain(number: string): string {
  return number
    .replace(/^\\[dt]?frac/, '')
    .replace(/[\s{]|\}$/g, '')
    .replace(/[⁄∕}]/, '/');
}

function match(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}
