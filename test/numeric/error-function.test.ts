import { expect, test } from 'vitest';
import { erf, erfc } from '../../src/numeric/error-function.js';
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

test('the complement is exact however small', () => {
  // mpmath 1.3, erfc(x).
  const known = [
    [0.1, 0.887537083981715],
    [1, 0.15729920705028513],
    [1.9, 0.0072095707647425325],
    [2, 0.004677734981047266],
    [2.1, 0.002979466656332984],
    [3, 2.209049699858544e-5],
    [5, 1.537459794428035e-12],
    [10, 2.088487583762545e-45],
    [20, 5.395865611607901e-176],
    [26, 5.663192408856143e-296],
    [-1, 1.842700792949715],
    [-3, 1.9999779095030015],
  ];
  for (const [x, value] of known) expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-13);
  expect([erfc(0), erfc(40), erfc(Infinity), erfc(-Infinity)]).toEqual([1, 0, 0, 2]);
});
