import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/information/evaluate.js';
import { FiniteDistribution } from '../../../src/information/finite-distribution.js';
import { holds } from '../../../src/information/holds.js';
import { empiricalRiskMinimiser } from '../../../src/learning/empirical-risk-minimiser.js';
import { LearningProblem } from '../../../src/learning/learning-problem.js';
import { constantAlgorithm } from '../../../src/learning/simple-algorithms.js';
import { enumerateTraining } from '../../../src/learning/training.js';
import { depthFactor, lemma44, lemma46, theorem47 } from '../../../src/paper/bounds/printed-bounds.js';
import { randomLearning } from '../../learning/random-learning.js';

const bit = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
const single = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => z });
const fair = [0.5, 0.5];

test('η^{L/2} is exp(−(L/2) log 1/η)', () => {
  expect(depthFactor(3, 0.4)).toBeCloseTo(Math.exp(-1.5 * Math.log(1 / 0.4)), 15);
  expect(depthFactor(0, 0)).toBe(1);
  expect(depthFactor(2, 0)).toBe(0);
});

describe('on random learners', () => {
  test('(4) without layers holds, and so do (6)–(8) with the absolute value outside, or with σ/√n more', () => {
    fc.assert(
      fc.property(randomLearning, ({ problem, algorithm, law, task, model, sampleSize }) => {
        const training = enumerateTraining(problem, algorithm, { law, sampleSize });
        expect(lemma44(training).holds).toBe(true);
        for (const check of [lemma46(training), theorem47(training, { task, model })]) {
          expect(check.signed.holds).toBe(true);
          expect(check.repaired.holds).toBe(true);
          expect(check.printed.left).toBe(check.repaired.left);
          expect(check.signed.left).toBeLessThanOrEqual(check.printed.left + 1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('(6) as printed fails for many of them', () => {
    const outcomes = fc.sample(randomLearning, 300).map(({ problem, algorithm, law, sampleSize }) => {
      return lemma46(enumerateTraining(problem, algorithm, { law, sampleSize })).printed.holds;
    });
    const failures = outcomes.filter((holds) => !holds).length;
    expect(failures).toBeGreaterThan(30);
    expect(failures).toBeLessThan(270);
  });
});

describe('(6), (7) and (8) as printed', () => {
  test('fail where nothing is learned: one hypothesis, one fair bit, ½ against 0', () => {
    const training = enumerateTraining(single, constantAlgorithm([1]), { law: fair, sampleSize: 1 });
    for (const { printed, signed, repaired } of [
      lemma46(training),
      theorem47(training, { task: fair, model: fair }),
      lemma46(training, { layers: 3, contraction: 0.5 }),
    ]) {
      expect([printed.left, printed.right, printed.holds]).toEqual([0.5, 0, false]);
      expect([signed.left, signed.holds]).toEqual([0, true]);
      expect(repaired.right).toBeCloseTo(0.5, 14);
      expect(repaired.holds).toBe(true);
    }
  });

  test('fail there with the right side of (5) for I(S;W) too, in a system that has every chain of §4.1', () => {
    // The anchor is a fair bit, and the model repeats its prompt.
    const system = FiniteDistribution.empty()
      .source('A', [
        [0, 0.5],
        [1, 0.5],
      ])
      .map('p', ['A'], (a) => a)
      .map('P', ['p'], (p) => p)
      .map('Q', [], () => 0)
      .map('M', ['P', 'Q'], (p, q) => p ^ q)
      .map('S', ['M'], (m) => m)
      .map('W', [], () => 'w');
    for (const chain of ['A -> p -> P -> W', 'M -> Q -> W', 'M -> S -> W', 'P -> M -> S']) {
      expect(holds(chain, system)).toBe(true);
    }
    // At the smallest λ, (λ − 1) I(e_p;M) is H(e_p) − I(e_p;M); ε loses nothing. h and g are the identity.
    const bracket = evaluate('-(H(M) - I(P;M)) + I(Q;W) + I(P;W) + H(Q) + H(P) - I(P;M) - (I(M;W) - I(S;W))', system);
    expect(bracket).toBe(0);
    const training = enumerateTraining(single, constantAlgorithm([1]), { law: fair, sampleSize: 1 });
    const { printed } = theorem47(training, { task: fair, model: fair }, { information: bracket });
    expect([printed.left, printed.right, printed.holds]).toEqual([0.5, 0, false]);
  });

  test('fail for a learner that does learn: the better bit of two, from n = 2, by 8/27 against 0.281', () => {
    const training = (n: number) =>
      enumerateTraining(bit, empiricalRiskMinimiser, { law: [1 / 3, 2 / 3], sampleSize: n });
    const { printed, signed } = lemma46(training(2));
    expect(printed.left).toBeCloseTo(8 / 27, 14);
    expect(printed.right).toBeCloseTo(0.2810253219937, 12);
    expect(printed.holds).toBe(false);
    expect(signed.left).toBeCloseTo(2 / 9, 14);
    expect(lemma46(training(1)).printed.holds).toBe(true);
  });

  test('fail by any factor as n grows, since the left side is of the order of 1/√n and I(S;W) vanishes', () => {
    const ratio = (n: number) => {
      const { printed } = lemma46(enumerateTraining(bit, empiricalRiskMinimiser, { law: [0.2, 0.8], sampleSize: n }));
      return printed.left / printed.right;
    };
    expect(ratio(20)).toBeGreaterThan(4);
    expect(ratio(50)).toBeGreaterThan(100);
  });

  test('hold for this learner where the bits are fair: I stays log 2, above the 1/π that it takes', () => {
    for (const n of [1, 2, 5, 20, 60]) {
      const training = enumerateTraining(bit, empiricalRiskMinimiser, { law: fair, sampleSize: n });
      expect(lemma46(training).printed.holds).toBe(true);
    }
  });
});

describe('(7)', () => {
  test('takes the oscillation for C: a loss from −C to C needs twice as much', () => {
    const twoSided = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => 1 - 2 * z });
    const training = enumerateTraining(twoSided, constantAlgorithm([1]), { law: [0, 1], sampleSize: 3 });
    const { printed, repaired } = theorem47(training, { task: [1, 0], model: [0, 1] });
    expect([printed.left, printed.right, printed.holds]).toEqual([2, 1, false]);
    expect([repaired.right, repaired.holds, repaired.vacuous]).toEqual([2, true, true]);
  });

  test('may hold as printed where the divergences make up for the absolute value', () => {
    const training = enumerateTraining(bit, empiricalRiskMinimiser, { law: [0.3, 0.7], sampleSize: 20 });
    const { printed } = theorem47(training, { task: [0.2, 0.8], model: [0.3, 0.7] });
    expect(printed.holds).toBe(true);
    expect(lemma46(training).printed.holds).toBe(false);
  });
});

describe('bad input', () => {
  const training = enumerateTraining(bit, empiricalRiskMinimiser, { law: fair, sampleSize: 1 });
  test.each<[string, () => unknown, string]>([
    ['layers', () => lemma44(training, { layers: 1.5 }), 'layers must be a non-negative integer, got 1.5'],
    ['η above 1', () => lemma46(training, { contraction: 1.1 }), 'contraction must be at most 1, got 1.1'],
    [
      'η below 0',
      () => lemma46(training, { contraction: -1 }),
      'contraction must be a finite non-negative number, got -1',
    ],
    [
      'information',
      () => lemma44(training, { information: -1 }),
      'information must be a finite non-negative number, got -1',
    ],
    [
      'an unknown term',
      () => lemma44(training, { eta: 0.5 } as never),
      "printed has no option 'eta'; it takes layers, contraction, information",
    ],
    [
      'a law of other instances',
      () => theorem47(training, { task: [1], model: fair }),
      'task must have 2 probabilities, got 1',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
