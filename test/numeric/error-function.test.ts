import { expect, test } from 'vitest';
import { erf } from '../../src/numeric/error-function.js';
import { normalDistribution } from '../statistics.js';

test('known values of the error function', () => {
  // mpmath 1.3, erf(x).
  expect(erf(1e-9)).toBeCloseTo(1.1283791670955127e-9, 24);
  expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 15);
  expect(erf(1)).toBeCloseTo(0.8427007929497149, 15);
  expect(erf(2)).toBeCloseTo(0.9953222650189527, 14);
  expect(erf(3)).toBeCloseTo(0.9999779095030014, 15);
  expect([erf(0), erf(10), erf(Infinity), erf(-Infinity)]).toEqual([0, 1, 1, -1]);
});

test('it is odd, and continues beyond 2 as it was before, as the normal distribution does', () => {
  for (let x = 0; x < 6; x += 0.01) {
    expect(erf(x)).toBeCloseTo(2 * normalDistribution(x * Math.SQRT2) - 1, 14);
    expect(erf(-x)).toBe(-erf(x));
  }
});
