import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/information/evaluate.js';
import { holds } from '../../../src/information/holds.js';
import { ggmiTerms } from '../../../src/paper/ggmi-terms.js';
import { linearGaussianProcess } from '../../../src/synthesis/process/linear-gaussian-process.js';

const positive = fc.double({ min: 0.05, max: 5, noNaN: true });
const options = fc.record({
  anchor: positive,
  model: positive,
  weight: positive,
  noise: positive,
  training: positive,
  anchorTraining: positive,
});

describe('the Gaussian process', () => {
  test('has each quantity in closed form', () => {
    fc.assert(
      fc.property(options, (knobs) => {
        const { anchor, model, weight, noise, training, anchorTraining } = knobs;
        const system = linearGaussianProcess(knobs);
        const own = weight ** 2 * model;
        const output = anchor + own;
        const data = output + noise;
        const half = (ratio: number) => Math.log(ratio) / 2;
        expect(evaluate('H(M) - I(h; M)', system)).toBeCloseTo(half(2 * Math.PI * Math.E * own), 8);
        expect(evaluate('I(S_gen; W)', system)).toBeCloseTo(half(1 + data / training), 8);
        expect(evaluate("I(S_anchor; W')", system)).toBeCloseTo(half(1 + anchor / anchorTraining), 8);
        expect(evaluate('H(S_anchor) - H(S_gen)', system)).toBeCloseTo(half(anchor / data), 8);
        const { ggmi, bound } = ggmiTerms(system);
        expect(bound - ggmi).toBeCloseTo(half(output / data), 8);
      }),
    );
  });

  test('satisfies the chains of the generating process', () => {
    const system = linearGaussianProcess({
      anchor: 1,
      model: 2,
      weight: 0.5,
      noise: 0.3,
      training: 0.7,
      anchorTraining: 0.4,
    });
    for (const chain of ['S_anchor -> M -> S_gen -> W', "(M, S_gen, W) -> S_anchor -> W'", 'e_M _|_ S_anchor']) {
      expect(holds(chain, system)).toBe(true);
    }
  });

  test('refuses variances that are not positive', () => {
    const knobs = { anchor: 1, model: 1, weight: 1, noise: 0, training: 1, anchorTraining: 1 };
    expect(() => linearGaussianProcess(knobs)).toThrow('noise must be a finite positive number, got 0');
    expect(() => linearGaussianProcess({ ...knobs, nosie: 1 } as never)).toThrow("no option 'nosie'");
  });
});
