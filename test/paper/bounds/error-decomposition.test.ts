import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LearningProblem } from '../../../src/learning/learning-problem.js';
import { enumerateTraining } from '../../../src/learning/training.js';
import { decomposeError } from '../../../src/paper/bounds/error-decomposition.js';
import { randomLearning } from '../../learning/random-learning.js';

/** A loss that goes from −1 to 1, with everything right on one instance and wrong on the other. */
const twoSided = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => (z === 0 ? 1 : -1) });
const oneSided = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => (z === 0 ? 1 : 0) });

/** For every dataset and hypothesis: calls with a dataset's empirical risk. */
const everySystem = randomLearning.map(({ problem, algorithm, law, task, model, sampleSize }) => ({
  problem,
  laws: { task, model, generated: law },
  training: enumerateTraining(problem, algorithm, { law, sampleSize }),
}));

describe('Lemma 3.1', () => {
  test('(11), (14) and (1) hold for losses in [0, C], on every dataset', () => {
    fc.assert(
      fc.property(everySystem, ({ problem, laws, training }) => {
        const shifted = new LearningProblem({
          instances: problem.instances,
          hypotheses: problem.hypotheses,
          loss: (w, z) => problem.losses[w as number][z as number] + 1,
        });
        for (const { empiricalRisks } of training.outcomes) {
          empiricalRisks.forEach((risk, w) => {
            const { lines, printed } = decomposeError(shifted, w, risk + 1, laws);
            expect(printed.holds).toBe(true);
            expect(lines.map(({ holds }) => holds)).toEqual([true, true, true]);
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('(11) and (1) with the oscillation for C hold for all losses', () => {
    fc.assert(
      fc.property(everySystem, ({ problem, laws, training }) => {
        for (const { empiricalRisks } of training.outcomes) {
          empiricalRisks.forEach((risk, w) => {
            const { lines, sharp, direct, error } = decomposeError(problem, w, risk, laws);
            expect(lines[0].holds && sharp.holds && direct.holds).toBe(true);
            expect(direct.right).toBeLessThanOrEqual(sharp.right + 1e-12);
            expect(sharp.left).toBe(error);
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('(14.2) and (1) fail by a factor of 2 for a loss that goes from −C to C', () => {
    // All synthetic data is 1, all data of the task is 0.
    const laws = { task: [1, 0], model: [0, 1], generated: [0, 1] };
    const { printed, sharp, lines } = decomposeError(twoSided, 0, -1, laws);
    expect([printed.left, printed.right, printed.holds]).toEqual([2, 1, false]);
    expect(lines.map(({ holds }) => holds)).toEqual([true, false, true]);
    expect([sharp.left, sharp.right, sharp.holds]).toEqual([2, 2, true]);
  });

  test('(1) is attained by a loss in [0, C]', () => {
    const laws = { task: [1, 0], model: [0, 1], generated: [0, 1] };
    const { printed } = decomposeError(oneSided, 0, 0, laws);
    expect([printed.left, printed.right]).toEqual([1, 1]);
    expect(printed.vacuous).toBe(true);
  });

  test('a detour by the model law only loosens it: TV(𝒟, 𝒟_gen) is never more', () => {
    const laws = { task: [0.5, 0.5], model: [0, 1], generated: [0.5, 0.5] };
    const { printed, direct, error } = decomposeError(oneSided, 0, 0.5, laws);
    expect(error).toBe(0);
    expect(printed.right).toBe(1);
    expect(direct.right).toBe(0);
  });
});

describe('bad input', () => {
  const laws = { task: [0.5, 0.5], model: [0.5, 0.5], generated: [0.5, 0.5] };
  test.each<[string, () => unknown, string]>([
    ['a hypothesis', () => decomposeError(oneSided, 2, 0, laws), 'hypothesis must be a place from 0 to 0, got 2'],
    ['a law', () => decomposeError(oneSided, 0, 0, { ...laws, model: [1] }), 'model must have 2 probabilities, got 1'],
    ['no law', () => decomposeError(oneSided, 0, 0, { ...laws, generated: [1, 1] }), 'generated must sum to 1'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
