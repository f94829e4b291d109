import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integrate } from '../../src/numeric/quadrature.js';

/** To a relative tolerance, with the number of points it took. */
function integral(f: (x: number) => number, breakpoints: readonly number[], tolerance = 1e-11) {
  let points = 0;
  const { value } = integrate(
    (x, values, weights) => {
      points += x.length;
      x.forEach((at, i) => {
        values[i] = f(at);
        weights[i] = Math.abs(values[i]);
      });
    },
    breakpoints,
    tolerance,
  );
  return { value, points };
}

const normal = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

describe('one panel', () => {
  test('is exact for polynomials of degree 21, as Clenshaw and Curtis’s rule of 21 points is', () => {
    for (let degree = 0; degree <= 21; degree++) {
      const { value, points } = integral((x) => (degree + 1) * x ** degree, [0, 2], 1);
      expect(points).toBe(21);
      expect(value / 2 ** (degree + 1)).toBeCloseTo(1, 12);
    }
  });

  test('is enough for polynomials of degree 11, where the rule of 11 points agrees, and not for degree 12', () => {
    expect(integral((x) => 12 * x ** 11, [0, 1], 1e-14).points).toBe(21);
    expect(integral((x) => 13 * x ** 12, [0, 1], 1e-14).points).toBeGreaterThan(21);
  });
});

describe('refinement', () => {
  test.each([
    ['a peak', normal, [-9, 0, 9], 1],
    ['an end where the derivative is infinite', Math.sqrt, [0, 1], 2 / 3],
    ['a kink', (x: number) => Math.abs(x - 0.3), [0, 1], 0.29],
    ['a jump', (x: number) => (x < 0.3 ? 1 : 0), [0, 1], 0.3],
    ['oscillation', (x: number) => Math.sin(50 * x), [0, 1], (1 - Math.cos(50)) / 50],
    ['an infinity at the end', (x: number) => -Math.log(x), [0, 1], 1],
    ['a derivative that is infinite at both ends', (x: number) => Math.sqrt(x * (1 - x)), [0, 1], Math.PI / 8],
  ])('reaches 1e-11 with %s', (_, f, breakpoints, exact) => {
    const { value, points } = integral(f, breakpoints);
    expect(Math.abs(value / exact - 1)).toBeLessThan(1e-11);
    expect(points).toBeLessThan(2000);
  });

  test('goes where breakpoints say that something is, however narrow', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.integer({ min: -6, max: 2 }),
        (centre, exponent) => {
          const s = 10 ** exponent;
          const breakpoints = [-2000, centre - 9 * s, centre, centre + 9 * s, 2000];
          // The nodes themselves are rounded, by 1e-13 around 1000.
          expect(integral((x) => normal((x - centre) / s) / s, breakpoints).value).toBeCloseTo(
            1,
            exponent < -3 ? 6 : 9,
          );
        },
      ),
    );
  });

  test('does not see a jump that is at a breakpoint', () => {
    expect(integral((x) => (x < 0.3 ? 1 : 2), [0, 0.3, 1]).points).toBe(42);
    expect(integral((x) => (x <= 0.3 ? 1 : 2), [0, 0.3, 1]).points).toBe(42);
  });

  test('stops at the tolerance, measured by the weight', () => {
    const of = (tolerance: number) => integral(Math.sqrt, [0, 1], tolerance);
    expect(of(1e-4).points).toBeLessThan(of(1e-8).points);
    expect(of(1e-8).points).toBeLessThan(of(1e-12).points);
    let points = 0;
    const { value, mass } = integrate(
      (x, values, weights) => {
        points += x.length;
        values.set(x.map(Math.sqrt));
        weights.fill(2e4 / 3);
      },
      [0, 1],
      1e-8,
    );
    expect(points).toBe(of(1e-4).points);
    expect(value).toBe(of(1e-4).value);
    expect(mass).toBeCloseTo(2e4 / 3, 8);
  });

  test('notices a kink however near to an end of the panel', () => {
    for (const x0 of [1e-2, 1e-3, 1e-4, 1e-5, 1 - 1e-3, 1 - 1e-5]) {
      const exact = (x0 * x0) / 2 + (1 - x0) ** 2 / 2;
      expect(Math.abs(integral((x) => Math.abs(x - x0), [0, 1]).value - exact)).toBeLessThan(1e-11);
    }
  });

  test('does not try to be better than rounding, nor where numbers underflow', () => {
    expect(integral((x) => 1e-310 * normal(x), [-9, 0, 9]).points).toBe(42);
    expect(integral((x) => 1e12 * Math.sin(x) + 1e12, [0, 2 * Math.PI], 0).value / 2e12).toBeCloseTo(Math.PI, 12);
  });
});

test('the integral over nothing is zero', () => {
  expect(integral(normal, [1]).value).toBe(0);
  expect(integral(normal, []).value).toBe(0);
});

test.each([
  ['an infinite value', (x: number) => 1 / (x - 0.5) ** 2, [0, 1]],
  ['no number', () => Number.NaN, [0, 1]],
  ['an integral that does not exist', (x: number) => 1 / x, [0, 1]],
])('%s is said so', (_, f, breakpoints) => {
  expect(() => integral(f, breakpoints)).toThrow('the integral from 0 to 1 does not converge: got');
});
