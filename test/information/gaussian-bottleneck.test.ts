import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { gaussianBottleneckRelevance } from '../../src/information/gaussian-bottleneck.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';

describe('the Gaussian bottleneck', () => {
  const variance = fc.double({ min: 0.01, max: 100, noNaN: true });

  test('is attained by X with noise', () => {
    fc.assert(
      fc.property(variance, variance, variance, (x, noise, blur) => {
        const system = LinearGaussian.empty().source('X', x).linear('Y', { X: 1 }, noise).linear('T', { X: 1 }, blur);
        const correlation = Math.sqrt(x / (x + noise));
        const relevance = gaussianBottleneckRelevance(evaluate('I(X;T)', system), correlation);
        expect(relevance).toBeCloseTo(evaluate('I(T;Y)', system), 9);
      }),
    );
  });

  test('starts at nothing with slope r², and ends at I(X;Y)', () => {
    expect(gaussianBottleneckRelevance(0, 0.8)).toBeCloseTo(0, 15);
    expect(gaussianBottleneckRelevance(1e-9, 0.8) / 1e-9).toBeCloseTo(0.64, 6);
    expect(gaussianBottleneckRelevance(50, 0.8)).toBeCloseTo(-Math.log(1 - 0.64) / 2, 12);
  });

  test('keeps its digits where X and Y are nearly the same: 1 − r² (1 − e^(−2 rate)) cancels', () => {
    for (const rate of [1e-12, 1e-3, 1, 10, 16, 18, 20, 30]) {
      for (const distance of [2 ** -10, 2 ** -30, 2 ** -53]) {
        const relevance = gaussianBottleneckRelevance(rate, 1 - distance);
        // As a sum of positive terms.
        const left = distance * (2 - distance) + (1 - distance) ** 2 * Math.exp(-2 * rate);
        if (rate > 1) expect(relevance).toBeCloseTo(-Math.log(left) / 2, 12);
        expect(relevance).toBeGreaterThanOrEqual(0);
        expect(relevance).toBeLessThanOrEqual(rate);
      }
    }
  });

  test('refuses bad input', () => {
    expect(() => gaussianBottleneckRelevance(-1, 0.5)).toThrow('rate must be a finite non-negative number, got -1');
    expect(() => gaussianBottleneckRelevance(1, 1)).toThrow('correlation must be between -1 and 1, got 1');
  });
});
