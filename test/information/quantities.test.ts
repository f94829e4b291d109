import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { holds } from '../../src/information/holds.js';
import { LinearCode } from '../../src/information/linear-code.js';
import { DegenerateError, LinearGaussian } from '../../src/information/linear-gaussian.js';
import { H, I } from '../../src/information/quantities.js';
import { entropy } from '../../src/information/shannon-entropy.js';
import { ParseError } from '../../src/information/tokens.js';

const xor = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'], W: ['a', 'b', 'c'] });

describe('H and I', () => {
  const group = fc.subarray(['X', 'Y', 'Z', 'W'], { minLength: 1 });
  const condition = fc.subarray(['X', 'Y', 'Z', 'W']);
  const bar = (given: readonly string[]) => (given.length > 0 ? `|${given}` : '');

  test('are what evaluate makes of the same quantity, whether names come as a list or as text', () => {
    fc.assert(
      fc.property(group, group, condition, (x, y, given) => {
        const entropyText = evaluate(`H(${x}${bar(given)})`, xor);
        expect(H(xor, x, given)).toBe(entropyText);
        expect(H(xor, x.join(', '), given.join(','))).toBe(entropyText);
        const informationText = evaluate(`I(${x};${y}${bar(given)})`, xor);
        expect(I(xor, x, y, given)).toBe(informationText);
        expect(I(xor, `(${x})`, y.join(), given.join())).toBe(informationText);
      }),
    );
  });

  test('need no condition', () => {
    expect(H(xor, 'X, Y')).toBe(2 * Math.LN2);
    expect(I(xor, 'X', 'Y')).toBe(0);
    expect(I(xor, 'X', 'Y', 'Z')).toBeCloseTo(Math.LN2, 14);
  });

  test('cancel exactly before anything is evaluated, so that a degenerate entropy need not exist', () => {
    const system = LinearGaussian.empty().source('X', 1).linear('Y', { X: 2 });
    expect(H(system, 'X, Y', 'Y, X')).toBe(0);
    expect(() => H(system, 'Y', 'X')).toThrow('no joint density');
  });

  test('are infinite between a continuous variable and itself, which is no number', () => {
    const system = LinearGaussian.empty().source('X', 1).source('Y', 1);
    expect(() => I(system, 'X', 'X')).toThrow('I(X; X) is infinite for variables with a joint density');
    expect(() => evaluate('H(X) - I(X, Y; X)', system)).toThrow(DegenerateError);
    expect(() => holds('X -> Y -> X', system)).toThrow(DegenerateError);
    expect(I(system, 'X', 'X', 'X')).toBe(0);
    expect(I(xor, 'X', 'X')).toBe(Math.LN2);
  });

  test('name what they cannot read', () => {
    expect(() => H(xor, '')).toThrow('of must name at least one variable');
    expect(() => I(xor, 'X', [])).toThrow('y must name at least one variable');
    expect(() => H(xor, 'X Y')).toThrow(ParseError);
    expect(() => H(xor, 'X', 'Q')).toThrow("the system has no variable 'Q', only X, Y, Z, W");
    expect(() => I(xor, 'X', ['Y|Z'])).toThrow("the system has no variable 'Y|Z'");
  });
});

describe('the entropy of probabilities', () => {
  test('is log n for n equal ones, 0 for certainty, and skips impossible values', () => {
    expect(entropy(new Array(8).fill(1 / 8))).toBeCloseTo(Math.log(8), 15);
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy(Float64Array.of(0.5, 0.25, 0, 0.25))).toBeCloseTo(1.5 * Math.LN2, 15);
  });

  test('is of probabilities only', () => {
    expect(() => entropy([0.5, 0.6])).toThrow('probabilities must sum to 1, got a sum of 1.1');
    expect(() => entropy([1.5, -0.5])).toThrow('probabilities[1] must be a finite non-negative number, got -0.5');
    expect(() => entropy([])).toThrow('probabilities must have a positive sum, got 0');
  });
});
