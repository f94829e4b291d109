import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { localMutualInformationMixed, mutualInformationMixed } from '../../src/estimators/mutual-information-mixed.js';
import { digamma } from '../../src/numeric/digamma.js';
import { mean } from '../../src/numeric/summary.js';
import { permutation } from '../../src/random/permutation.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { expectConsistent } from './consistency.js';
import { gridRows, normalPair, shuffled } from './random-samples.js';
import { mixed } from './slow-twins.js';

// So few points that ties are not refused.
const samples = fc
  .tuple(fc.integer({ min: 5, max: 19 }), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
  .chain(([n, dx, dy]) => fc.tuple(gridRows(n, dx), gridRows(n, dy)));

test('is its definition, for points that are repeated often, seldom and not at all', () => {
  fc.assert(
    fc.property(samples, ([x, y]) => {
      expect(mutualInformationMixed(x, y, { k: 2 })).toBeCloseTo(mixed(x, y, 2), 12);
    }),
    { numRuns: 60 },
  );
});

test('is symmetric and does not depend on the order of rows; local values average to it', () => {
  fc.assert(
    fc.property(samples, ([x, y]) => {
      const order = permutation(x.length, createRng('order'));
      const value = mutualInformationMixed(x, y);
      expect(mutualInformationMixed(y, x)).toBeCloseTo(value, 12);
      expect(mutualInformationMixed(shuffled(x, order), shuffled(y, order))).toBeCloseTo(value, 12);
      const local = localMutualInformationMixed(x, y, { k: 3 });
      expect(local).toHaveLength(x.length);
      expect(value).toBe(mean(local));
    }),
    { numRuns: 60 },
  );
});

test('without repeated points it is the KSG estimate with log n for ψ(n)', () => {
  const [x, y] = normalPair(0.6, 200, createRng('no repeats'));
  const difference = Math.log(200) - digamma(200);
  expect(mutualInformationMixed(x, y)).toBeCloseTo(mutualInformationKsg(x, y) + difference, 12);
});

test('for discrete data it is an estimate from counts', () => {
  // Values (0, 0), (0, 1), (1, 1), seen 5, 4 and 6 times.
  const x = [...new Array(9).fill(0), ...new Array(6).fill(1)];
  const y = [...new Array(5).fill(0), ...new Array(10).fill(1)];
  const term = (both: number, first: number, second: number) =>
    (both / 15) * (digamma(both) + Math.log(15) - digamma(first) - digamma(second));
  expect(mutualInformationMixed(x, y)).toBeCloseTo(term(5, 9, 5) + term(4, 9, 10) + term(6, 6, 10), 12);
});

test.each([
  [3, 0.6365141683],
  [5, 1.054920168],
])('comes to the information of X uniform on %d values and Y uniform on (X, X + 2): %d', (values, truth) => {
  const sample = (rng: Rng) => {
    const x = Array.from({ length: 2000 }, () => rng.integer(values));
    return mutualInformationMixed(
      x,
      x.map((value) => value + 2 * rng.uniform()),
    );
  };
  expectConsistent(sample, { truth, resolution: 0.01, repeats: 10 });
});

test('comes to zero for independent discrete variables', () => {
  const sample = (rng: Rng) => {
    const draw = () => Array.from({ length: 1000 }, () => rng.integer(4));
    return mutualInformationMixed(draw(), draw());
  };
  expectConsistent(sample, { truth: 0, resolution: 0.001, repeats: 20 });
});

describe('bad input', () => {
  test.each<[string, () => unknown, string]>([
    ['different lengths', () => mutualInformationMixed([1, 2], [1]), 'y must have as many rows as x, 2, got 1'],
    ['k = n', () => mutualInformationMixed([1, 1, 1], [2, 2, 2]), 'k must be less than the number of points, 3, got 3'],
    [
      'an unknown option',
      () => mutualInformationMixed([1, 2], [1, 2], { algorithm: 1 } as never),
      "mutualInformationMixed has no option 'algorithm'; it takes k",
    ],
  ])('%s', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
