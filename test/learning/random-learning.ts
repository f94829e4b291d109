import fc from 'fast-check';
import type { Channel } from '../../src/learning/channel.js';
import { empiricalRiskMinimiser } from '../../src/learning/empirical-risk-minimiser.js';
import { gibbsAlgorithm } from '../../src/learning/gibbs-algorithm.js';
import type { LearningAlgorithm } from '../../src/learning/learning-algorithm.js';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { createRng } from '../../src/random/rng.js';

/** A law on k values, also with values of small or no probability. */
export function randomLaw(k: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(1e-3)), { minLength: k, maxLength: k })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const total = weights.reduce((a, b) => a + b);
      return weights.map((weight) => weight / total);
    });
}

export function randomChannel(inputs: number, outputs: number): fc.Arbitrary<Channel> {
  return fc.array(randomLaw(outputs), { minLength: inputs, maxLength: inputs });
}

/** Posteriors drawn at random for each dataset, up to order or not: no sensible learner, but any kernel is allowed. */
export function arbitraryKernel(seed: number, symmetric: boolean, concentration = 0.5): LearningAlgorithm {
  return {
    symmetric,
    posterior({ hypotheses }, { points, counts }) {
      const key = (symmetric ? counts : points).join();
      return createRng(seed)
        .split(key)
        .dirichlet(hypotheses.map(() => concentration));
    },
  };
}

const randomAlgorithm = fc.oneof(
  fc.constant(empiricalRiskMinimiser),
  fc.double({ min: 0, max: 20, noNaN: true }).map((beta) => gibbsAlgorithm(beta)),
  fc.tuple(fc.nat(), fc.boolean()).map(([seed, symmetric]) => arbitraryKernel(seed, symmetric)),
);

export const randomProblem = fc
  .record({ k: fc.integer({ min: 2, max: 3 }), hypotheses: fc.integer({ min: 1, max: 3 }) })
  .chain(({ k, hypotheses }) =>
    fc
      .array(fc.array(fc.integer({ min: -4, max: 8 }), { minLength: k, maxLength: k }), {
        minLength: hypotheses,
        maxLength: hypotheses,
      })
      .map(
        (losses) =>
          new LearningProblem({
            instances: [...losses[0].keys()],
            hypotheses: [...losses.keys()],
            loss: (w, z) => losses[w][z] / 4,
          }),
      ),
  );

/** A problem, an algorithm, laws of the instances, and a small number of points. */
export const randomLearning = randomProblem.chain((problem) => {
  const law = randomLaw(problem.instances.length);
  return fc.record({
    problem: fc.constant(problem),
    algorithm: randomAlgorithm,
    law,
    task: law,
    model: law,
    sampleSize: fc.integer({ min: 1, max: 4 }),
  });
});
