import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/information/evaluate.js';
import { holds } from '../../../src/information/holds.js';
import { GENERATING_PROCESS } from '../../../src/paper/premise.js';
import { copyOrExplore } from '../../../src/synthesis/process/copy-or-explore.js';
import {
  type PromptedGenerationOptions,
  promptedGeneration,
} from '../../../src/synthesis/process/prompted-generation.js';

const probability = fc.constantFrom(0, 0.1, 0.35, 0.5, 0.9, 1);
const options: fc.Arbitrary<PromptedGenerationOptions> = fc
  .record({
    anchors: fc.integer({ min: 1, max: 3 }),
    step: fc.integer({ min: 1, max: 3 }),
    details: fc.integer({ min: 1, max: 2 }),
    exploration: probability,
    noise: probability,
    erasure: probability,
    anchorErasure: probability,
    learns: fc.constantFrom('symbol', 'residue'),
  })
  .map(({ step, ...rest }) => ({ ...rest, symbols: rest.anchors * step }));

describe('prompted generation', () => {
  test('is the generating process, and p is a bijective image of S_anchor', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const system = promptedGeneration(chosen);
        const claims = ['p = f(S_anchor)', 'S_anchor = f(p)', 'e_p = f(p)', 'e_p _|_ e_M', 'epsilon _|_ (p, M)'];
        for (const claim of [...GENERATING_PROCESS.statements, ...claims]) {
          expect(holds(claim, system), claim).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('has the entropies of copy or explore, with no details', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const { details, learns, ...shared } = chosen;
        const [system, mirror] = [
          promptedGeneration({ ...shared, details: 1, learns: 'symbol' }),
          copyOrExplore(shared),
        ];
        const names = mirror.variables;
        for (const a of names) {
          expect(system.entropy([a])).toBeCloseTo(mirror.entropy([a]), 10);
          for (const b of names) expect(system.entropy([a, b])).toBeCloseTo(mirror.entropy([a, b]), 10);
        }
        expect(system.entropy(names)).toBeCloseTo(mirror.entropy(names), 10);
      }),
      { numRuns: 15 },
    );
  });

  test('has details that e_p leaves out', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const system = promptedGeneration(chosen);
        expect(evaluate('H(p|e_p)', system)).toBeCloseTo(Math.log(chosen.details), 10);
      }),
      { numRuns: 15 },
    );
  });

  test('obeys S_anchor → p → e_p → W, and M(p) → e_M → W where W learns residues', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const system = promptedGeneration({ ...chosen, learns: 'residue' });
        for (const claim of ['S_anchor -> p -> e_p -> W', 'M -> e_M -> W', 'I(S_anchor; W) = 0']) {
          expect(holds(claim, system), claim).toBe(true);
        }
        expect(holds('S_anchor -> p -> e_p -> W', promptedGeneration({ ...chosen, learns: 'symbol' }))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

test('bad input is named', () => {
  const good = {
    anchors: 2,
    symbols: 6,
    details: 2,
    exploration: 0.3,
    noise: 0.1,
    erasure: 0.2,
    anchorErasure: 0.2,
    learns: 'symbol' as const,
  };
  expect(() => promptedGeneration({ ...good, anchors: 4 })).toThrow('anchors must divide the 6 symbols, got 4');
  expect(() => promptedGeneration({ ...good, details: 0 })).toThrow('details must be a positive integer, got 0');
  expect(() => promptedGeneration({ ...good, details: 1e9 })).toThrow(/details must be at most \d+, got 1000000000/);
  expect(() => promptedGeneration({ ...good, details: 1e5 })).toThrow(/with W there would be \d+ states/);
  expect(() => promptedGeneration({ ...good, noise: 2 })).toThrow('noise must be a probability, got 2');
  expect(() => promptedGeneration({ ...good, learns: 'all' as never })).toThrow(
    "learns must be one of 'symbol', 'residue', got 'all'",
  );
  expect(() => promptedGeneration({ ...good, rho: 1 } as never)).toThrow("promptedGeneration has no option 'rho'");
});
