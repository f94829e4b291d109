import { describe, expect, test } from 'vitest';
import { empiricalRiskMinimiser } from '../../../src/learning/empirical-risk-minimiser.js';
import { expectedAbsoluteError, expectedPopulationRisk } from '../../../src/learning/generalization-error.js';
import { gibbsAlgorithm } from '../../../src/learning/gibbs-algorithm.js';
import type { LearningAlgorithm } from '../../../src/learning/learning-algorithm.js';
import { LearningProblem } from '../../../src/learning/learning-problem.js';
import { constantAlgorithm } from '../../../src/learning/simple-algorithms.js';
import { enumerateTraining } from '../../../src/learning/training.js';
import { compareTraining } from '../../../src/paper/bounds/compare-training.js';

const bit = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });

/** Trained on n bits that are 1 with probability p. */
const trained = (p: number, n: number, algorithm: LearningAlgorithm = empiricalRiskMinimiser) =>
  enumerateTraining(bit, algorithm, { law: [1 - p, p], sampleSize: n });

test('risk, error and information are those of the two trainings on the task', () => {
  const [anchor, synthetic] = [trained(0.8, 2), trained(0.7, 9)];
  const comparison = compareTraining(anchor, synthetic, [0.25, 0.75]);
  expect(comparison.anchor.risk).toBe(expectedPopulationRisk(anchor));
  expect(comparison.synthetic.risk).toBe(expectedPopulationRisk(synthetic, anchor.law));
  expect(comparison.synthetic.error).toBe(expectedAbsoluteError(synthetic, anchor.law));
  expect(comparison.ggmi).toBe(comparison.anchor.information - comparison.synthetic.information);
  const { terms } = comparison.synthetic.bounds.printed;
  expect(terms.taskDivergence).toBeCloseTo(0.05, 14);
  expect(terms.generationDivergence).toBeCloseTo(0.05, 14);
  expect(comparison.anchor.bounds.printed.terms.taskDivergence).toBe(0);
});

describe('more synthetic data of the right law', () => {
  test('is better by every measure, with the same learner', () => {
    const { anchor, synthetic, ggmi } = compareTraining(trained(0.8, 2), trained(0.8, 20), [0.2, 0.8]);
    expect(synthetic.risk).toBeLessThan(anchor.risk);
    expect(synthetic.error).toBeLessThan(anchor.error);
    expect(synthetic.bounds.printed.right).toBeLessThan(anchor.bounds.printed.right);
    expect(ggmi).toBeGreaterThan(0);
  });
});

describe('what GGMI and the bounds do not decide', () => {
  test('GGMI, bound and error prefer 50 synthetic bits of the wrong side to one anchor bit, the risk does not', () => {
    const { anchor, synthetic, ggmi } = compareTraining(trained(0.55, 1), trained(0.45, 50), [0.55, 0.45]);
    expect(ggmi).toBeCloseTo(0.1973, 4);
    expect(synthetic.bounds.printed.right).toBeCloseTo(0.1699, 4);
    expect(anchor.bounds.printed.right).toBeCloseTo(0.5856, 4);
    expect(synthetic.error).toBeCloseTo(0.1051, 4);
    expect(anchor.error).toBeCloseTo(0.495, 14);
    expect(synthetic.risk).toBeCloseTo(0.526, 4);
    expect(anchor.risk).toBeCloseTo(0.495, 14);
  });

  test('a negative GGMI may go with lower risk, error and bound: 8 bits at β = 8 against one at β = 1', () => {
    const { anchor, synthetic, ggmi } = compareTraining(
      trained(0.8, 1, gibbsAlgorithm(1)),
      trained(0.8, 8, gibbsAlgorithm(8)),
      [0.2, 0.8],
    );
    expect(ggmi).toBeCloseTo(-0.0219, 4);
    expect(synthetic.risk).toBeLessThan(anchor.risk - 0.15);
    expect(synthetic.error).toBeLessThan(anchor.error - 0.15);
    expect(synthetic.bounds.repaired.right).toBeLessThan(anchor.bounds.repaired.right);
  });

  test('GGMI is greatest for a model that learns nothing from synthetic data', () => {
    const { anchor, synthetic, ggmi } = compareTraining(
      trained(0.8, 1),
      trained(0.8, 50, constantAlgorithm([1, 0])),
      [0.2, 0.8],
    );
    expect(synthetic.information).toBeCloseTo(0, 15);
    expect(ggmi).toBeCloseTo(anchor.information, 15);
    expect(synthetic.risk).toBeCloseTo(0.8, 13);
    expect(anchor.risk).toBeCloseTo(0.32, 14);
  });
});
