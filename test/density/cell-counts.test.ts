import { describe, expect, test } from 'vitest';
import { cellCounts } from '../../src/density/cell-counts.js';
import { uniformDensity } from '../../src/density/uniform-density.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { chiSquareScore, normalDistribution } from '../statistics.js';

const normal = new GaussianMixture({ weights: [1], means: [[0]], covariances: [[[1]]] });
const plane = new GaussianMixture({
  weights: [1],
  means: [[0, 0]],
  covariances: [
    [
      [1, 0],
      [0, 4],
    ],
  ],
});

describe('counts by cells', () => {
  test('put each point into the cell whose lower edge it has reached, and the rest into the last', () => {
    const { observed } = cellCounts(uniformDensity(0, 3), [-0.1, 0, 0.5, 1, 2.9, 3, 4], [[0, 1, 2, 3]]);
    expect(observed).toEqual([2, 1, 1, 3]);
  });

  test('go through the plane by the first coordinate, then by the second', () => {
    const points = [
      [0.5, 0.5],
      [0.5, 1.5],
      [1.5, 0.5],
      [1.5, 0.6],
      [9, 0],
    ];
    const axis = [0, 1, 2];
    expect(cellCounts(plane, points, [axis, axis]).observed).toEqual([1, 1, 2, 0, 1]);
  });

  test('expect the probability of each cell: on a line, and in the plane as a product', () => {
    const edges = [-2, -0.5, 0, 1, 3];
    const between = (scale: number) =>
      edges.slice(1).map((to, i) => normalDistribution(to / scale) - normalDistribution(edges[i] / scale));
    const onLine = cellCounts(normal, [0, 1, 2, 3], [edges]).expected.map((count) => count / 4);
    const rest = 1 - between(1).reduce((a, b) => a + b);
    for (const [i, probability] of [...between(1), rest].entries()) expect(onLine[i]).toBeCloseTo(probability, 9);
    const inPlane = cellCounts(plane, [[0, 0]], [edges, edges]).expected;
    const products = between(1).flatMap((p) => between(2).map((q) => p * q));
    for (const [i, product] of products.entries()) expect(inPlane[i]).toBeCloseTo(product, 8);
  });

  test('agree for draws', () => {
    const edges = [-3, -2, -1, 0, 1, 2, 3];
    const { observed, expected } = cellCounts(plane, plane.sample(5000, createRng(1)), [edges, edges]);
    expect(observed.reduce((a, b) => a + b)).toBe(5000);
    expect(expected.reduce((a, b) => a + b)).toBeCloseTo(5000, 4);
    expect(Math.abs(chiSquareScore(observed, expected))).toBeLessThan(3.5);
  });

  test('refuse what does not fit together', () => {
    expect(() => cellCounts(normal, [[0, 1]], [[0, 1]])).toThrow('must have one dimension, got 1, 2 and 1');
    expect(() => cellCounts(normal, [0], [[0]])).toThrow('edges[0] must be 2 or more numbers, got 1');
    expect(() => cellCounts(normal, [0], [[1, 0]])).toThrow('edges[0] must be in ascending order, got 0 at place 1');
    const solid = { dimension: 3, logDensity: () => new Float64Array(0) };
    expect(() => cellCounts(solid, [0], [[0, 1]])).toThrow('cells are for 1 or 2 dimensions, got 3');
    expect(() => cellCounts({} as never, [0], [[0, 1]])).toThrow('density must be a density');
  });
});
