import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balance, type Sample } from '../../../src/inequality/refute/balance.js';

const sample = (system: string, premises: number[], target: number, cost = 1): Sample<string> => ({
  system,
  premises,
  target,
  cost,
});

test('one system is enough where it satisfies the premises', () => {
  expect(balance([sample('A', [0], -1), sample('B', [1], -5)], ['='])).toEqual([{ system: 'A', count: 1 }]);
  expect(balance([sample('B', [1], -5)], ['>='])).toEqual([{ system: 'B', count: 1 }]);
});

test('independent copies make up for each other', () => {
  const samples = [sample('A', [3], -1), sample('B', [-2], -1), sample('C', [-2], 2)];
  expect(balance(samples, ['='])).toEqual([
    { system: 'A', count: 2 },
    { system: 'B', count: 3 },
  ]);
  expect(balance([sample('A', [3], 5), sample('B', [-2], -1)], ['='])).toBeNull();
});

test('several premises at once', () => {
  const samples = [sample('A', [1, 0], 0), sample('B', [0, 1], 0), sample('C', [-1, -2], -1)];
  const parts = balance(samples, ['=', '>='])!;
  const count = (name: string) =>
    parts.filter(({ system }) => system === name).reduce((sum, part) => sum + part.count, 0);
  expect([count('A'), count('B'), count('C')]).toEqual([1, 2, 1]);
});

test('finds a combination exactly when there is one, with one premise', () => {
  const value = fc.integer({ min: -4, max: 4 });
  const relation = fc.constantFrom('=' as const, '>=' as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }), relation, (pairs, relation) => {
      const samples = pairs.map(([premise, target], i) => sample(String(i), [premise], target));
      const parts = balance(samples, [relation]);
      // A vertex of the feasible mixtures has one system, or two that balance.
      const single = pairs.some(([p, t]) => t < 0 && (p === 0 || (p > 0 && relation === '>=')));
      const two = pairs.some(([p, t]) => pairs.some(([q, u]) => p > 0 && q < 0 && p * u - q * t < 0));
      expect(parts !== null).toBe(single || two);
      if (!parts) return;
      const total = (k: 0 | 1) => parts.reduce((sum, { system, count }) => sum + count * pairs[Number(system)][k], 0);
      expect(total(1)).toBeLessThan(0);
      if (relation === '=') expect(total(0)).toBe(0);
      else expect(total(0)).toBeGreaterThanOrEqual(0);
      for (const { count } of parts) expect(count).toBeGreaterThan(0);
    }),
  );
});
