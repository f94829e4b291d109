import { describe, expect, test } from 'vitest';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { uniformDensity } from '../../src/density/uniform-density.js';
import { createRng } from '../../src/random/rng.js';
import { kolmogorovSmirnov } from '../statistics.js';

describe('a uniform density', () => {
  const density = uniformDensity(-1, 3);

  test('is one over the length inside, and zero outside', () => {
    expect([...density.logDensity([-1.1, -1, 0, 3, 3.1])]).toEqual([
      -Infinity,
      -Math.log(4),
      -Math.log(4),
      -Math.log(4),
      -Infinity,
    ]);
  });

  test('has the entropy log of its length', () => {
    expect(differentialEntropy(density, { method: 'quadrature' })).toBeCloseTo(Math.log(4), 12);
  });

  test('draws from it', () => {
    const draws = Float64Array.from(density.sample(2000, createRng(1)).to1DArray());
    expect(kolmogorovSmirnov(draws, (x) => (x + 1) / 4)).toBeLessThan(1.95);
  });

  test('refuses an interval without a length, and points in a plane', () => {
    expect(() => uniformDensity(2, 2)).toThrow('an interval must have a finite positive length, got one from 2 to 2');
    expect(() => uniformDensity(0, Infinity)).toThrow('to must be a finite number, got Infinity');
    expect(() => density.logDensity([[0, 1]])).toThrow('X must have 1 column, got 2');
  });
});
