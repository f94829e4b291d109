import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/information/evaluate.js';
import { holds } from '../../../src/information/holds.js';
import { copyOrExplore } from '../../../src/synthesis/process/copy-or-explore.js';
import {
  type InformedGenerationOptions,
  informedGeneration,
} from '../../../src/synthesis/process/informed-generation.js';

const probability = fc.constantFrom(0, 0.1, 0.35, 0.9, 1);
const options: fc.Arbitrary<InformedGenerationOptions> = fc
  .record({
    anchors: fc.integer({ min: 1, max: 3 }),
    unsampled: fc.integer({ min: 0, max: 2 }),
    others: fc.integer({ min: 0, max: 2 }),
    exploration: probability,
    noise: probability,
    erasure: probability,
    anchorErasure: probability,
    anchorNoise: probability,
    knowledge: probability,
  })
  .map(({ others, ...rest }) => ({ ...rest, symbols: rest.anchors + rest.unsampled + others }));

const plain: InformedGenerationOptions = {
  anchors: 3,
  unsampled: 2,
  symbols: 7,
  exploration: 0.4,
  noise: 0.1,
  erasure: 0.2,
  anchorErasure: 0.2,
  anchorNoise: 0,
  knowledge: 0.5,
};

describe('informed generation', () => {
  test('is made in the order of the process, from a target that anchor data and M may both tell of', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const system = informedGeneration(chosen);
        for (const claim of [
          'M = f(e_p, e_M)',
          'e_M = f(M, e_p)',
          '(G, S_anchor, e_M) -> M -> S_gen -> W',
          "(G, M, W) -> S_anchor -> W'",
          'epsilon _|_ (G, S_anchor, M)',
        ]) {
          expect(holds(claim, system), claim).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is copy or explore where M knows nothing of the target', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const { unsampled, anchorNoise, knowledge, ...shared } = chosen;
        const system = informedGeneration({ ...chosen, knowledge: 0 });
        expect(holds('(G, S_anchor) _|_ e_M', system)).toBe(true);
        for (const { values, probability: expected } of copyOrExplore(shared).outcomes()) {
          expect(system.probability(values)).toBeCloseTo(expected, 12);
        }
      }),
      { numRuns: 6 },
    );
  });

  test('tells of the target what anchor data can in closed form', () => {
    // G is told where it is among the K, and is then A itself; given A it is A with probability K/(K + J), else any of J
    const [K, J] = [plain.anchors, plain.unsampled];
    const known = K / (K + J);
    const remaining = -known * Math.log(known) - (1 - known) * Math.log((1 - known) / J);
    expect(evaluate('I(G; S_anchor)', informedGeneration(plain))).toBeCloseTo(Math.log(K + J) - remaining, 12);
  });

  test('is the target itself where M explores, knows it, and nothing is lost', () => {
    const system = informedGeneration({ ...plain, exploration: 1, knowledge: 1, noise: 0 });
    expect(holds('S_gen = f(G)', system) && holds('G = f(S_gen)', system)).toBe(true);
    expect(evaluate('I(G; W)', system)).toBeCloseTo(0.8 * Math.log(5), 12);
  });

  test('explores to the target or to any symbol', () => {
    const system = informedGeneration({ ...plain, exploration: 1, noise: 0 });
    const hit = system.expectation(['G', 'M'], (target, output) => Number(target === output));
    expect(hit).toBeCloseTo(0.5 + 0.5 / 7, 12);
  });
});

test('bad input is named', () => {
  expect(() => informedGeneration({ ...plain, unsampled: 5 })).toThrow('unsampled must be at most 4, got 5');
  expect(() => informedGeneration({ ...plain, unsampled: -1 })).toThrow('unsampled must be a non-negative integer');
  expect(() => informedGeneration({ ...plain, symbols: 1e6 })).toThrow('states, more than 1048576');
  expect(() => informedGeneration({ ...plain, knowledge: 1.5 })).toThrow('knowledge must be a probability, got 1.5');
  expect(() => informedGeneration({ ...plain, anchorNoise: -1 })).toThrow('anchorNoise must be a probability, got -1');
  expect(() => informedGeneration({ ...plain, symbols: 2000, anchors: 1000, unsampled: 1000 })).toThrow(
    /with W there would be \d+ states, more than 1048576/,
  );
  expect(() => informedGeneration({ ...plain, kappa: 1 } as never)).toThrow("informedGeneration has no option 'kappa'");
});
