import { describe, expect, test } from 'vitest';
import { empiricalRiskMinimiser } from '../../src/learning/empirical-risk-minimiser.js';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { empiricalRisks, populationRisks } from '../../src/learning/risk.js';

const distance = new LearningProblem({
  instances: [0, 1, 3],
  hypotheses: ['low', 'high'],
  loss: (w, z) => (w === 'low' ? z : z - 4),
});

test('risks are mean losses, under a law and on data', () => {
  expect(populationRisks(distance, [0.5, 0.25, 0.25])).toEqual([1, -3]);
  expect(empiricalRisks(distance, [1, 2, 1])).toEqual([5 / 4, -11 / 4]);
});

test('the bound is of |ℓ|, the oscillation is within a hypothesis', () => {
  expect(distance.lossBound).toBe(4);
  expect(distance.oscillation).toBe(3);
});

test('the bound is found of as many losses as there are', () => {
  const places = Array.from({ length: 600 }, (_, i) => i);
  const many = new LearningProblem({ instances: places, hypotheses: places, loss: (w, z) => w - z });
  expect(many.lossBound).toBe(599);
});

test('so are both of more hypotheses than a call has arguments', () => {
  const hypotheses = Array.from({ length: 200_000 }, (_, i) => i);
  const many = new LearningProblem({ instances: [0, 1], hypotheses, loss: (w, z) => (w + z) % 2 });
  expect([many.lossBound, many.oscillation]).toEqual([1, 1]);
  const [first, second] = empiricalRiskMinimiser.posterior(many, { points: [1], counts: [0, 1] });
  expect([first, second]).toEqual([0, 1 / 100_000]);
});

test('more losses than there is room for are refused before any is evaluated', () => {
  const places = Array.from({ length: 5000 }, (_, i) => i);
  const never = () => {
    throw new Error('evaluated');
  };
  expect(() => new LearningProblem({ instances: places, hypotheses: places, loss: never })).toThrow(
    'the losses of 5000 hypotheses on 5000 instances are 25000000 numbers, more than 16777216',
  );
});

describe('bad input', () => {
  const loss = (_: unknown, z: number) => 1 / z;
  test.each<[string, () => unknown, string]>([
    [
      'no instances',
      () => new LearningProblem({ instances: [], hypotheses: [0], loss }),
      'instances must not be empty',
    ],
    [
      'no hypotheses',
      () => new LearningProblem({ instances: [1], hypotheses: [], loss }),
      'hypotheses must not be empty',
    ],
    [
      'an infinite loss',
      () => new LearningProblem({ instances: [1, 0], hypotheses: ['w'], loss }),
      'the loss of w on 0 must be finite, got Infinity',
    ],
    ['a law of other instances', () => populationRisks(distance, [1]), 'law must have 3 probabilities, got 1'],
    ['counts of other instances', () => empiricalRisks(distance, [1]), 'counts must have 3 entries, got 1'],
    ['no data', () => empiricalRisks(distance, [0, 0, 0]), 'counts must have a positive sum, got 0'],
    ['no counts', () => empiricalRisks(distance, [2, -1, 1]), 'counts[1] must be a finite non-negative number, got -1'],
    ['no law', () => populationRisks(distance, [1, 1, -1]), 'law[2] must be a finite non-negative number, got -1'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
