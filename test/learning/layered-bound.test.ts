import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { behindLayers } from '../../src/learning/behind-layers.js';
import {
  binarySymmetricChannel,
  type Channel,
  composeChannels,
  erasureChannel,
  outputLaw,
} from '../../src/learning/channel.js';
import { contractionCoefficient } from '../../src/learning/contraction-coefficient.js';
import { expectedGeneralizationError } from '../../src/learning/generalization-error.js';
import { LAYER_READINGS, type LayerReading, layeredBound } from '../../src/learning/layered-bound.js';
import { LearningProblem } from '../../src/learning/learning-problem.js';
import { withDataNoise, withParameterNoise } from '../../src/learning/noisy-algorithms.js';
import { memorisingAlgorithm } from '../../src/learning/simple-algorithms.js';
import { subGaussianConstant } from '../../src/learning/sub-gaussian.js';
import { enumerateTraining } from '../../src/learning/training.js';
import { datasetInformation } from '../../src/learning/training-information.js';
import { arbitraryKernel, randomChannel, randomLearning } from './random-learning.js';

const bit = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
const memorisedBit = { problem: bit, algorithm: memorisingAlgorithm, law: [0.5, 0.5], sampleSize: 1 };
const informationOfNoisyBit = (p: number) => Math.LN2 + p * Math.log(p) + (1 - p) * Math.log(1 - p);

/** Random learning, with two square layers on the hypotheses and two on the instances. */
const layered = randomLearning.chain(({ problem, algorithm, law, sampleSize }) => {
  const [w, z] = [problem.hypotheses.length, problem.instances.length];
  return fc.record({
    learning: fc.constant({ problem, algorithm, law, sampleSize: Math.min(3, sampleSize) }),
    onHypotheses: fc.tuple(randomChannel(w, 2), randomChannel(2, w)),
    onInstances: fc.tuple(randomChannel(z, 4), randomChannel(4, z)),
  });
});

describe('noise behind and in front of an algorithm', () => {
  test('is what the generating process says: points through channels, then the algorithm, then a channel', () => {
    const channel: Channel = [
      [0.7, 0.2, 0.1],
      [0, 0.5, 0.5],
    ];
    const law = [0.4, 0.6];
    const outputs = new LearningProblem({ instances: [0, 1, 2], hypotheses: [0, 1], loss: (w, z) => w * z });
    const inputs = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => w * z });
    const mass = (row: readonly number[]) => row.map((p, value) => [value, p] as const);
    for (const symmetric of [true, false]) {
      const kernel = arbitraryKernel(5, symmetric);
      const system = [1, 2, 3].reduce(
        (so, i) => so.source(`Z${i}`, mass(law)).channel(`T${i}`, [`Z${i}`], (z) => mass(channel[z])),
        FiniteDistribution.empty(),
      );
      const trained = system
        .channel('V', ['T1', 'T2', 'T3'], (...points) => {
          const counts = [0, 1, 2].map((t) => points.filter((point) => point === t).length);
          return mass(kernel.posterior(outputs, { points, counts }));
        })
        .channel('W', ['V'], (v) => mass(binarySymmetricChannel(0.1)[v]));
      const noisy = withParameterNoise(withDataNoise(kernel, channel), binarySymmetricChannel(0.1));
      const training = enumerateTraining(inputs, noisy, { law, sampleSize: 3 });
      expect(datasetInformation(training)).toBeCloseTo(evaluate('I(Z1,Z2,Z3;W)', trained), 12);
      const loss = trained.expectation(
        ['W', 'Z1', 'Z2', 'Z3'],
        (w, ...points) => (w * (points[0] + points[1] + points[2])) / 3,
      );
      const risk = trained.expectation(['W'], (w) => w * 0.6);
      expect(expectedGeneralizationError(training)).toBeCloseTo(risk - loss, 12);
    }
  });

  test('a network judges an input by the mean loss of its features', () => {
    const network = behindLayers(bit, (w) => [
      erasureChannel(2, 0.5),
      w === 0
        ? [
            [1, 0],
            [0, 1],
            [1, 0],
          ]
        : [
            [1, 0],
            [0, 1],
            [0, 1],
          ],
    ]);
    expect(network.losses).toEqual([
      [0, 0.5],
      [0.5, 0],
    ]);
    expect(() => behindLayers(bit, () => [erasureChannel(2, 0.5)])).toThrow(
      'the last layer must have 2 outputs, got 3',
    );
  });
});

describe('(4) with layers', () => {
  test('holds if their noise is on the parameters, I that before it: I(S;W) <= η^L I(S;W₀)', () => {
    fc.assert(
      fc.property(layered, ({ learning, onHypotheses }) => {
        const { holds, terms } = layeredBound('parameters', { ...learning, layers: onHypotheses });
        const noisy = withParameterNoise(learning.algorithm, composeChannels(onHypotheses));
        const behind = datasetInformation(
          enumerateTraining(learning.problem, noisy, { law: learning.law, sampleSize: learning.sampleSize }),
        );
        expect(behind).toBeLessThanOrEqual(terms.contraction * terms.information + 1e-13);
        expect(holds).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('holds if their noise is fresh at each evaluation, and σ that of the loss on the features', () => {
    fc.assert(
      fc.property(layered, ({ learning, onInstances }) => {
        expect(layeredBound('evaluation', { ...learning, layers: onInstances }).holds).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('holds so for learned layers, too: the loss on the input is √η σ-sub-Gaussian', () => {
    const learned = randomLearning.chain(({ problem, law }) => {
      const k = problem.instances.length;
      return fc.tuple(
        fc.constant(problem),
        fc.constant(law),
        fc.array(randomChannel(k, k), { minLength: 3, maxLength: 3 }),
      );
    });
    fc.assert(
      fc.property(learned, ([problem, law, channels]) => {
        const network = behindLayers(problem, (w) => [channels[w]]);
        problem.losses.forEach((losses, w) => {
          const onFeatures = subGaussianConstant(losses, outputLaw(law, channels[w]));
          const onInput = subGaussianConstant(network.losses[w], law);
          expect(onInput ** 2).toBeLessThanOrEqual(contractionCoefficient(channels[w]) * onFeatures ** 2 + 1e-12);
        });
      }),
      { numRuns: 250 },
    );
  });

  test('without noise, all readings are the bound of Xu & Raginsky', () => {
    const layers = [binarySymmetricChannel(0)];
    for (const reading of LAYER_READINGS) {
      const { left, right } = layeredBound(reading, { ...memorisedBit, layers });
      expect(left).toBeCloseTo(0.5, 14);
      expect(right).toBeCloseTo(Math.sqrt(Math.LN2 / 2), 13);
    }
  });
});

describe('one memorised fair bit and one binary symmetric layer, η = (1 − 2p)²', () => {
  const p = 0.25;
  const [eta, information] = [(1 - 2 * p) ** 2, informationOfNoisyBit(p)];
  const memorised = Math.sqrt(Math.LN2 / 2);

  test.each<[LayerReading, number, number, boolean]>([
    ['parameters', 0.25, Math.sqrt(eta) * memorised, true],
    ['evaluation', 0.25, Math.sqrt(eta) * memorised, true],
    ['network', 0.25, eta * memorised, false],
    ['training', 0.25, Math.sqrt((eta * information) / 2), false],
    ['augmentation', 0.5, Math.sqrt((eta * information) / 2), false],
  ])('%s: %f against %f', (reading, left, right, holds) => {
    const bound = layeredBound(reading, { ...memorisedBit, layers: [binarySymmetricChannel(p)] });
    expect(bound.left).toBeCloseTo(left, 14);
    expect(bound.right).toBeCloseTo(right, 13);
    expect(bound.holds).toBe(holds);
  });

  test('the network’s own σ fails once 1 − 2p is below 1/√(2 log 2) = 0.849', () => {
    const at = (flip: number) => layeredBound('network', { ...memorisedBit, layers: [binarySymmetricChannel(flip)] });
    expect(at(0.07).holds).toBe(true);
    expect(at(0.08).holds).toBe(false);
  });

  test('noisy training fails for every η below some, augmentation by any factor as p tends to ½', () => {
    const at = (reading: LayerReading, flip: number) =>
      layeredBound(reading, { ...memorisedBit, layers: [binarySymmetricChannel(flip)] });
    expect(at('training', 0.49).left / at('training', 0.49).right).toBeCloseTo(1 / 0.02, 1);
    expect(at('augmentation', 0.49).left / at('augmentation', 0.49).right).toBeGreaterThan(1000);
  });
});

test('η of each layer multiplies, so that depth counts', () => {
  const layers = [
    binarySymmetricChannel(0.1),
    erasureChannel(2, 0.3),
    [
      [1, 0],
      [0, 1],
      [0.5, 0.5],
    ],
  ];
  const { terms } = layeredBound('evaluation', { ...memorisedBit, layers });
  expect(terms.contraction).toBeCloseTo(0.64 * 0.7 * contractionCoefficient(layers[2]), 14);
});

describe('bad input', () => {
  test('an unknown reading', () => {
    const layers = [binarySymmetricChannel(0.1)];
    expect(() => layeredBound('weights' as never, { ...memorisedBit, layers })).toThrow(
      "reading must be one of 'parameters', 'evaluation', 'network', 'training', 'augmentation', got 'weights'",
    );
  });

  test('more noisy datasets than there is time for', () => {
    const ordered = { symmetric: false, posterior: () => [0.5, 0.5] };
    const layers = [binarySymmetricChannel(0.1)];
    const many = { problem: bit, algorithm: ordered, law: [1, 0], sampleSize: 40, layers };
    expect(() => layeredBound('training', many)).toThrow(
      'there are more than 16384 noisy datasets of one with 40 points',
    );
  });

  test.each(LAYER_READINGS)('layers that do not fit: %s', (reading) => {
    expect(() => layeredBound(reading, { ...memorisedBit, layers: [erasureChannel(3, 0.1)] })).toThrow(RangeError);
    expect(() => layeredBound(reading, { ...memorisedBit, layers: [] })).toThrow('channels must not be empty');
  });
});
