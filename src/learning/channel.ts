import { relativeEntropy } from '../information/divergence.js';
import {
  requireAtMost,
  requireList,
  requirePositiveInteger,
  requireProbabilities,
  requireProbability,
} from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { pow } from '../numeric/power.js';

/** A discrete memoryless channel: for each input a row with the probabilities of the outputs. */
export type Channel = readonly (readonly number[])[];

/**
 * Flips a bit with probability p.
 *
 * @throws RangeError unless 0 <= p <= 1
 */
export function binarySymmetricChannel(p: number): Channel {
  requireProbability('p', p);
  return [
    [1 - p, p],
    [p, 1 - p],
  ];
}

/** Of a channel that is made: its matrix has as many rows. */
const MOST_INPUTS = pow(2, 12) - 1;

/**
 * Loses its input with probability e, and then gives the last output.
 *
 * @throws RangeError unless there are inputs, at most 4095, and 0 <= e <= 1
 */
export function erasureChannel(inputs: number, e: number): Channel {
  requirePositiveInteger('inputs', inputs);
  requireAtMost('inputs', inputs, MOST_INPUTS);
  requireProbability('e', e);
  return Array.from({ length: inputs }, (_, x) =>
    Array.from({ length: inputs + 1 }, (_, y) => (y === inputs ? e : y === x ? 1 - e : 0)),
  );
}

/**
 * Turns 1 into 0 with probability p, and leaves 0 as it is.
 *
 * @throws RangeError unless 0 <= p <= 1
 */
export function zChannel(p: number): Channel {
  requireProbability('p', p);
  return [
    [1, 0],
    [p, 1 - p],
  ];
}

/**
 * One channel after the other.
 *
 * @throws RangeError unless there are any, rows are distributions, and each has as many inputs as the one before outputs
 */
export function composeChannels(channels: readonly Channel[]): Channel {
  requireList('channels', channels);
  if (channels.length === 0) throw new RangeError('channels must not be empty');
  Array.from(channels).forEach((channel, i) => {
    requireList(`channels[${i}]`, channel);
    requireChannel(`channels[${i}]`, channel, i > 0 ? channels[i - 1][0].length : channel.length);
  });
  return channels.reduce((first, second) => first.map((row) => mixture(row, second)));
}

/**
 * The distribution of the output, given that of the input.
 *
 * @throws RangeError unless the law is a distribution, and there is a row for each input, each of them a distribution
 */
export function outputLaw(law: ArrayLike<number>, channel: Channel): number[] {
  requireInput(law, channel);
  return mixture(law, channel);
}

/** The rows of a channel, weighted by a law: `outputLaw` without checks. */
export function mixture(law: ArrayLike<number>, channel: Channel): number[] {
  return Array.from(channel[0], (_, y) => compensatedSum(law.length, (x) => law[x] * channel[x][y]));
}

function requireInput(law: ArrayLike<number>, channel: Channel): void {
  requireList('channel', channel);
  requireChannel('channel', channel, channel.length);
  requireList('law', law);
  if (law.length !== channel.length) {
    throw new RangeError(`law must have ${channel.length} probabilities, got ${law.length}`);
  }
  requireProbabilities('law', law);
}

/**
 * I(X;Y) in nats for an input distribution and a channel: Σ P(x) D(P(·|x) ‖ P_Y).
 *
 * @throws like {@link outputLaw}
 */
export function channelInformation(law: ArrayLike<number>, channel: Channel): number {
  requireInput(law, channel);
  return informationOf(law, channel);
}

/** `channelInformation` without checks. */
export function informationOf(law: ArrayLike<number>, channel: Channel): number {
  const output = mixture(law, channel);
  return compensatedSum(law.length, (x) => (law[x] > 0 ? law[x] * relativeEntropy(channel[x], output) : 0));
}

/** @throws RangeError unless each row is a distribution over the same outputs, and there is one for each of the inputs */
export function requireChannel(name: string, channel: Channel, inputs: number): void {
  requireList(name, channel);
  if (channel.length === 0) throw new RangeError(`${name} must have at least one input`);
  if (channel.length !== inputs) throw new RangeError(`${name} must have ${inputs} inputs, got ${channel.length}`);
  Array.from(channel).forEach((row, x) => {
    requireList(`${name}[${x}]`, row);
    if (row.length !== channel[0].length) {
      throw new RangeError(`${name}[${x}] must have ${channel[0].length} outputs, got ${row.length}`);
    }
    requireProbabilities(`${name}[${x}]`, row);
  });
}
