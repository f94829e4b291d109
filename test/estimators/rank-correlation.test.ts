import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankCorrelation } from '../../src/estimators/rank-correlation.js';
import { createRng } from '../../src/random/rng.js';

/** Pair by pair. */
function byTheBook(groups: readonly (readonly number[])[]): number {
  let score = 0;
  let pairs = 0;
  groups.forEach((later, b) => {
    for (const earlier of groups.slice(0, b)) {
      for (const x of earlier) for (const y of later) score += Math.sign(y - x);
      pairs += earlier.length * later.length;
    }
  });
  return score / pairs;
}

test('the rank correlation is the book’s, ties and unequal groups included', () => {
  const group = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
      expect(rankCorrelation(groups)).toBeCloseTo(byTheBook(groups), 14);
    }),
  );
});

test('it is 1 for groups in order, −1 for groups in reverse, and 0 for groups alike', () => {
  expect(
    rankCorrelation([
      [1, 2, 3],
      [4, 5],
      [6, 70],
    ]),
  ).toBe(1);
  expect(
    rankCorrelation([
      [6, 70],
      [4, 5],
      [-3, 2, 3],
    ]),
  ).toBe(-1);
  expect(
    rankCorrelation([
      [1, 2],
      [1, 2],
      [2, 1],
    ]),
  ).toBe(0);
});

test('it does not change with scale, or with how far out an outlier is', () => {
  const rng = createRng(1);
  const groups = [0, 1, 2].map((shift) => Array.from({ length: 30 }, () => rng.normal() + shift));
  const stretched = groups.map((group) => group.map((x) => Math.sinh(3 * x)));
  expect(rankCorrelation(stretched)).toBe(rankCorrelation(groups));
  const largest = Math.max(...groups.flat());
  const wild = groups.map((group) => group.map((x) => (x === largest ? 1e9 : x)));
  expect(rankCorrelation(wild)).toBe(rankCorrelation(groups));
});
