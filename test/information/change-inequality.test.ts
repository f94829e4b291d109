import { describe, expect, test } from 'vitest';
import { isInequality, reversed, withAddedToLargerSide } from '../../src/information/change-inequality.js';
import { toText } from '../../src/information/notation.js';
import { parseExpression, parseStatement } from '../../src/information/parse.js';

function inequality(text: string) {
  const statement = parseStatement(text);
  if (!isInequality(statement)) throw new Error(`${text} is no inequality`);
  return statement;
}

describe('a single inequality', () => {
  test.each(['H(X) = H(Y)', 'H(X) <= H(Y) <= H(Z)', 'X -> Y -> Z', 'Y = f(X)', 'X _|_ Y'])('is not %s', (text) => {
    expect(isInequality(parseStatement(text))).toBe(false);
  });

  test.each([
    ['H(X) <= 2 H(Y)', 'H(X) <= 2 H(Y) + H(E|X) - I(X; Y)'],
    ['H(X) >= 2 H(Y)', 'H(X) + H(E|X) - I(X; Y) >= 2 H(Y)'],
    ['0 <= H(X)', '0 <= H(X) + H(E|X) - I(X; Y)'],
    ['0 >= -H(X)', 'H(E|X) - I(X; Y) >= -H(X)'],
  ])('%s with something added to its larger side is %s', (text, expected) => {
    expect(toText(withAddedToLargerSide(inequality(text), parseExpression('H(E|X) - I(X; Y)')))).toBe(expected);
  });

  test('is itself, reversed twice', () => {
    const claim = inequality('H(X) <= 2 H(Y)');
    expect(toText(reversed(claim))).toBe('H(X) >= 2 H(Y)');
    expect(reversed(reversed(claim))).toEqual(claim);
  });
});
