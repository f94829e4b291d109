import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { informationFlow } from '../../src/information/information-flow.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { entropy } from '../../src/information/shannon-entropy.js';
import { createRng } from '../../src/random/rng.js';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const binaryEntropy = (p: number) => entropy([p, 1 - p]);
const coin = (p: number) =>
  [
    [0, 1 - p],
    [1, p],
  ] as const;

/** A chain of random channels between alphabets of three. */
function randomChain(seed: number): FiniteDistribution {
  const rng = createRng(seed);
  const law = () => rng.dirichlet([0.5, 0.5, 0.5]).map((p, value) => [value, p] as const);
  const channel = () => [law(), law(), law()];
  const [toB, toC, toD] = [channel(), channel(), channel()];
  return FiniteDistribution.empty()
    .source('A', law())
    .channel('B', ['A'], (a) => toB[a])
    .channel('C', ['B'], (b) => toC[b])
    .channel('D', ['C'], (c) => toD[c]);
}

describe('information along a chain', () => {
  const stages = ['A', 'B', 'C', 'D'];

  test('is conserved at every stage, and never grows on the way', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const system = randomChain(seed);
        const flow = informationFlow(system, stages);
        flow.stages.forEach(({ shares, entropy: height }, i) => {
          expect(total(shares)).toBeCloseTo(height, 10);
          for (const share of shares) expect(share).toBeGreaterThan(-1e-10);
          const before = flow.arrows[i - 1];
          const after = flow.arrows[i];
          if (before) expect(before.information + before.gained).toBeCloseTo(height, 10);
          if (after) expect(after.information + after.lost).toBeCloseTo(height, 10);
          if (after) expect(total(flow.stages[i + 1].shares.slice(0, -1))).toBeCloseTo(after.information, 10);
          for (let j = 0; after && j <= i; j++) {
            expect(flow.stages[i + 1].shares[j]).toBeLessThan(shares[j] + 1e-10);
          }
        });
      }),
      { numRuns: 50 },
    );
  });

  test('is divided up by the chain rule', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const system = randomChain(seed);
        const [, , , last] = informationFlow(system, stages).stages;
        const terms = ['I(A; D)', 'I(B; D|A)', 'I(C; D|A,B)', 'H(D|A,B,C)'];
        terms.forEach((term, j) => {
          expect(last.shares[j], term).toBeCloseTo(evaluate(term, system), 10);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('of a fair bit through two binary symmetric channels is in closed form', () => {
    const [a, b] = [0.1, 0.2];
    const both = a * (1 - b) + b * (1 - a);
    const system = FiniteDistribution.empty()
      .source('X', coin(0.5))
      .source('E', coin(a))
      .map('Y', ['X', 'E'], (x, e) => x ^ e)
      .source('F', coin(b))
      .map('Z', ['Y', 'F'], (y, f) => y ^ f);
    const { stages: held, arrows, sources } = informationFlow(system, ['X', 'Y', 'Z'], { Y: 'E', Z: 'F' });
    const expected = [
      [Math.LN2],
      [Math.LN2 - binaryEntropy(a), binaryEntropy(a)],
      [Math.LN2 - binaryEntropy(both), binaryEntropy(both) - binaryEntropy(b), binaryEntropy(b)],
    ];
    expected.forEach((shares, i) => {
      shares.forEach((share, j) => {
        expect(held[i].shares[j]).toBeCloseTo(share, 12);
      });
    });
    expect(arrows.map(({ from, to }) => from + to)).toEqual(['XY', 'YZ']);
    expect(arrows[1].information).toBeCloseTo(Math.LN2 - binaryEntropy(b), 12);
    expect(arrows[1].lost).toBeCloseTo(binaryEntropy(b), 12);
    expect(sources.map(({ variable, stage }) => [variable, stage])).toEqual([
      ['E', 'Y'],
      ['F', 'Z'],
    ]);
    for (const [i, p] of [a, b].entries()) {
      expect(sources[i].entropy).toBeCloseTo(binaryEntropy(p), 12);
      expect(sources[i].information).toBeCloseTo(binaryEntropy(p), 12);
    }
  });

  test('counts of a source only what the stage holds of it', () => {
    const system = FiniteDistribution.empty()
      .source('X', coin(0.5))
      .source('E', [
        [0, 1 / 4],
        [1, 1 / 4],
        [2, 1 / 4],
        [3, 1 / 4],
      ])
      .map('Y', ['X', 'E'], (x, e) => `${x},${e % 2}`);
    const [source] = informationFlow(system, ['X', 'Y'], { Y: 'E' }).sources;
    expect(source.entropy).toBeCloseTo(2 * Math.LN2, 12);
    expect(source.information).toBeCloseTo(Math.LN2, 12);
  });
});

test('bad input is named', () => {
  const system = randomChain(1);
  expect(() => informationFlow(system, ['A'])).toThrow('stages must be at least two, got 1');
  expect(() => informationFlow(system, ['A', 'C', 'B'])).toThrow('stages must be a Markov chain, got A -> C -> B');
  expect(() => informationFlow(system, ['A', 'B'], { A: 'C' })).toThrow(
    "sources must be for a later stage, got one for 'A'",
  );
  expect(() => informationFlow(system, ['A', 'Q'])).toThrow('Q');
  const continuous = LinearGaussian.empty().source('X', 1).linear('Y', { X: 1 }, 1);
  expect(() => informationFlow(continuous, ['X', 'Y'])).toThrow('system must be discrete, got a continuous one');
});
