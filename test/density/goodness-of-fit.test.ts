import { describe, expect, test } from 'vitest';
import { goodnessOfFit } from '../../src/density/goodness-of-fit.js';
import { planeGrid } from '../../src/density/plane-grid.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';

const line = randomMixture(3, 1, createRng('line'));
const plane = randomMixture(3, 2, createRng('plane'));
const grid = planeGrid({ x: [-14, 14], y: [-14, 14], cells: 200 });

describe('goodness of fit', () => {
  test('integrates a density over all of the line', () => {
    const { mass, freedom } = goodnessOfFit(line, line.sample(1000, createRng(1)), { edges: [-2, 0, 2] });
    expect(mass).toBeCloseTo(1, 10);
    expect(freedom).toBe(3);
  });

  test('passes draws of a mixture of the plane and rejects those of another', () => {
    const draws = plane.sample(2000, createRng(1));
    expect(goodnessOfFit(plane, draws, { grid }).pValue).toBeGreaterThan(1e-3);
    const shifted = draws.clone().add(1);
    expect(goodnessOfFit(plane, shifted, { grid }).pValue).toBeLessThan(1e-9);
  });

  test('bad input is named', () => {
    expect(() => goodnessOfFit({} as never, [1], { edges: [0] })).toThrow('density must be a density');
    expect(() => goodnessOfFit(line, [[1, 2]], { edges: [0] })).toThrow('sample must have 1 columns, got 2');
    expect(() => goodnessOfFit(plane, [[1, 2]], { edges: [0] })).toThrow('edges are for 1 dimension, got 2');
    expect(() => goodnessOfFit(line, [1], { grid })).toThrow(
      'a grid of the plane is for densities in 2 dimensions, got 1',
    );
  });

  test('edges must be there and in order', () => {
    expect(() => goodnessOfFit(line, [1], { edges: [] })).toThrow('edges must be 1 or more numbers, got 0');
    expect(() => goodnessOfFit(line, [1], { edges: [0, 2, 1] })).toThrow(
      'edges must be in ascending order, got 1 at place 2',
    );
    expect(() => goodnessOfFit(line, [1], { edges: [0, Number.NaN] })).toThrow(
      'edges[1] must be a finite number, got NaN',
    );
  });
});
