import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entropyKnn, localEntropyKnn } from '../../src/estimators/entropy-knn.js';
import { digamma } from '../../src/numeric/digamma.js';
import { toSamples } from '../../src/numeric/samples.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { nearestDistances } from '../neighbours/brute-force.js';
import { expectConsistent } from './consistency.js';
import { normals } from './random-samples.js';

test.each([
  [2, 2.96291962763],
  [3, 3.07555710747],
])('1, 2, 3, 4, 5 with k = %d: %d bits', (k, bits) => {
  expect(entropyKnn([1, 2, 3, 4, 5], { k }) / Math.LN2).toBeCloseTo(bits, 11);
});

test('k is 3 and the norm is the maximum unless given', () => {
  const rows = Array.from({ length: 30 }, (_, i) => [Math.sin(i), Math.cos(7 * i)]);
  expect(entropyKnn(rows)).toBe(entropyKnn(rows, { k: 3, norm: 'max' }));
  expect(entropyKnn(rows)).not.toBe(entropyKnn(rows, { norm: 'euclidean' }));
});

/** Volumes of unit balls in one to six dimensions. */
const VOLUMES = {
  max: [2, 4, 8, 16, 32, 64],
  euclidean: [2, Math.PI, (4 / 3) * Math.PI, Math.PI ** 2 / 2, (8 / 15) * Math.PI ** 2, Math.PI ** 3 / 6],
};

describe.each(['max', 'euclidean'] as const)('%s norm', (norm) => {
  test('is ψ(n) − ψ(k) + log c_d + d ⟨log ε⟩, in one to six dimensions', () => {
    for (let d = 1; d <= 6; d++) {
      const data = createRng(d).fillNormal(new Float64Array(50 * d));
      const rows = Array.from({ length: 50 }, (_, i) => [...data.subarray(i * d, (i + 1) * d)]);
      const logs = nearestDistances(toSamples('rows', rows), 4, norm).map(Math.log);
      const expected = digamma(50) - digamma(4) + Math.log(VOLUMES[norm][d - 1]) + d * mean(logs);
      expect(entropyKnn(rows, { k: 4, norm })).toBeCloseTo(expected, 12);
    }
  });

  test('comes to the entropy of normals in the plane', () => {
    const estimate = (rng: ReturnType<typeof createRng>) =>
      entropyKnn(
        Array.from({ length: 1000 }, () => [rng.normal(), 3 * rng.normal()]),
        { norm },
      );
    const truth = Math.log(2 * Math.PI * Math.E) + Math.log(3);
    expectConsistent(estimate, { truth, resolution: 0.015, repeats: 20 });
  });
});

test('comes to the entropy of N(0, 1) and of ½N(−2, 1) + ½N(2, 1)', () => {
  expectConsistent((rng) => entropyKnn(normals(0, 1, 2000, rng)), {
    truth: 1.4189385332,
    resolution: 0.01,
    repeats: 20,
  });
  const halves = (n: number, rng: ReturnType<typeof createRng>) =>
    normals(0, 1, n, rng).map((x) => x + (rng.uniform() < 0.5 ? -2 : 2));
  expectConsistent((rng) => entropyKnn(halves(2000, rng)), { truth: 2.0516587269, resolution: 0.01, repeats: 20 });
});

test('follows units: log |a| for each coordinate scaled by a, nothing for a shift', () => {
  const x = normals(0, 1, 100, createRng('units'));
  const plane = Array.from({ length: 50 }, (_, i) => [x[i], x[50 + i]]);
  expect(entropyKnn(x.map((value) => -8 * value + 1))).toBeCloseTo(entropyKnn(x) + Math.log(8), 12);
  const scaled = plane.map((row) => row.map((value) => value * 1e-9));
  expect(entropyKnn(scaled)).toBeCloseTo(entropyKnn(plane) + 2 * Math.log(1e-9), 10);
});

test.each([1e-170, 1e160])('follows units of %d in both norms', (unit) => {
  const rng = createRng('extremes');
  const rows = Array.from({ length: 60 }, () => [rng.normal(), rng.normal()]);
  const scaled = rows.map((row) => row.map((value) => value * unit));
  for (const norm of ['max', 'euclidean'] as const) {
    expect(entropyKnn(scaled, { norm }) - entropyKnn(rows, { norm })).toBeCloseTo(2 * Math.log(unit), 9);
  }
});

test('local values average to the estimate and belong to their rows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 5, maxLength: 19 }), (values) => {
      const local = localEntropyKnn(values);
      expect(local).toHaveLength(values.length);
      expect(entropyKnn(values)).toBe(mean(local));
      expect([...localEntropyKnn(values.toReversed())]).toEqual([...local].toReversed());
    }),
  );
});

describe('bad input', () => {
  test.each([
    [[1, 2, 3], { k: 3 }, 'k must be less than the number of points, 3, got 3'],
    [[1, 2, 3], {}, 'k must be less than the number of points, 3, got 3'],
    [[1, 2, 3], { k: 0 }, 'k must be a positive integer, got 0'],
    [[1, 2, 3], { k: 1.5 }, 'k must be a positive integer, got 1.5'],
    [[1, 2, 3], { norm: 'manhattan' }, "norm must be one of 'max', 'euclidean', got 'manhattan'"],
    [[1, 2, 3], { K: 1 }, "entropyKnn has no option 'K'; it takes k, norm"],
    [[1, Number.NaN, 3], { k: 1 }, 'samples must be finite, got NaN at row 1, column 0'],
    [[5, 7, 1, 7, 7], { k: 2 }, 'samples repeat row 1 too often: its distance to neighbour 2 is zero; dither takes'],
  ])('%j with %j', (samples, options, message) => {
    expect(() => entropyKnn(samples, options as object)).toThrow(message);
  });

  test('a point repeated no more than k times is no trouble', () => {
    expect(entropyKnn([5, 7, 1, 7, 7], { k: 3 })).toBeGreaterThan(0);
  });
});
