import fc from 'fast-check';
import { expect, test } from 'vitest';
import { select } from '../../src/neighbours/select.js';

test('the keys before the middle are no larger than those from it on; what is outside the range stays', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (keys, a, b, c) => {
        const [from, middle, last] = [a, b, c].map((x) => x % keys.length).sort((x, y) => x - y);
        const ids = Int32Array.from(keys, (_, i) => i);
        select(ids, (id) => keys[id], middle, from, last + 1);
        const selected = Array.from(ids, (id) => keys[id]);
        for (const before of selected.slice(from, middle)) expect(before).toBeLessThanOrEqual(selected[middle]);
        for (const after of selected.slice(middle, last + 1)) expect(after).toBeGreaterThanOrEqual(selected[middle]);
        expect([...ids.subarray(0, from)]).toEqual(keys.map((_, i) => i).slice(0, from));
        expect([...ids.subarray(last + 1)]).toEqual(keys.map((_, i) => i).slice(last + 1));
        expect([...ids].sort((x, y) => x - y)).toEqual(keys.map((_, i) => i));
      },
    ),
  );
});

const n = 10_000;
test.each<[string, (i: number) => number]>([
  ['ascending', (i) => i],
  ['descending', (i) => -i],
  ['up and down', (i) => Math.min(i, n - i)],
  ['down and up', (i) => Math.max(i, n - i)],
  ['equal', () => 1],
  ['two values', (i) => i % 2],
  ['a saw', (i) => i % 100],
  ['a wave', (i) => Math.sin(i / 30)],
])('time is linear for input that is %s', (_, key) => {
  let looks = 0;
  const ids = Int32Array.from({ length: n }, (_, i) => i);
  const counted = (id: number) => {
    looks++;
    return key(id);
  };
  select(ids, counted, n >> 1, 0, n);
  expect(looks).toBeLessThan(8 * n);
});
