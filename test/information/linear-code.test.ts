import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { LinearCode } from '../../src/information/linear-code.js';

const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'], pair: ['a', 'b'], constant: [], again: ['a + a'] });
const bits = (expression: string, system = xor) => evaluate(expression, system) / Math.LN2;

/** Entropy in bits by listing every outcome of the source bits. */
function entropyByEnumeration(variables: readonly (readonly string[])[], sources: readonly string[]): number {
  const outcomes = new Map<string, number>();
  for (let draw = 0; draw < 2 ** sources.length; draw++) {
    const value = variables.flat().map((sum) => {
      const parts = sum.split('+').map((part) => sources.indexOf(part.trim()));
      return parts.reduce((parity, i) => parity ^ ((draw >> i) & 1), 0);
    });
    outcomes.set(value.join(), (outcomes.get(value.join()) ?? 0) + 2 ** -sources.length);
  }
  return -[...outcomes.values()].reduce((sum, p) => sum + p * Math.log2(p), 0);
}

describe('the exclusive or', () => {
  test.each([
    ['H(X)', 1],
    ['H(X,Y,Z)', 2],
    ['I(X;Y)', 0],
    ['I(X;Y|Z)', 1],
    ['I(X,Y;Z)', 1],
    ['I(X;Y;Z)', -1],
    ['H(pair|X,Y)', 0],
    ['H(constant) + H(again)', 0],
    ['2 H(X) - 1/2 H(pair)', 1],
  ])('%s is %d bits', (expression, expected) => {
    expect(bits(expression)).toBeCloseTo(expected, 12);
  });

  test('has its sources and variables by name', () => {
    expect(xor.sources).toEqual(['a', 'b']);
    expect(xor.variables).toEqual(['X', 'Y', 'Z', 'pair', 'constant', 'again']);
  });
});

test('the rank is the entropy of the enumerated outcomes', () => {
  const sources = ['a', 'b', 'c', 'd'];
  const sum = fc
    .uniqueArray(fc.constantFrom(...sources), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(' + '));
  const variable = fc.array(sum, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(variable, variable, (X, Y) => {
      const code = new LinearCode({ X, Y });
      expect(code.rank(['X'])).toBeCloseTo(entropyByEnumeration([X], sources), 12);
      expect(code.rank(['X', 'Y'])).toBeCloseTo(entropyByEnumeration([X, Y], sources), 12);
      expect(code.entropy([])).toBe(0);
    }),
  );
});

test('Shannon’s inequalities hold: rank is monotone and submodular', () => {
  const sum = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('+'));
  const variable = fc.array(sum, { maxLength: 3 });
  fc.assert(
    fc.property(variable, variable, variable, (X, Y, Z) => {
      const code = new LinearCode({ X, Y, Z });
      for (const expression of ['H(X|Y,Z)', 'I(X;Y)', 'I(X;Y|Z)']) {
        expect(evaluate(expression, code)).toBeGreaterThanOrEqual(-1e-12);
      }
    }),
  );
});

test('what is not there is named', () => {
  expect(() => bits('H(Q)')).toThrow("the system has no variable 'Q', only X, Y, Z, pair, constant, again");
  expect(() => xor.rank(['Q'])).toThrow("the system has no variable 'Q'");
  expect(() => new LinearCode({ 'X Y': ['a'] })).toThrow("'X Y' is no name of a variable");
  expect(() => new LinearCode({ X: ['a b'] })).toThrow("X must be sums of source bits such as 'a + b', got 'a b'");
});
