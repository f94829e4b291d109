import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SmallestValues } from '../../src/neighbours/smallest-values.js';

test('the largest of the k smallest values, after each offer and after a new start', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (values, k) => {
      const smallest = new SmallestValues(k);
      for (const _ of ['first', 'again']) {
        smallest.clear();
        values.forEach((value, i) => {
          smallest.offer(value);
          const sorted = values.slice(0, i + 1).sort((a, b) => a - b);
          expect(smallest.largest).toBe(sorted[k - 1] ?? Infinity);
        });
      }
    }),
  );
});
