import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeEntropy, totalVariationDistance } from '../../src/information/divergence.js';
import { randomLaw } from '../learning/random-learning.js';

const pairOfLaws = fc.integer({ min: 2, max: 5 }).chain((k) => fc.tuple(randomLaw(k), randomLaw(k)));

describe('relative entropy', () => {
  test('is Σ p log p/q, and infinite where q excludes what p allows', () => {
    expect(relativeEntropy([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 15);
    expect(relativeEntropy([0, 1], [0.5, 0.5])).toBeCloseTo(Math.LN2, 15);
    expect(relativeEntropy([0.5, 0.5], [0, 1])).toBe(Infinity);
  });

  test('is finite where q allows little more than nothing', () => {
    const tiny = Number.MIN_VALUE;
    expect(relativeEntropy([0.5, 0.5], [1, tiny])).toBeCloseTo(-Math.LN2 - Math.log(tiny) / 2, 12);
  });

  test('keeps its digits where the laws are close: ½ Σ (p − q)²/q', () => {
    const d = 1e-9;
    expect(relativeEntropy([0.5 + d, 0.5 - d], [0.5, 0.5]) / (2 * d * d)).toBeCloseTo(1, 6);
  });

  test('satisfies Pinsker’s inequality, and vanishes for equal laws', () => {
    fc.assert(
      fc.property(pairOfLaws, ([p, q]) => {
        expect(relativeEntropy(p, q)).toBeGreaterThanOrEqual(2 * totalVariationDistance(p, q) ** 2 - 1e-15);
        expect(relativeEntropy(p, p)).toBe(0);
      }),
    );
  });
});

test('total variation is the greatest difference of probabilities of an event', () => {
  fc.assert(
    fc.property(pairOfLaws, ([p, q]) => {
      let greatest = 0;
      for (let event = 0; event < 2 ** p.length; event++) {
        const difference = p.reduce((sum, _, i) => sum + ((event >> i) & 1) * (p[i] - q[i]), 0);
        greatest = Math.max(greatest, Math.abs(difference));
      }
      expect(totalVariationDistance(p, q)).toBeCloseTo(greatest, 14);
    }),
  );
});

test('laws of different values are refused', () => {
  expect(() => relativeEntropy([1], [0.5, 0.5])).toThrow('q must have as many values as p, 1, got 2');
  expect(() => totalVariationDistance([0.5, 0.5], [1])).toThrow('q must have as many values as p, 2, got 1');
});
