import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LearningProblem } from '../../../src/learning/learning-problem.js';
import { riskDifference } from '../../../src/paper/bounds/risk-difference.js';
import { randomLearning } from '../../learning/random-learning.js';

/** Losses that go from 0 to 1, and from −1 to 1. */
const oneSided = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => (z === 0 ? 1 : 0) });
const twoSided = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => (z === 0 ? 1 : -1) });

describe('(12) and (13)', () => {
  test('the first three relations hold for all losses and laws, and what is printed ≲ is 2, exactly', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, law, task }) => {
        problem.hypotheses.forEach((_, w) => {
          const { lines } = riskDifference(problem, w, law, task);
          expect(lines.map(({ relation }) => relation)).toEqual(['=', '<=', '<=', '<=']);
          expect(lines.slice(0, 3).map(({ holds }) => holds)).toEqual([true, true, true]);
          expect(lines[3].left).toBeCloseTo(2 * lines[3].right, 13);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('with <= for ≲, the last fails as soon as the laws differ', () => {
    const { lines } = riskDifference(oneSided, 0, [0.5, 0.5], [0.4, 0.6]);
    expect(lines[3].holds).toBe(false);
    expect(lines[3].left).toBeCloseTo(0.2, 15);
    expect(lines[3].right).toBeCloseTo(0.1, 15);
  });
});

describe('the difference of two risks', () => {
  test('is at most the oscillation times the total variation', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, law, task }) => {
        problem.hypotheses.forEach((_, w) => {
          expect(riskDifference(problem, w, law, task).sharp.holds).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('is that much for the loss that is greatest where P > Q, whatever P and Q are', () => {
    fc.assert(
      fc.property(randomLearning, fc.double({ min: -3, max: 0, noNaN: true }), ({ law, task }, least) => {
        const extremal = new LearningProblem({
          instances: [...law.keys()],
          hypotheses: ['w'],
          loss: (_, z) => (law[z] > task[z] ? 1 : least),
        });
        const { left, right, terms } = riskDifference(extremal, 0, law, task).sharp;
        expect(left).toBeCloseTo((1 - least) * terms.totalVariation, 13);
        expect(left).toBeCloseTo(right, 13);
      }),
    );
  });

  test('is C·TV for a loss in [0, C], and 2C·TV for one in [−C, C]', () => {
    const [p, q] = [
      [0.7, 0.3],
      [0.2, 0.8],
    ];
    expect(riskDifference(oneSided, 0, p, q).sharp.left).toBeCloseTo(oneSided.lossBound * 0.5, 15);
    expect(riskDifference(twoSided, 0, p, q).sharp.left).toBeCloseTo(2 * twoSided.lossBound * 0.5, 15);
  });
});

describe('bad input', () => {
  test.each<[string, () => unknown, string]>([
    ['a law', () => riskDifference(oneSided, 0, [1], [0.5, 0.5]), 'p must have 2 probabilities, got 1'],
    ['no law', () => riskDifference(oneSided, 0, [0.5, 0.5], [0.5, 0.6]), 'q must sum to 1'],
    [
      'a hypothesis',
      () => riskDifference(oneSided, 1, [1, 0], [0, 1]),
      'hypothesis must be a place from 0 to 0, got 1',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
