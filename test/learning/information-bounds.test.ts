import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binarySymmetricChannel } from '../../src/learning/channel.js';
import { empiricalRiskMinimiser } from '../../src/learning/empirical-risk-minimiser.js';
import {
  absoluteErrorBound,
  absoluteInformationTerm,
  individualSampleBound,
  xuRaginskyBound,
} from '../../src/learning/information-bounds.js';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { withParameterNoise } from '../../src/learning/noisy-algorithms.js';
import { constantAlgorithm, memorisingAlgorithm } from '../../src/learning/simple-algorithms.js';
import { enumerateTraining } from '../../src/learning/training.js';
import { arbitraryKernel, randomLaw, randomLearning, randomProblem } from './random-learning.js';

const bit = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
const fair = [0.5, 0.5];

describe('the bound of Xu & Raginsky', () => {
  test('holds for all random learners, and that of Bu et al. between', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, algorithm, law, sampleSize }) => {
        const training = enumerateTraining(problem, algorithm, { law, sampleSize });
        const whole = xuRaginskyBound(training);
        const single = individualSampleBound(training);
        expect(whole.holds).toBe(true);
        expect(single.holds).toBe(true);
        expect(single.right).toBeLessThanOrEqual(whole.right + 1e-12);
      }),
      { numRuns: 250 },
    );
  });

  test('holds for learners that nearly ignore the data, where it is nearly tight', () => {
    const kernel = fc.tuple(randomProblem, fc.nat()).chain(([problem, seed]) =>
      randomLaw(problem.instances.length).map((law) => ({
        problem,
        law,
        algorithm: arbitraryKernel(seed, true, 300),
      })),
    );
    fc.assert(
      fc.property(kernel, ({ problem, law, algorithm }) => {
        expect(xuRaginskyBound(enumerateTraining(problem, algorithm, { law, sampleSize: 2 })).holds).toBe(true);
      }),
      { numRuns: 200 },
    );
    // One fair bit, remembered with a little noise: ½ − p against √(I/2).
    const nearly = withParameterNoise(memorisingAlgorithm, binarySymmetricChannel(0.49));
    const { left, right } = xuRaginskyBound(enumerateTraining(bit, nearly, { law: fair, sampleSize: 1 }));
    expect(left).toBeCloseTo(0.01, 14);
    expect(left / right).toBeGreaterThan(0.9999);
  });

  test('is ½ against √(log 2 / 2) for one memorised fair bit', () => {
    const { left, right, terms } = xuRaginskyBound(
      enumerateTraining(bit, memorisingAlgorithm, { law: fair, sampleSize: 1 }),
    );
    expect(left).toBe(0.5);
    expect(right).toBeCloseTo(Math.sqrt(Math.LN2 / 2), 14);
    expect(terms.subGaussian).toBeCloseTo(0.5, 14);
  });

  test('says nothing where the hypothesis carries information that the loss does not look at', () => {
    const parity = (x: number) => (x ^ (x >> 1) ^ (x >> 2)) & 1;
    const values = [0, 1, 2, 3, 4, 5, 6, 7];
    const problem = new LearningProblem({ instances: values, hypotheses: values, loss: (w, z) => parity(w ^ z) });
    const law = values.map(() => 1 / 8);
    const bound = xuRaginskyBound(enumerateTraining(problem, memorisingAlgorithm, { law, sampleSize: 1 }));
    expect(bound.left).toBeCloseTo(0.5, 14);
    expect(bound.right).toBeCloseTo(Math.sqrt(Math.log(8) / 2), 13);
    expect(bound.vacuous).toBe(true);
  });
});

describe('the absolute value inside', () => {
  test('is bounded with σ/√n more, for all random learners', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, algorithm, law, sampleSize }) => {
        expect(absoluteErrorBound(enumerateTraining(problem, algorithm, { law, sampleSize })).holds).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  test('needs all of σ/√n: one hypothesis, one fair bit', () => {
    const single = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => z });
    const bound = absoluteErrorBound(enumerateTraining(single, constantAlgorithm([1]), { law: fair, sampleSize: 1 }));
    expect(bound.left).toBe(0.5);
    expect(bound.right).toBeCloseTo(0.5, 14);
    expect(bound.terms.information).toBe(0);
  });

  test('stays of the order of 1/√n when nothing is learned: E|S̄ − ½| √n → 1/√(2π)', () => {
    const single = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => z });
    const n = 400;
    const { left } = absoluteErrorBound(
      enumerateTraining(single, constantAlgorithm([1]), { law: fair, sampleSize: n }),
    );
    expect(left * Math.sqrt(n)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 3);
  });

  test('both of the right sides follow from 2e^{λ²/2} − e^{−λ}, and each is the smaller somewhere', () => {
    for (let lambda = 0.01; lambda < 8; lambda += 0.01) {
      const exact = 2 * Math.exp(lambda ** 2 / 2) - Math.exp(-lambda);
      expect(exact).toBeLessThanOrEqual(Math.exp(lambda + lambda ** 2 / 2) * (1 + 1e-15));
      expect(exact).toBeLessThanOrEqual(2 * Math.exp(lambda ** 2 / 2));
    }
    expect(absoluteInformationTerm(1, 0.01, 1)).toBeCloseTo(1 + Math.sqrt(0.02), 14);
    expect(absoluteInformationTerm(1, 1, 1)).toBeCloseTo(Math.sqrt(2 + 2 * Math.LN2), 14);
  });

  test('nearly as much as that is needed for the minimiser of empirical risk: a bound without it fails from n = 2', () => {
    const training = enumerateTraining(bit, empiricalRiskMinimiser, { law: [1 / 3, 2 / 3], sampleSize: 2 });
    const { left, right } = absoluteErrorBound(training);
    expect(left).toBeCloseTo(8 / 27, 14);
    expect(right).toBeGreaterThan(left);
    expect(xuRaginskyBound(training).right).toBeCloseTo(0.2810253219937, 12);
  });
});
