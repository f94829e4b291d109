import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { ExactCode } from '../../../src/inequality/refute/exact-code.js';
import { ExactGaussian } from '../../../src/inequality/refute/exact-gaussian.js';
import { ExactTable } from '../../../src/inequality/refute/exact-table.js';
import { evaluate } from '../../../src/information/evaluate.js';
import { DegenerateError } from '../../../src/information/linear-gaussian.js';
import type { Quantity } from '../../../src/information/syntax.js';

const information = (a: string, b: string, ...given: string[]): Quantity => ({
  kind: 'mutual-information',
  between: [[a], [b]],
  given,
});
const entropy = (of: string, ...given: string[]): Quantity => ({ kind: 'entropy', of: [of], given });
const SUBSETS = [[], ['X'], ['Y'], ['Z'], ['X', 'Y'], ['X', 'Z'], ['Y', 'Z'], ['X', 'Y', 'Z']];
const steps = <T>(items: Iterator<T, void>) => {
  const all: T[] = [];
  for (let next = items.next(); !next.done; next = items.next()) all.push(next.value);
  return all;
};

describe('codes', () => {
  const xor = new ExactCode(['X', 'Y', 'Z', 'C'], [[0b01], [0b10], [0b11], []]);

  test('entropies are ranks', () => {
    expect(String(xor.entropy(['X', 'Y', 'Z']))).toBe('2');
    expect(String(xor.entropy(['C']))).toBe('0');
    expect(xor.vanishes(information('X', 'Y'))).toBe(true);
    expect(xor.vanishes(information('X', 'Y', 'Z'))).toBe(false);
    expect(xor.vanishes(entropy('Z', 'X', 'Y'))).toBe(true);
  });

  test('are written with the simplest sums first, whatever the sources were', () => {
    const same = new ExactCode(['X', 'Y', 'Z', 'C'], [[0b1100], [0b0100, 0b0100], [0b1000], [0]]);
    expect(same.toTable().rows).toEqual([
      ['X', 'a'],
      ['Y', 'b'],
      ['Z', 'a + b'],
      ['C', 'constant'],
    ]);
    expect(same.sources).toBe(2);
  });

  test('ranks of independent codes add up', () => {
    const sum = ExactCode.product([xor, xor, new ExactCode(['X', 'Y', 'Z', 'C'], [[1], [1], [], [1]])]);
    expect(sum.sources).toBe(5);
    expect(String(sum.entropy(['X', 'Y', 'Z']))).toBe('5');
    expect(String(sum.entropy(['Z']))).toBe('2');
    expect(() => ExactCode.product(new Array(16).fill(xor))).toThrow('a code may have 30 source bits, got 32');
  });

  const sums = fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 3 });
  test('have the entropies of the code they stand for, and simpler ones have no more', () => {
    fc.assert(
      fc.property(sums, sums, sums, (X, Y, Z) => {
        const code = new ExactCode(['X', 'Y', 'Z'], [X, Y, Z]);
        const system = code.toEntropySystem();
        for (const subset of SUBSETS) {
          expect(code.entropy(subset).valueOf()).toBeCloseTo(system.entropy(subset), 12);
          // The rank of the sums as given, by listing what they span.
          let spanned = new Set([0]);
          for (const v of subset.flatMap((name) => ({ X, Y, Z })[name]!)) {
            spanned = new Set([...spanned].flatMap((u) => [u, u ^ v]));
          }
          expect(String(code.entropy(subset))).toBe(String(Math.log2(spanned.size)));
        }
        for (const simpler of steps(code.simpler())) {
          for (const subset of SUBSETS) {
            expect(simpler.entropy(subset).valueOf()).toBeLessThanOrEqual(code.entropy(subset).valueOf() + 1e-12);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('tables', () => {
  const values = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 });
  const outcome = fc.record({ values, weight: fc.integer({ min: 1, max: 7 }) });

  test('entropies are exact', () => {
    const biased = new ExactTable(
      ['X'],
      [
        { values: [0], weight: 1 },
        { values: [1], weight: 3 },
      ],
    );
    expect(String(biased.entropy(['X']))).toBe('2 - 3/4 log2(3)');
  });

  test('equal outcomes are added up, and probabilities are in lowest terms', () => {
    const table = new ExactTable(
      ['X', 'Y'],
      [
        { values: [5, 7], weight: 2 },
        { values: [3, 7], weight: 4 },
        { values: [5, 7], weight: 2 },
      ],
    );
    expect(table.toTable()).toEqual({
      columns: ['X', 'Y', 'probability'],
      rows: [
        ['0', '0', '1/2'],
        ['1', '0', '1/2'],
      ],
    });
    expect(table.vanishes(entropy('Y'))).toBe(true);
    expect(() => new ExactTable(['X'], [{ values: [0], weight: 0 }])).toThrow(
      'weights must be positive integers, got 0',
    );
    expect(() => table.entropy(['Z'])).toThrow("the system has no variable 'Z'");
  });

  test('have the entropies of the distribution they stand for', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 6 }), (outcomes) => {
        const table = new ExactTable(['X', 'Y', 'Z'], outcomes);
        const system = table.toEntropySystem();
        for (const subset of SUBSETS) {
          expect(table.entropy(subset).valueOf()).toBeCloseTo(system.entropy(subset), 12);
        }
        const dependent = evaluate('I(X;Y|Z)', system);
        expect(table.vanishes(information('X', 'Y', 'Z'))).toBe(Math.abs(dependent) < 1e-12);
      }),
    );
  });

  test('simplification ends', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 5 }), (outcomes) => {
        let table = new ExactTable(['X', 'Y', 'Z'], outcomes);
        let count = 0;
        for (let next = table.simpler().next(); !next.done; next = table.simpler().next()) {
          table = next.value;
          expect(++count).toBeLessThan(200);
        }
        expect(table.outcomes).toEqual([{ values: [0, 0, 0], weight: 1 }]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('Gaussian systems', () => {
  const gaussian = (...loadings: number[][]) =>
    new ExactGaussian(
      ['X', 'Y', 'Z'].slice(0, loadings.length),
      loadings.map((loading) => loading.map((x) => new Fraction(x))),
    );

  test('entropies are exact', () => {
    const sum = gaussian([1, 0, 0], [0, 1, 0], [1, 1, 1]);
    expect(String(sum.entropy(['Z']))).toBe('1/2 log2(3) + 1/2 log2(2πe)');
    expect(String(sum.entropy(['X', 'Y', 'Z']))).toBe('3/2 log2(2πe)');
    expect(String(sum.entropy([]))).toBe('0');
    expect(sum.vanishes(information('X', 'Y'))).toBe(true);
    expect(sum.vanishes(information('X', 'Y', 'Z'))).toBe(false);
  });

  test('structure is told where there is no joint density', () => {
    const chain = gaussian([1, 0], [2, 0], [2, 1]);
    expect(() => chain.entropy(['X', 'Y'])).toThrow(DegenerateError);
    expect(chain.vanishes(entropy('Y', 'X'))).toBe(true);
    expect(chain.vanishes(entropy('Z', 'X'))).toBe(false);
    expect(chain.vanishes(information('X', 'Z', 'Y'))).toBe(true);
    expect(chain.vanishes(information('X', 'Z'))).toBe(false);
  });

  test('a constant has no density', () => {
    expect(() => gaussian([1, 0], [0, 0])).toThrow('Y has no density: it is constant');
  });

  const loading = fc
    .array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 })
    .filter((row) => row.some((x) => x !== 0));
  test('have the entropies of the system they stand for, where there are any', () => {
    fc.assert(
      fc.property(loading, loading, loading, (...loadings) => {
        const exact = gaussian(...loadings);
        const system = exact.toEntropySystem();
        for (const subset of SUBSETS) {
          let value: number;
          try {
            value = exact.entropy(subset).valueOf();
          } catch (error) {
            expect(error).toBeInstanceOf(DegenerateError);
            expect(() => system.entropy(subset)).toThrow(DegenerateError);
            continue;
          }
          expect(system.entropy(subset)).toBeCloseTo(value, 9);
        }
      }),
    );
  });

  test('are written as combinations, under names of sources that are free', () => {
    const named = new ExactGaussian(
      ['z', 'Y'],
      [
        [new Fraction(-1), new Fraction(1, 2)],
        [new Fraction(2), new Fraction(0)],
      ],
    );
    expect(named.toTable().rows).toEqual([
      ['z', '-z1 + 1/2 z2'],
      ['Y', '2 z1'],
    ]);
    expect(named.toEntropySystem().variables).toEqual(["z'", 'z', 'Y']);
  });

  test('simpler ones keep every variable from being constant', () => {
    for (const simpler of steps(gaussian([1, 2, 0], [0, 1, -1], [0, 0, 1]).simpler())) {
      expect(simpler.loadings.every((row) => row.some((x) => !x.equals(0)))).toBe(true);
    }
  });
});
