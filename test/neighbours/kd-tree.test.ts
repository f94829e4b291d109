import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KdTree } from '../../src/neighbours/kd-tree.js';
import { NORMS } from '../../src/neighbours/norm.js';
import { createRng } from '../../src/random/rng.js';
import { distancesFrom, isInBall, nearestDistances, row } from './brute-force.js';
import { randomPoints } from './random-points.js';

const CASES = NORMS.flatMap((norm) => [1, 2, 3, 4, 5, 6].map((d) => ({ norm, d })));
const BALLS = ['open', 'closed'] as const;
const RUNS = { numRuns: 15 };

describe.each(CASES)('$norm norm in $d dimensions: exactly what comparing all pairs gives', ({ norm, d }) => {
  test('distances to the k-th neighbour', () => {
    fc.assert(
      fc.property(randomPoints(d, 200), fc.integer({ min: 1, max: 20 }), (points, k) => {
        expect([...new KdTree(points, norm).nearestDistances(k)]).toEqual(nearestDistances(points, k, norm));
      }),
      RUNS,
    );
  });

  test('distances from other points', () => {
    fc.assert(
      fc.property(randomPoints(d, 200), randomPoints(d, 20), fc.integer({ min: 1, max: 20 }), (points, queries, k) => {
        const expected = Array.from({ length: queries.n }, (_, i) => {
          const sorted = distancesFrom(row(queries, i), points, norm).sort((a, b) => a - b);
          return sorted[k - 1] ?? Infinity;
        });
        expect([...new KdTree(points, norm).nearestDistancesFrom(queries.data, k)]).toEqual(expected);
      }),
      RUNS,
    );
  });

  test('counts in open and closed balls whose radius is itself a distance', () => {
    fc.assert(
      fc.property(randomPoints(d, 200), fc.nat(), (points, seed) => {
        const rng = createRng(seed);
        const distances = Array.from({ length: points.n }, (_, i) => distancesFrom(row(points, i), points, norm));
        const radii = Float64Array.from(distances, (list) => list[rng.integer(points.n)]);
        const tree = new KdTree(points, norm);
        for (const ball of BALLS) {
          const expected = distances.map((list, i) => list.filter((x) => isInBall(x, radii[i], ball)).length);
          expect([...tree.counts(radii, ball)]).toEqual(expected);
          expect([...tree.countsFrom(points.data, radii, ball)]).toEqual(expected);
        }
      }),
      RUNS,
    );
  });

  test('how far the neighbourhood reaches along each axis', () => {
    fc.assert(
      fc.property(randomPoints(d, 100), fc.integer({ min: 1, max: 5 }), (points, k) => {
        const tree = new KdTree(points, norm);
        const radii = tree.nearestDistances(k);
        const expected = Array.from({ length: points.n }, (_, i) => {
          const own = row(points, i);
          const members = distancesFrom(own, points, norm).flatMap((x, j) => (x <= radii[i] ? [row(points, j)] : []));
          return own.map((x, axis) => Math.max(...members.map((member) => Math.abs(member[axis] - x))));
        });
        expect([...tree.extents(radii)]).toEqual(expected.flat());
      }),
      RUNS,
    );
  });
});

// Powers of two, beyond which squares overflow or vanish: nothing is rounded otherwise.
test.each([2 ** 530, 2 ** -565])('distances at a scale of %d are those at scale 1, scaled', (scale) => {
  fc.assert(
    fc.property(randomPoints(3, 60), fc.integer({ min: 1, max: 5 }), ({ data, n, d }, k) => {
      for (const norm of NORMS) {
        const tree = new KdTree({ data, n, d }, norm);
        const scaled = new KdTree({ data: data.map((x) => x * scale), n, d }, norm);
        const radii = tree.nearestDistances(k);
        const scaledRadii = radii.map((r) => r * scale);
        expect(scaled.nearestDistances(k)).toEqual(scaledRadii);
        for (const ball of BALLS) expect(scaled.counts(scaledRadii, ball)).toEqual(tree.counts(radii, ball));
      }
    }),
    RUNS,
  );
});

test('a small difference beside a large one is neither lost alone nor does it count together', () => {
  const points = { data: Float64Array.of(0, 0, 1e-170, 1e-170, 1e160, 1e160), n: 3, d: 2 };
  const [first, , last] = new KdTree(points, 'euclidean').nearestDistances(1);
  expect(first / 1e-170).toBeCloseTo(Math.SQRT2, 14);
  expect(last / 1e160).toBeCloseTo(Math.SQRT2, 14);
});

test.each(NORMS)('a large tree, %s norm', (norm) => {
  const n = 10_000;
  const points = { data: createRng('large').fillNormal(new Float64Array(3 * n)), n, d: 3 };
  const tree = new KdTree(points, norm);
  const radii = tree.nearestDistances(4);
  const counts = tree.counts(
    radii.map((r) => 3 * r),
    'open',
  );
  for (let i = 0; i < n; i += 997) {
    const distances = distancesFrom(row(points, i), points, norm).sort((a, b) => a - b);
    expect(radii[i]).toBe(distances[4]);
    expect(counts[i]).toBe(distances.findIndex((x) => x >= 3 * radii[i]));
  }
});

test('many repeats of few points', () => {
  const n = 50_000;
  const points = { data: Float64Array.from({ length: 2 * n }, (_, i) => i % 2), n, d: 2 };
  expect(new Set(new KdTree(points, 'max').nearestDistances(100))).toEqual(new Set([0]));
  expect(new Set(new KdTree(points, 'max').counts(new Float64Array(n), 'closed'))).toEqual(new Set([n]));
});
