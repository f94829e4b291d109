import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRng } from '../../src/random/rng.js';
import { boundingBox, boxAround, DensityHistogram } from '../../src/synthesis/density-histogram.js';

/** numpy's histogram2d(density=True) with 50 bins over the range of `ranged`, clipped at 1e-10 and normalised, as rows. */
function histogramByTheBook(points: Float64Array, ranged = points): number[][] {
  const n = points.length / 2;
  const axis = (offset: number) => {
    const values = Array.from(ranged).filter((_, i) => i % 2 === offset);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return {
      low,
      width: (high - low) / 50,
      cell: (x: number) => Math.min(49, Math.floor(((x - low) / (high - low)) * 50)),
    };
  };
  const [x, y] = [axis(0), axis(1)];
  const density = Array.from({ length: 50 }, () => new Array<number>(50).fill(0));
  for (let i = 0; i < n; i++) density[x.cell(points[2 * i])][y.cell(points[2 * i + 1])] += 1 / (n * x.width * y.width);
  const clipped = density.map((row) => row.map((value) => Math.max(value, 1e-10)));
  const total = clipped.flat().reduce((a, b) => a + b);
  return clipped.map((row) => row.map((value) => value / total));
}

function divergenceByTheBook(p: number[][], q: number[][]): number {
  let divergence = 0;
  p.forEach((row, i) => {
    row.forEach((probability, j) => {
      divergence += probability * Math.log(probability / q[i][j]);
    });
  });
  return divergence;
}

const sample = (n: number, seed: number, scale = 1) =>
  createRng(seed)
    .fillNormal(new Float64Array(2 * n))
    .map((z) => scale * z);
const filled = (points: Float64Array) => {
  const histogram = new DensityHistogram();
  histogram.fill(points);
  return histogram;
};

describe('the histogram divergence', () => {
  test('is the book’s, for samples of any size and scale, and when refilled', () => {
    const [reused, other] = [new DensityHistogram(), new DensityHistogram()];
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.integer(), fc.constantFrom(1e-3, 1, 50), (n, seed, scale) => {
        const [a, b] = [sample(n, seed), sample(n, seed + 1, scale)];
        reused.fill(a);
        other.fill(b);
        const expected = divergenceByTheBook(histogramByTheBook(a), histogramByTheBook(b));
        expect(reused.divergenceFrom(other)).toBeCloseTo(expected, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('is the book’s on the box around both samples, too, which tells a shift', () => {
    const [a, b] = [sample(500, 1), sample(800, 2).map((x) => x + 1)];
    const both = Float64Array.of(...a, ...b);
    expect(boxAround(boundingBox(a), boundingBox(b))).toEqual(boundingBox(both));
    const [p, q] = [new DensityHistogram(), new DensityHistogram()];
    p.fill(a, boundingBox(both));
    q.fill(b, boundingBox(both));
    const expected = divergenceByTheBook(histogramByTheBook(a, both), histogramByTheBook(b, both));
    expect(p.divergenceFrom(q)).toBeCloseTo(expected, 9);
    expect(expected).toBeGreaterThan(5);
  });

  test('applies the floor to occupied cells, too, when the box is so large that densities fall below it', () => {
    // One point in a cell is a density just below 1e-10, two are above.
    const [a, b] = [sample(300, 1, 5.8e4), sample(300, 2)];
    const cells = histogramByTheBook(a).flat();
    expect(Math.max(...cells) / Math.min(...cells)).toBeLessThan(5);
    const expected = divergenceByTheBook(histogramByTheBook(a), histogramByTheBook(b));
    expect(expected).toBeGreaterThan(0);
    expect(filled(a).divergenceFrom(filled(b))).toBeCloseTo(expected, 9);
  });

  test('is the book’s for more points than are counted at a time', () => {
    const [a, b] = [sample(5001, 1), sample(2049, 2)];
    const expected = divergenceByTheBook(histogramByTheBook(a), histogramByTheBook(b));
    expect(filled(a).divergenceFrom(filled(b))).toBeCloseTo(expected, 9);
    const xs = a.filter((_, i) => i % 2 === 0);
    expect([boundingBox(a).left, boundingBox(a).right]).toEqual([Math.min(...xs), Math.max(...xs)]);
  });

  test('is zero from itself and, unlike a KL divergence, blind to a shift and a change of scale', () => {
    const points = sample(1000, 3);
    expect(filled(points).divergenceFrom(filled(points))).toBe(0);
    const moved = points.map((x) => 4 * x + 1024);
    expect(filled(moved).divergenceFrom(filled(points))).toBeCloseTo(0, 1);
  });

  test('puts points on the upper edges into the last cell', () => {
    const corners = Float64Array.of(0, 0, 1, 1);
    const expected = divergenceByTheBook(histogramByTheBook(corners), histogramByTheBook(sample(100, 1)));
    expect(filled(corners).divergenceFrom(filled(sample(100, 1)))).toBeCloseTo(expected, 9);
  });
});
