import fc from 'fast-check';
import { determinant, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { residuals } from '../../src/numeric/residuals.js';
import { createRng } from '../../src/random/rng.js';

const ROUNDING = 1e-14;

describe('what is left of vectors without those before them', () => {
  test('squared, multiplies to the determinant of the cosines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (k, seed) => {
        const rng = createRng(seed);
        const vectors = Array.from({ length: k }, () => Array.from({ length: 7 }, () => rng.normal()));
        const found = residuals(vectors, ROUNDING);
        const cosines = vectors.map((a, i) =>
          vectors.map((b, j) => a.reduce((sum, x, m) => sum + x * b[m], 0) / found[i].length / found[j].length),
        );
        expect(found.reduce((product, { share }) => product * share * share, 1)).toBeCloseTo(
          determinant(new Matrix(cosines)),
          12,
        );
        found.forEach(({ length }, i) => {
          expect(length).toBeCloseTo(Math.hypot(...vectors[i]), 12);
        });
      }),
    );
  });

  test('keeps its digits where next to nothing is left, and at every order of magnitude', () => {
    for (const scale of [1e-300, 1, 1e300]) {
      const [first, second] = residuals([[scale], [scale, 1e-9 * scale]], ROUNDING);
      expect(first).toEqual({ length: scale, share: 1 });
      expect(second.share / 1e-9).toBeCloseTo(1, 9);
      expect(second.length / scale).toBeCloseTo(1, 12);
    }
  });

  test('is nothing of a combination of others, of a repetition, and of zero', () => {
    const [a, b] = [
      [0.1, 0.7, -0.3],
      [1.1, -0.2, 0.5],
    ];
    const sum = a.map((x, i) => 0.3 * x - 7 * b[i]);
    expect(residuals([a, b, sum, a, [0, 0, 0]], ROUNDING).map(({ share }) => share > 0)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
