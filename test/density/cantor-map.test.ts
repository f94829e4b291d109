import { describe, expect, test } from 'vitest';
import { cantorMap } from '../../src/density/cantor-map.js';
import { changeOfVariables, diffeomorphismErrors } from '../../src/density/change-of-variables.js';
import { uniformDensity } from '../../src/density/uniform-density.js';
import { cantorFunction } from '../../src/numeric/cantor-function.js';
import { createRng } from '../../src/random/rng.js';
import { kolmogorovSmirnov } from '../statistics.js';

const anchors = uniformDensity(0, 2).sample(4000, createRng('cantor')).to1DArray();

describe('the map that is reversible and no diffeomorphism', () => {
  test('is undone by its inverse, and increases', () => {
    for (const y of anchors.slice(0, 500)) {
      const [x] = cantorMap.forward([y]);
      // The inverse is only Hölder continuous: an error of 1e-16 in x is one of 1e-10 in y.
      expect(cantorMap.inverse([x])[0]).toBeCloseTo(y, 8);
    }
    const images = anchors.toSorted((a, b) => a - b).map((y) => cantorMap.forward([y])[0]);
    expect(images.every((x, i) => i === 0 || x >= images[i - 1])).toBe(true);
    expect(cantorMap.inverse([-0.1])[0]).toBeNaN();
    expect(cantorMap.inverse([1.1])[0]).toBeNaN();
  });

  test('takes a uniform variable to one with the distribution function (x + c(x))/2', () => {
    const images = Float64Array.from(anchors, (y) => cantorMap.forward([y])[0]);
    expect(kolmogorovSmirnov(images, (x) => (x + cantorFunction(x)) / 2)).toBeLessThan(1.95);
  });

  test('has half of its probability where the formula finds none', () => {
    const [log] = changeOfVariables(uniformDensity(0, 2), cantorMap).logDensity([0.5]);
    expect(Math.exp(log)).toBeCloseTo(1 / 2, 12);
  });

  test('is found out by differences', () => {
    expect(diffeomorphismErrors(cantorMap, anchors.slice(0, 50)).logAbsDetJacobian).toBeGreaterThan(0.1);
  });
});
