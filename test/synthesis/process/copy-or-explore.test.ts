import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/information/evaluate.js';
import { holds } from '../../../src/information/holds.js';
import { ggmiTerms } from '../../../src/paper/ggmi-terms.js';
import { type CopyOrExploreOptions, copyOrExplore } from '../../../src/synthesis/process/copy-or-explore.js';

const probability = fc.constantFrom(0, 0.1, 0.35, 0.5, 0.9, 1);
const systems: fc.Arbitrary<CopyOrExploreOptions> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 0, max: 4 }),
    fc.tuple(probability, probability, probability, probability),
  )
  .map(([anchors, others, [exploration, noise, erasure, anchorErasure]]) => ({
    anchors,
    symbols: anchors + others,
    exploration,
    noise,
    erasure,
    anchorErasure,
  }));

/** −x log x. */
const surprise = (x: number) => (x === 0 ? 0 : -x * Math.log(x));

/**
 * The terms in closed form. Both M and S_gen are the anchor symbol, replaced by a uniform one with probability ρ or
 * 1 − (1 − ρ)(1 − ν).
 */
function closedForm({ anchors: K, symbols: N, exploration, noise, erasure, anchorErasure }: CopyOrExploreOptions) {
  const afterNoise = 1 - (1 - exploration) * (1 - noise);
  /** Entropy of a symbol that is replaced with probability t, given what it was. */
  const given = (t: number) => surprise(1 - t + t / N) + (N - 1) * surprise(t / N);
  /** Its entropy if it was uniform on K symbols. */
  const free = (t: number) => K * surprise((1 - t) / K + t / N) + (N - K) * surprise(t / N);
  const H = Math.log(K);
  const anchorGiven = (t: number) => H + given(t) - free(t);
  const anchorGivenW = erasure * H + (1 - erasure) * anchorGiven(afterNoise);
  const terms = {
    ggmi: (1 - anchorErasure) * H - (1 - erasure) * free(afterNoise),
    informationGain: given(exploration),
    anchorGivenW,
    anchorGivenAnchorW: anchorErasure * H,
    syntheticGivenW: erasure * free(afterNoise),
    entropyChange: H - free(afterNoise),
    compression: anchorGivenW - anchorGiven(exploration),
  };
  const { informationGain, anchorGivenAnchorW, syntheticGivenW, entropyChange, compression } = terms;
  const bound = informationGain - anchorGivenAnchorW - anchorGivenW + 2 * entropyChange + syntheticGivenW + compression;
  return { ...terms, bound };
}

describe('copy or explore', () => {
  test('has its terms in closed form', () => {
    fc.assert(
      fc.property(systems, (options) => {
        const [exact, expected] = [ggmiTerms(copyOrExplore(options)), closedForm(options)];
        expect(Object.keys(exact).sort()).toEqual(Object.keys(expected).sort());
        for (const [name, value] of Object.entries(expected)) {
          expect(exact[name as keyof typeof exact], name).toBeCloseTo(value, 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is the generating process: what is drawn is independent, what is made depends on what it is made of', () => {
    fc.assert(
      fc.property(systems, (options) => {
        const system = copyOrExplore(options);
        expect(system.variables).toEqual(['S_anchor', 'e_p', 'e_M', 'M', 'epsilon', 'S_gen', 'W', "W'"]);
        for (const claim of [
          'M = f(e_p, e_M)',
          'e_p = f(M, e_M)',
          'S_gen = f(M, epsilon)',
          'e_p _|_ e_M',
          '(S_anchor, M) _|_ epsilon',
          '(e_p, e_M) -> M -> S_gen -> W',
          "(M, S_gen, W) -> S_anchor -> W'",
        ]) {
          expect(holds(claim, system), claim).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('gains exactly the entropy of e_M', () => {
    fc.assert(
      fc.property(systems, (options) => {
        const system = copyOrExplore(options);
        expect(ggmiTerms(system).informationGain).toBeCloseTo(evaluate('H(e_M)', system), 10);
      }),
      { numRuns: 30 },
    );
  });

  test('is a copy of anchor data without exploration and noise, and uniform with nothing else', () => {
    const certain = { erasure: 0, anchorErasure: 0 };
    const copy = copyOrExplore({ anchors: 3, symbols: 7, exploration: 0, noise: 0, ...certain });
    expect(copy.size).toBe(3);
    expect(ggmiTerms(copy)).toMatchObject({ ggmi: 0, informationGain: 0, entropyChange: 0 });
    const explorer = copyOrExplore({ anchors: 3, symbols: 7, exploration: 1, noise: 0.5, ...certain });
    expect(evaluate('H(S_gen)', explorer)).toBeCloseTo(Math.log(7), 12);
    expect(evaluate('I(S_gen; S_anchor)', explorer)).toBeCloseTo(0, 12);
  });
});

test('bad input is named', () => {
  const options = { anchors: 2, symbols: 6, exploration: 0.5, noise: 0.1, erasure: 0.2, anchorErasure: 0.2 };
  expect(() => copyOrExplore({ ...options, anchors: 0 })).toThrow('anchors must be a positive integer, got 0');
  expect(() => copyOrExplore({ ...options, symbols: 1.5 })).toThrow('symbols must be a positive integer, got 1.5');
  expect(() => copyOrExplore({ ...options, anchors: 7 })).toThrow('anchors must be at most the 6 symbols, got 7');
  expect(() => copyOrExplore({ ...options, noise: 1.1 })).toThrow('noise must be a probability, got 1.1');
  expect(() => copyOrExplore({ ...options, erasure: Number.NaN })).toThrow('erasure must be a probability, got NaN');
  expect(() => copyOrExplore({ ...options, symbols: 1e9 })).toThrow('symbols must be at most 1048576, got 1000000000');
  const large = {
    ...options,
    anchors: 100,
    symbols: 1000,
    exploration: 0.1,
    noise: 0.1,
    erasure: 0.1,
    anchorErasure: 0,
  };
  expect(() => copyOrExplore(large)).toThrow('with W there would be 200000000 states, more than 1048576');
  expect(copyOrExplore({ ...large, noise: 0 }).size).toBe(200_000);
  expect(() => copyOrExplore({ ...options, rho: 1 } as never)).toThrow("copyOrExplore has no option 'rho'");
});
