import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { lossSubGaussianConstant, subGaussianConstant } from '../../src/learning/sub-gaussian.js';
import { randomLaw } from './random-learning.js';

const variable = fc
  .integer({ min: 2, max: 5 })
  .chain((k) => fc.tuple(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: k, maxLength: k }), randomLaw(k)));

function mean(values: readonly number[], law: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + law[i] * value, 0);
}

/** 2ψ(λ)/λ², by the definition. */
function ratio(values: readonly number[], law: readonly number[], lambda: number): number {
  const centre = mean(values, law);
  const mgf = values.reduce((sum, value, i) => sum + law[i] * Math.exp(lambda * (value - centre)), 0);
  return (2 * Math.log(mgf)) / lambda ** 2;
}

describe('closed forms', () => {
  test('a bit of probability p: σ² = (1 − 2p)/(2 log((1 − p)/p)) (Kearns & Saul 1998)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.499, noNaN: true }), (p) => {
        const expected = (1 - 2 * p) / (2 * Math.log((1 - p) / p));
        expect(subGaussianConstant([0, 1], [1 - p, p]) ** 2 / expected).toBeCloseTo(1, 9);
        expect(subGaussianConstant([5, 3], [p, 1 - p]) ** 2 / expected / 4).toBeCloseTo(1, 9);
      }),
    );
  });

  test('a fair bit: ½, its deviation and Hoeffding’s bound at once', () => {
    expect(subGaussianConstant([0, 1], [0.5, 0.5])).toBeCloseTo(0.5, 15);
    expect(subGaussianConstant([0.05, 0.95], [0.5, 0.5])).toBeCloseTo(0.45, 15);
  });

  test('the number of heads of two coins: the deviation, as of sums of such bits', () => {
    expect(subGaussianConstant([0, 1, 2], [0.25, 0.5, 0.25])).toBeCloseTo(Math.SQRT1_2, 14);
  });

  test('a constant: 0', () => {
    expect(subGaussianConstant([3, 3, 7], [0.5, 0.5, 0])).toBe(0);
  });
});

test('it bounds the cumulant generating function everywhere, and is attained', () => {
  fc.assert(
    fc.property(variable, ([values, law]) => {
      const proxy = subGaussianConstant(values, law) ** 2;
      const range = Math.max(...values) - Math.min(...values) || 1;
      let greatest = 0;
      for (let lambda = 0.01; lambda <= 60; lambda *= 1.01) {
        greatest = Math.max(greatest, ratio(values, law, lambda / range), ratio(values, law, -lambda / range));
      }
      expect(greatest).toBeLessThanOrEqual(proxy * (1 + 1e-9));
      expect(greatest).toBeGreaterThanOrEqual(proxy * (1 - 1e-3));
    }),
    { numRuns: 200 },
  );
});

test('it lies between the deviation and half the range, and scales with the loss', () => {
  fc.assert(
    fc.property(variable, ([values, law]) => {
      const constant = subGaussianConstant(values, law);
      const possible = values.filter((_, i) => law[i] > 0);
      const centre = mean(values, law);
      const deviation = Math.sqrt(
        mean(
          values.map((value) => (value - centre) ** 2),
          law,
        ),
      );
      expect(constant).toBeGreaterThanOrEqual(deviation * (1 - 1e-12));
      expect(constant).toBeLessThanOrEqual(((Math.max(...possible) - Math.min(...possible)) / 2) * (1 + 1e-12));
      const scaled = values.map((value) => 3 - 1e6 * value);
      expect(subGaussianConstant(scaled, law)).toBeCloseTo(1e6 * constant, 3);
    }),
  );
});

test('bad input is named', () => {
  expect(() => subGaussianConstant([0, 1], [1])).toThrow('law must have a probability for each of the 2 values, got 1');
  expect(() => subGaussianConstant([0, 1], [3, 1])).toThrow('law must sum to 1, got a sum of 4');
  expect(() => subGaussianConstant([0, Number.NaN], [0.5, 0.5])).toThrow('values[1] must be finite, got NaN');
});

test('of a problem it is that of the worst hypothesis', () => {
  const problem = new LearningProblem({ instances: [0, 1], hypotheses: [1, 4, 2], loss: (w, z) => w * z });
  expect(lossSubGaussianConstant(problem, [0.5, 0.5])).toBeCloseTo(2, 14);
  expect(() => lossSubGaussianConstant(problem, [1])).toThrow('law must have 2 probabilities, got 1');
});
