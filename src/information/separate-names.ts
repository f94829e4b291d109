import { ParseError, type Token, tokenize } from './tokens.js';

const CAPITALS = /^(?:\p{Lu}\p{N}*'*)+$/u;
const SMALL = /^(?:\p{Ll}\p{N}*'*)+$/u;
/** With its digits and primes, the name of one variable, as most are. */
const LETTER = /\p{L}\p{N}*'*/gu;

/**
 * The names of all variables. Sees to it that what papers write as H(XY) is not silently the entropy of one variable XY. Names may be as long as one
 * likes; but capitals in a row that share one with another name, and small letters all of which are names, are two variables
 * without a comma. What is said to be a function of others, as in `XY = f(X, Y)`, has that name on purpose.
 *
 * @param texts what is said of the same variables; all of it can be parsed
 * @throws ParseError if a name in them is made of others
 */
export function separateNames(texts: readonly string[]): ReadonlySet<string> {
  const read = texts.map((text) => {
    const tokens = tokenize(text);
    return { text, variables: variables(tokens), dependents: dependents(tokens) };
  });
  const intended = new Set(read.flatMap(({ dependents }) => dependents));
  const names = new Set(read.flatMap(({ variables }) => variables.map(({ text }) => text)));
  const sharing = new Map<string, number>();
  for (const name of names) for (const letter of lettersOf(name)) sharing.set(letter, (sharing.get(letter) ?? 0) + 1);
  const isJoined = (name: string) => {
    const letters = lettersOf(name);
    if (letters.length < 2 || intended.has(name)) return false;
    return SMALL.test(name) ? letters.every((letter) => names.has(letter)) : letters.some((at) => sharing.get(at)! > 1);
  };
  for (const { text, variables } of read) {
    const token = variables.find((candidate) => isJoined(candidate.text));
    if (!token) continue;
    const apart = lettersOf(token.text).join(', ');
    throw new ParseError(
      `'${token.text}' is one variable, which has nothing to do with ${apart}: write ${apart}, or choose another name`,
      text,
      token.position,
    );
  }
  return names;
}

/** The letters in a row that a name is, each once; none of a word. */
function lettersOf(name: string): readonly string[] {
  return CAPITALS.test(name) || SMALL.test(name) ? [...new Set(name.match(LETTER))] : [];
}

/** All names but those of functions and quantities. */
function variables(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }, i) => kind === 'name' && tokens[i + 1].text !== '(');
}

/** The names on the left of `X, Y = f(Z)`. */
function dependents(tokens: readonly Token[]): string[] {
  const equals = tokens.findIndex(({ text }) => text === '=');
  const before = tokens.slice(0, Math.max(equals, 0));
  return before.every(({ kind, text }) => kind === 'name' || text === ',') ? before.map(({ text }) => text) : [];
}
