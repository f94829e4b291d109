import { describe, expect, test } from 'vitest';
import { klDivergenceKnn, localKlDivergenceKnn } from '../../src/estimators/kl-divergence-knn.js';
import { mean } from '../../src/numeric/summary.js';
import { permutation } from '../../src/random/permutation.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { expectConsistent } from './consistency.js';
import { normals, shuffled } from './random-samples.js';
import { wangKulkarniVerdu } from './slow-twins.js';

const rows = (n: number, d: number, seed: number) => {
  const rng = createRng('rows').split(seed);
  return Array.from({ length: n }, () => Array.from({ length: d }, () => rng.normal()));
};

test('is its definition, for samples of different size, in one to four dimensions', () => {
  for (let d = 1; d <= 4; d++) {
    const p = rows(40, d, d);
    const q = rows(25, d, -d);
    for (const k of [1, 3, 25]) expect(klDivergenceKnn(p, q, { k })).toBeCloseTo(wangKulkarniVerdu(p, q, k), 12);
  }
});

test('the norm is the maximum unless given, and does not matter on a line', () => {
  const [p, q] = [rows(30, 2, 1), rows(30, 2, 2)];
  expect(klDivergenceKnn(p, q)).toBe(klDivergenceKnn(p, q, { k: 3, norm: 'max' }));
  expect(klDivergenceKnn(p, q)).not.toBe(klDivergenceKnn(p, q, { norm: 'euclidean' }));
  const [a, b] = [rows(30, 1, 1), rows(30, 1, 2)];
  expect(klDivergenceKnn(a, b)).toBe(klDivergenceKnn(a, b, { norm: 'euclidean' }));
});

test('does not depend on the order of rows or on units', () => {
  const [p, q] = [rows(30, 2, 3), rows(20, 2, 4)];
  const rng = createRng('order');
  const value = klDivergenceKnn(p, q);
  expect(klDivergenceKnn(shuffled(p, permutation(30, rng)), shuffled(q, permutation(20, rng)))).toBeCloseTo(value, 12);
  for (const scale of [1e-9, 1e9]) {
    const scaled = (list: number[][]) => list.map((row) => row.map((x) => scale * x));
    expect(klDivergenceKnn(scaled(p), scaled(q))).toBeCloseTo(value, 10);
  }
});

test('local values average to the estimate, one for each row of p', () => {
  const [p, q] = [rows(30, 2, 3), rows(20, 2, 4)];
  const local = localKlDivergenceKnn(p, q);
  expect(local).toHaveLength(30);
  expect(klDivergenceKnn(p, q)).toBe(mean(local));
});

test.each(['max', 'euclidean'] as const)('comes to D(N(0, 1)‖N(1, 4)), to zero between equals, %s norm', (norm) => {
  const between = (m: number, s: number) => (rng: Rng) =>
    klDivergenceKnn(normals(0, 1, 1000, rng), normals(m, s, 1500, rng), { norm });
  expectConsistent(between(1, 2), { truth: 0.4431471806, resolution: 0.015, repeats: 20 });
  expectConsistent(between(0, 1), { truth: 0, resolution: 0.015, repeats: 20 });
});

test('comes to the divergence in the plane', () => {
  const plane = (deviation: number, n: number, rng: Rng) =>
    Array.from({ length: n }, () => [deviation * rng.normal(), deviation * rng.normal()]);
  const estimate = (rng: Rng) => klDivergenceKnn(plane(1, 1000, rng), plane(2, 1000, rng));
  // Twice log 2 + 1/8 − 1/2.
  expectConsistent(estimate, { truth: 2 * Math.LN2 - 0.75, resolution: 0.015, repeats: 20 });
});

describe('bad input', () => {
  const p = [1, 2, 3, 4, 5];
  test.each<[string, () => unknown, string]>([
    ['different dimensions', () => klDivergenceKnn(p, [[1, 2]]), 'q must have as many columns as p, 1, got 2'],
    ['k = n', () => klDivergenceKnn(p, p, { k: 5 }), 'k must be less than the number of points, 5, got 5'],
    ['k > m', () => klDivergenceKnn(p, [7, 8], { k: 3 }), 'k must be at most the number of rows of q, 2, got 3'],
    [
      'a norm',
      () => klDivergenceKnn(p, p, { norm: 'L1' as never }),
      "norm must be one of 'max', 'euclidean', got 'L1'",
    ],
    ['an option', () => klDivergenceKnn(p, p, { base: 2 } as never), "klDivergenceKnn has no option 'base'"],
    [
      'points repeated in p',
      () => klDivergenceKnn([3, 1, 1], [7, 8], { k: 1 }),
      'p repeats row 1 too often: its distance to neighbour 1 in p is zero',
    ],
    [
      'points of p among q',
      () => klDivergenceKnn([1, 2, 3], [7, 2, 2], { k: 2 }),
      'q repeats row 1 of p: its distance to neighbour 2 in q is zero',
    ],
  ])('%s', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
