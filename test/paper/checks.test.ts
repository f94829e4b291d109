import { describe, expect, test } from 'vitest';
import type { EntropySystem } from '../../src/information/entropy-system.js';
import { evaluate } from '../../src/information/evaluate.js';
import { holds } from '../../src/information/holds.js';
import { informationGainRemark, modelEntropyRemark } from '../../src/paper/checks/bound-remarks.js';
import { computed, evidence, onAll } from '../../src/paper/checks/computed.js';
import { decompositionLine, errorBound, riskDifferenceLine } from '../../src/paper/checks/error-decomposition.js';
import { faithfulnessRemark, gainRemark, largerBoundRemark } from '../../src/paper/checks/gain-remarks.js';
import {
  anchorBoundRemark,
  layeredInformationBound,
  syntheticGeneralizationBound,
} from '../../src/paper/checks/generalization-bounds.js';
import { curationConvolution, promptDensity } from '../../src/paper/checks/modelling.js';
import { figure4Evidence } from '../../src/paper/checks/simulation.js';
import {
  ADDS_BIT,
  ADDS_BIT_OF_TWO,
  LEARNS_SUM,
  REPEATS_PROMPT,
  TO_MODEL,
  TO_PROMPT,
} from '../../src/paper/checks/splits.js';
import { Change, mirror } from '../../src/paper/checks/terms.js';
import type { Computed, Evidence } from '../../src/paper/finding.js';
import { ggmiTerms } from '../../src/paper/ggmi-terms.js';
import { CHAIN_OF_MODEL, GENERATING_PROCESS } from '../../src/paper/premise.js';
import { GGMI, GGMI_BOUND, INFORMATION_GAIN, SMALLEST_INFORMATION_FLOW_BOUND } from '../../src/paper/quantities.js';
import { type Term, termIn } from '../../src/paper/terms.js';

const outcomes = ({ base, readings, premises, instead }: Evidence<Computed>) =>
  [[base], readings, premises, instead].map((findings) => findings.map(({ outcome }) => outcome));

describe('a computed finding', () => {
  const sides = (left: number, right: number) => ({ left, right, holds: left <= right });

  test('holds if it does in all cases, and shows the tightest', () => {
    expect(onAll([sides(0, 5), sides(1, 2), sides(3, 9)], 'r', 'b')).toMatchObject({
      outcome: 'holds',
      reason: 'b',
      numbers: { left: 1, right: 2 },
      cases: 3,
    });
  });

  test('fails if it does in one, and shows by how much at most', () => {
    expect(onAll([sides(0, 5), sides(3, 2), sides(7, 4)], 'r', 'b')).toMatchObject({
      outcome: 'fails',
      reason: 'fails: b',
      numbers: { left: 7, right: 4 },
    });
  });

  test('is saved only by premises that save it', () => {
    const [good, bad] = [true, false].map((saves) => computed(saves, { reading: 'r', because: 'b' }));
    expect(evidence(bad, { premises: [good, bad] }).premises).toEqual([good]);
  });
});

describe('Lemma 3.1', () => {
  test('fails by a factor of 2 for a loss from −C to C, and is attained by one from 0 to C', () => {
    const { base, premises, instead } = errorBound();
    expect(base).toMatchObject({ outcome: 'fails', numbers: { left: 2, right: 1 }, cases: 9 * 125 * 3 });
    expect(premises).toMatchObject([{ reading: 'ℓ >= 0', outcome: 'holds' }]);
    expect(premises[0].numbers.left).toBe(premises[0].numbers.right);
    expect(instead.map(({ outcome, numbers }) => [outcome, numbers.left === numbers.right])).toEqual([
      ['holds', true],
      ['holds', true],
    ]);
  });

  test('has one line in its proof that fails: where ≲ becomes ≤', () => {
    expect(([1, 2, 3] as const).map((line) => decompositionLine(line).base.outcome)).toEqual([
      'holds',
      'fails',
      'holds',
    ]);
    expect(([1, 2, 3, 4] as const).map((line) => riskDifferenceLine(line).base.outcome)).toEqual(
      Array(4).fill('holds'),
    );
    expect(outcomes(riskDifferenceLine(4))).toEqual([['holds'], ['fails'], [], []]);
  });
});

describe('the generalization bounds', () => {
  test('(4) fails for one memorised bit behind a binary symmetric layer, and holds in three other readings', () => {
    const { base, readings, premises } = layeredInformationBound();
    expect(base.numbers.left).toBeCloseTo(0.25, 14);
    expect(base.numbers.right).toBeCloseTo(0.25 * Math.sqrt(Math.LN2 / 2), 14);
    expect(readings.map(({ outcome }) => outcome)).toEqual(['fails']);
    expect(premises).toHaveLength(3);
  });

  test('(6) has ½ on the left and 0 on the right where nothing is learned', () => {
    const { base, instead } = syntheticGeneralizationBound();
    expect(base).toMatchObject({ outcome: 'fails', numbers: { left: 0.5, right: 0 } });
    expect(instead.map(({ outcome, cases }) => [outcome, cases])).toEqual([
      ['holds', 60],
      ['holds', 60],
    ]);
  });

  test('a learner that keeps all of its data has the same bound for any number of points', () => {
    const { base } = anchorBoundRemark();
    expect(base.numbers.anchor).toBeCloseTo(Math.sqrt(Math.LN2 / 2), 12);
    expect(base.numbers.synthetic).toBeCloseTo(base.numbers.anchor, 12);
  });
});

describe('the modelling', () => {
  test('densities change with the variable, and with them differential entropy, by E log φ′ = 1', () => {
    const { base, readings } = promptDensity();
    expect(base.outcome).toBe('holds');
    expect(readings[0].numbers['h(p)'] - readings[0].numbers['h(S_anchor)']).toBeCloseTo(1, 9);
  });

  test('a map that is only reversible and continuous leaves the formula half of the prompts', () => {
    const [, continuous] = promptDensity().readings;
    expect(continuous.outcome).toBe('fails');
    expect(continuous.numbers['probability that the formula adds up to']).toBeCloseTo(1 / 2, 12);
  });

  test('noise that undoes the output is no convolution: TV is 4/9', () => {
    expect(curationConvolution().base.numbers['TV from the convolution']).toBeCloseTo(4 / 9, 12);
  });

  test('noise that depends on the prompt, as the output does, is a convolution for each prompt only', () => {
    const { readings, premises } = curationConvolution();
    expect(readings.map(({ outcome }) => outcome)).toEqual(['fails']);
    expect(premises.map(({ outcome }) => outcome)).toEqual(['holds']);
  });
});

describe('what the remarks are checked on', () => {
  test('the mirror agrees with what is computed of copy-or-explore', () => {
    const system = mirror({ erasure: 0.4 });
    const { ggmi, informationGain, bound } = ggmiTerms(system);
    expect(evaluate(GGMI, system)).toBeCloseTo(ggmi, 12);
    expect(evaluate(INFORMATION_GAIN, system)).toBeCloseTo(informationGain, 12);
    expect(evaluate(GGMI_BOUND, system)).toBeCloseTo(bound, 12);
    for (const statement of GENERATING_PROCESS.statements) expect(holds(statement, system)).toBe(true);
  });

  test('a system that does not satisfy the premises shows nothing', () => {
    expect(() => new Change([TO_PROMPT, LEARNS_SUM], [GENERATING_PROCESS, CHAIN_OF_MODEL])).toThrow(
      'systems[0] must satisfy M -> e_M -> W',
    );
  });

  test('a change rises, falls or stays, or none of these', () => {
    const knob = (values: readonly number[]) =>
      new Change(
        values.map((noise) => mirror({ noise })),
        [GENERATING_PROCESS],
      );
    const up = knob([0, 0.5, 1]);
    expect([up.rises('δ_{ε,p}'), up.falls('δ_{ε,p}'), up.stays('δ_{ε,p}'), up.stays('H(e_M)')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const mixed = knob([0, 1, 0.5]);
    expect([mixed.rises('GGMI'), mixed.falls('GGMI'), mixed.stays('GGMI')]).toEqual([false, false, false]);
    expect(up.ends(['H(e_M)'])).toEqual({
      'H(e_M) at first': expect.any(Number),
      'H(e_M) at last': expect.any(Number),
    });
  });

  test('the output may be put down to the prompt or to the model: (5) is an equation for both, ΔI is 0 or H(M)', () => {
    const values = (expression: string) =>
      [TO_PROMPT, TO_MODEL].map((system) => evaluate(expression, system) / Math.LN2);
    for (const [expression, toPrompt, toModel] of [
      [INFORMATION_GAIN, 0, 2],
      [SMALLEST_INFORMATION_FLOW_BOUND, 2, 2],
      ['I(S_gen; W)', 2, 2],
      [GGMI_BOUND, 0, 2],
      [GGMI, 0, 0],
    ] as const) {
      expect(values(expression)[0]).toBeCloseTo(toPrompt, 12);
      expect(values(expression)[1]).toBeCloseTo(toModel, 12);
    }
  });
});

describe('the remarks', () => {
  test('4.6.1 and 4.10.1: along with exploration ΔI, the bound (5) and I(S_gen; W) rise, and GGMI falls', () => {
    const rise = (finding: Computed, term: string) =>
      finding.numbers[`${term} at last`] - finding.numbers[`${term} at first`];
    const [, , flow] = informationGainRemark().readings;
    for (const term of ['ΔI', 'bound (5)', 'I(S_gen; W)']) expect(rise(flow, term)).toBeGreaterThan(0.5);
    const [, gain] = gainRemark().readings;
    expect(rise(gain, 'bound (10)')).toBeLessThan(-0.1);
    expect(rise(gain, 'GGMI')).toBeLessThan(-0.1);
  });

  test('4.6.1: ΔI can rise by a bit with the other terms as they are; the bound then falls by one, and I(S_gen; W) rises', () => {
    const [forTheBound, onItsOwn] = informationGainRemark().readings;
    expect([forTheBound.outcome, onItsOwn.outcome]).toEqual(['holds', 'fails']);
    const change = new Change([REPEATS_PROMPT, ADDS_BIT], [GENERATING_PROCESS]);
    for (const term of ['H(e_M)', 'B_syn', 'δ_{ε,p}'] as const) expect(change.stays(term)).toBe(true);
    const bits = (term: Term, at: EntropySystem) => termIn(term, at) / Math.LN2;
    expect(bits('bound (5)', REPEATS_PROMPT)).toBeCloseTo(3, 12);
    expect(bits('bound (5)', ADDS_BIT)).toBeCloseTo(2, 12);
    expect(bits('I(S_gen; W)', REPEATS_PROMPT)).toBeCloseTo(1, 12);
    expect(bits('I(S_gen; W)', ADDS_BIT)).toBeCloseTo(2, 12);
  });

  test('4.6.3: H(e_M) falls where e_M leaves out what g does not use, and the data stay as they are', () => {
    expect(modelEntropyRemark().readings.map(({ outcome }) => outcome)).toEqual(['holds', 'fails', 'holds']);
    const unused = new Change([ADDS_BIT_OF_TWO, ADDS_BIT], [GENERATING_PROCESS]);
    expect([unused.falls('H(e_M)'), unused.falls('bound (5)'), unused.stays('I(S_gen; W)')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('4.9.1: the bound of GGMI can rise by a bit while GGMI falls by one', () => {
    const { numbers } = largerBoundRemark().base;
    expect(numbers['bound (10) at last'] - numbers['bound (10) at first']).toBeCloseTo(Math.LN2, 12);
    expect(numbers['GGMI at last'] - numbers['GGMI at first']).toBeCloseTo(-Math.LN2, 12);
  });

  test('4.10.2 holds in one reading: where W′ learns as much more as W does', () => {
    expect(outcomes(faithfulnessRemark())).toEqual([['fails'], ['holds', 'fails'], [], []]);
  });

  test('Figure 4 has its trends as published; by the definition of KL Gap that with K is reversed, by Jensen–Shannon none is', () => {
    const { base, readings } = figure4Evidence();
    expect(base.reason).toContain('KL Gap falls with K, rises with J, falls with L');
    expect(readings[0].outcome).toBe('fails');
    expect(readings[0].numbers['slope with K, nats a component']).toBeGreaterThan(0);
    expect(readings[1].reading).toContain('Jensen–Shannon');
    expect(readings[1].outcome).toBe('holds');
  });
});
