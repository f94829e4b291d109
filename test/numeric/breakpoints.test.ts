import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBreakpoints, mergeBreakpoints, subdivide } from '../../src/numeric/breakpoints.js';

const around = (centre: number, s: number) => [-9, -4, 0, 4, 9].map((z) => centre + z * s);

test('joining keeps all points, once', () => {
  expect(joinBreakpoints([3, 1], [2, 3], [])).toEqual([1, 2, 3]);
});

test('subdividing parts each panel in eight', () => {
  expect([...subdivide([0, 8, 24])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
  expect([...subdivide([3])]).toEqual([3]);
  expect([...subdivide([])]).toEqual([]);
});

test('merging keeps a single list, and joins lists that are far apart', () => {
  expect(mergeBreakpoints([around(0, 1)])).toEqual(around(0, 1));
  expect(mergeBreakpoints([around(100, 1), around(0, 1)])).toEqual([...around(0, 1), ...around(100, 1)]);
  expect(mergeBreakpoints([[], [1, 2]])).toEqual([1, 2]);
  expect(mergeBreakpoints([[3], []])).toEqual([3]);
  expect(mergeBreakpoints([[], []])).toEqual([]);
});

test('merging adds few points for functions that vary in the same place, but all of a narrow one', () => {
  const alike = Array.from({ length: 50 }, (_, i) => around(i / 100, 1));
  expect(mergeBreakpoints(alike).length).toBeLessThan(12);
  expect(mergeBreakpoints([around(0, 1), around(0.1, 1e-3)])).toEqual(expect.arrayContaining(around(0.1, 1e-3)));
});

test('merged breakpoints ascend, keep the ends, and lie near each point left out', () => {
  const list = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(0.01, 0.3, 1, 7));
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), (shapes) => {
      const lists = shapes.map(([centre, s]) => around(centre, s));
      const merged = mergeBreakpoints(lists);
      const all = lists.flat();
      expect(merged).toEqual([...new Set(merged)].sort((a, b) => a - b));
      expect([merged[0], merged.at(-1)]).toEqual([Math.min(...all), Math.max(...all)]);
      for (const x of merged) expect(all).toContain(x);
      shapes.forEach(([, s], i) => {
        for (const x of lists[i])
          expect(Math.min(...merged.map((y) => Math.abs(x - y)))).toBeLessThanOrEqual((5 * s) / 4);
      });
    }),
  );
});
