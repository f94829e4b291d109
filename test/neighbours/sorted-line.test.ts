import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedLine } from '../../src/neighbours/sorted-line.js';
import { isInBall } from './brute-force.js';
import { randomPoints } from './random-points.js';

const BALLS = ['open', 'closed'] as const;

test('counts are those of comparing all pairs, at radii that are distances too', () => {
  fc.assert(
    fc.property(randomPoints(1, 200), randomPoints(1, 50), fc.nat(), ({ data: points }, { data: queries }, other) => {
      const line = new SortedLine(points);
      const radii = queries.map((x, i) => Math.abs(points[(other + i) % points.length] - x));
      for (const ball of BALLS) {
        const expected = Array.from(
          queries,
          (x, i) => points.filter((y) => isInBall(Math.abs(y - x), radii[i], ball)).length,
        );
        expect([...line.countsFrom(queries, radii, ball)]).toEqual(expected);
      }
    }),
  );
});

test('the difference is compared, not the rounded ends of the interval', () => {
  // 0.3 − 0.1 is rounded down to below 0.2, but 0.1 + 0.2 is rounded up to above 0.3.
  expect(0.3 - 0.1 < 0.2 && 0.1 + 0.2 > 0.3).toBe(true);
  const count = (radius: number, ball: 'open' | 'closed') =>
    new SortedLine(Float64Array.of(0.3)).countsFrom(Float64Array.of(0.1), Float64Array.of(radius), ball)[0];
  expect(count(0.2, 'open')).toBe(1);
  expect(count(0.3 - 0.1, 'open')).toBe(0);
  expect(count(0.3 - 0.1, 'closed')).toBe(1);
});

test('an open ball of radius zero is empty, a closed one holds the repeats', () => {
  const line = new SortedLine(Float64Array.of(2, 1, 2, -0, 0));
  const counts = (ball: 'open' | 'closed') => [
    ...line.countsFrom(Float64Array.of(2, 1, 0, 5), new Float64Array(4), ball),
  ];
  expect(counts('open')).toEqual([0, 0, 0, 0]);
  expect(counts('closed')).toEqual([2, 1, 2, 0]);
});
