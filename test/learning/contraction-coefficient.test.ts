import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeEntropy } from '../../src/information/divergence.js';
import {
  binarySymmetricChannel,
  type Channel,
  channelInformation,
  composeChannels,
  erasureChannel,
  outputLaw,
  zChannel,
} from '../../src/learning/channel.js';
import { contractionCoefficient, dobrushinCoefficient } from '../../src/learning/contraction-coefficient.js';
import { randomChannel, randomLaw } from './random-learning.js';

const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('closed forms', () => {
  test('binary symmetric: (1 − 2p)², with 1 − 2p by Dobrushin', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(contractionCoefficient(binarySymmetricChannel(p))).toBeCloseTo((1 - 2 * p) ** 2, 14);
        expect(dobrushinCoefficient(binarySymmetricChannel(p))).toBeCloseTo(Math.abs(1 - 2 * p), 14);
      }),
    );
  });

  test('erasure of any alphabet: 1 − e', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), probability, (inputs, e) => {
        expect(contractionCoefficient(erasureChannel(inputs, e))).toBeCloseTo(1 - e, 14);
        expect(dobrushinCoefficient(erasureChannel(inputs, e))).toBeCloseTo(1 - e, 14);
      }),
    );
  });

  test('Z: 1 − p, in the limit of rare ones', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(contractionCoefficient(zChannel(p))).toBeCloseTo(1 - p, 14);
      }),
    );
  });

  test('symmetric on k letters, one kept with probability 1 − e and e/(k − 1) for each other', () => {
    // Two rows differ in two places, as a binary symmetric channel that is used with probability c = 1 − e + e/(k − 1).
    const [k, e] = [4, 0.3];
    const channel = Array.from({ length: k }, (_, x) =>
      Array.from({ length: k }, (__, y) => (x === y ? 1 - e : e / (k - 1))),
    );
    const used = 1 - e + e / (k - 1);
    const flipped = e / (k - 1) / used;
    expect(contractionCoefficient(channel)).toBeCloseTo(used * (1 - 2 * flipped) ** 2, 14);
  });

  test('a deterministic layer does not contract, however much it loses, unless it is constant', () => {
    const merging = [
      [1, 0],
      [1, 0],
      [0, 1],
    ];
    expect(contractionCoefficient(merging)).toBe(1);
    expect(contractionCoefficient([[1], [1], [1]])).toBe(0);
    expect(contractionCoefficient([[0.2, 0.8]])).toBe(0);
  });

  test('it is 1 exactly if two inputs have no output in common', () => {
    const typewriter = [
      [0.5, 0.5, 0],
      [0, 0.5, 0.5],
      [0.5, 0, 0.5],
    ];
    expect(contractionCoefficient(typewriter)).toBeCloseTo(0.5, 14);
    const longer = [
      [0.5, 0.5, 0, 0],
      [0, 0.5, 0.5, 0],
      [0, 0, 0.5, 0.5],
    ];
    expect(contractionCoefficient(longer)).toBe(1);
  });
});

describe('on random channels', () => {
  const channels = fc
    .record({ inputs: fc.integer({ min: 2, max: 4 }), outputs: fc.integer({ min: 2, max: 4 }) })
    .chain(({ inputs, outputs }) => fc.tuple(randomChannel(inputs, outputs), randomLaw(inputs), randomLaw(inputs)));

  test('no pair of input laws keeps more of its relative entropy', () => {
    fc.assert(
      fc.property(channels, ([channel, p, q]) => {
        const before = relativeEntropy(p, q);
        fc.pre(before > 1e-9 && before < Infinity);
        const after = relativeEntropy(outputLaw(p, channel), outputLaw(q, channel));
        expect(after / before).toBeLessThanOrEqual(contractionCoefficient(channel) + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('nearby laws on two inputs come as close to it as one likes', () => {
    fc.assert(
      fc.property(channels, ([channel]) => {
        const eta = contractionCoefficient(channel);
        let closest = 0;
        for (let x = 0; x < channel.length; x++) {
          for (let other = 0; other < x; other++) {
            for (let i = 0; i <= 400; i++) {
              // Inputs x and other with probability β and 1 − β, more densely towards the ends.
              const beta = 1 / (1 + Math.exp((i - 200) / 10));
              const mixture = (share: number) =>
                channel.map((_, input) => (input === x ? share : input === other ? 1 - share : 0));
              const near = mixture(beta * (1 + 1e-5 * (1 - beta)));
              const kept = relativeEntropy(outputLaw(near, channel), outputLaw(mixture(beta), channel));
              closest = Math.max(closest, kept / relativeEntropy(near, mixture(beta)));
            }
          }
        }
        expect(closest).toBeCloseTo(eta, 3);
      }),
      { numRuns: 40 },
    );
  });

  test('it lies between the square of Dobrushin’s coefficient and that coefficient', () => {
    fc.assert(
      fc.property(channels, ([channel]) => {
        const [eta, dobrushin] = [contractionCoefficient(channel), dobrushinCoefficient(channel)];
        expect(eta).toBeLessThanOrEqual(dobrushin + 1e-14);
        expect(eta).toBeGreaterThanOrEqual(dobrushin ** 2 - 1e-14);
      }),
    );
  });

  test('layers one after the other contract by their product at least, and I(X;Y_L) with them', () => {
    const layers = fc.tuple(randomLaw(3), randomChannel(3, 4), randomChannel(4, 2), randomChannel(2, 3));
    fc.assert(
      fc.property(layers, ([law, source, ...channels]) => {
        const product = channels.reduce((eta, channel) => eta * contractionCoefficient(channel), 1);
        const behind = channelInformation(law, composeChannels([source, ...channels]));
        expect(contractionCoefficient(composeChannels(channels))).toBeLessThanOrEqual(product + 1e-14);
        expect(behind).toBeLessThanOrEqual(product * channelInformation(law, source) + 1e-14);
      }),
      { numRuns: 300 },
    );
  });
});

test('many layers: 20 binary symmetric channels leave (1 − 2p)⁴⁰', () => {
  const layers: Channel[] = new Array(20).fill(binarySymmetricChannel(0.02));
  expect(contractionCoefficient(composeChannels(layers))).toBeCloseTo(0.96 ** 40, 13);
});

test('what is no channel is refused', () => {
  expect(() => contractionCoefficient([])).toThrow('channel must have at least one input');
  expect(() => dobrushinCoefficient([[1], [0.5, 0.5]])).toThrow('channel[1] must have 1 outputs, got 2');
});
