import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import {
  binarySymmetricChannel,
  type Channel,
  channelInformation,
  composeChannels,
  erasureChannel,
  outputLaw,
  zChannel,
} from '../../src/learning/channel.js';
import { randomChannel, randomLaw } from './random-learning.js';

const chain = fc.record({ law: randomLaw(3), first: randomChannel(3, 2), second: randomChannel(2, 4) });

/** X → Y → Z as a finite distribution. */
function system(law: readonly number[], first: Channel, second: Channel): FiniteDistribution {
  const mass = (row: readonly number[]) => row.map((p, value) => [value, p] as const);
  return FiniteDistribution.empty()
    .source('X', mass(law))
    .channel('Y', ['X'], (x) => mass(first[x]))
    .channel('Z', ['Y'], (y) => mass(second[y]));
}

test('information, composition and output law are those of the finite distribution', () => {
  fc.assert(
    fc.property(chain, ({ law, first, second }) => {
      const exact = system(law, first, second);
      const both = composeChannels([first, second]);
      expect(channelInformation(law, first)).toBeCloseTo(evaluate('I(X;Y)', exact), 12);
      expect(channelInformation(law, both)).toBeCloseTo(evaluate('I(X;Z)', exact), 12);
      outputLaw(law, both).forEach((p, Z) => {
        expect(p).toBeCloseTo(exact.probability({ Z }), 12);
      });
    }),
  );
});

test('a binary symmetric channel of a fair bit carries log 2 − h(p)', () => {
  const h = -0.1 * Math.log(0.1) - 0.9 * Math.log(0.9);
  expect(channelInformation([0.5, 0.5], binarySymmetricChannel(0.1))).toBeCloseTo(Math.LN2 - h, 15);
});

describe('bad input', () => {
  test.each<[string, () => unknown, string]>([
    ['a probability', () => binarySymmetricChannel(1.5), 'p must be a probability, got 1.5'],
    ['an erasure', () => erasureChannel(2, -1), 'e must be a probability, got -1'],
    ['a law of other inputs', () => channelInformation([1], zChannel(0.1)), 'law must have 2 probabilities, got 1'],
    ['a law that is none', () => channelInformation([5, 5], zChannel(0.1)), 'law must sum to 1, got a sum of 10'],
    ['rows that are no laws', () => outputLaw([0.5, 0.5], [[1], [2]]), 'channel[1] must sum to 1, got a sum of 2'],
    ['too many inputs', () => erasureChannel(1e9, 0.1), 'inputs must be at most 4095, got 1000000000'],
    ['nothing to erase', () => erasureChannel(0, 0.1), 'inputs must be a positive integer, got 0'],
    ['not a number', () => zChannel(Number.NaN), 'p must be a probability, got NaN'],
    ['no channels', () => composeChannels([]), 'channels must not be empty'],
    [
      'channels that do not fit',
      () => composeChannels([zChannel(0.1), erasureChannel(3, 0.1)]),
      'channels[1] must have 2 inputs, got 3',
    ],
    ['no row', () => composeChannels([[]]), 'channels[0] must have at least one input'],
    ['ragged rows', () => composeChannels([[[1], [0.5, 0.5]]]), 'channels[0][1] must have 1 outputs, got 2'],
    ['a row that is no law', () => composeChannels([[[0.5, 0.6]]]), 'channels[0][0] must sum to 1'],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
