import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/information/evaluate.js';
import { LinearCode } from '../../src/information/linear-code.js';
import { ADDS_BIT } from '../../src/paper/checks/splits.js';
import { mirror } from '../../src/paper/checks/terms.js';
import { EFFICIENCY, INFORMATION_FLOW_BOUND } from '../../src/paper/quantities.js';
import { type PAPER_TERMS, termIn } from '../../src/paper/terms.js';

describe('the terms of (5) and (10)', () => {
  test('are at the smallest λ what they are for any λ without slack', () => {
    const system = mirror().map('slack', [], () => 0);
    expect(termIn('δ_{ε,p}', system)).toBeCloseTo(evaluate(EFFICIENCY, system), 12);
    expect(termIn('bound (5)', system)).toBeCloseTo(evaluate(INFORMATION_FLOW_BOUND, system), 12);
  });

  test('add up to the bounds', () => {
    const at = (term: keyof typeof PAPER_TERMS) => termIn(term, mirror());
    expect(at('bound (5)')).toBeCloseTo(-at('ΔI') + at('B_syn') + at('H(e_M)') + at('δ_{ε,p}'), 12);
    const anchorTerms = -at("H(S_anchor|W')") - at('H(S_anchor|W)') + at('ε_{W,p}');
    expect(at('bound (10)')).toBeCloseTo(at('ΔI') + anchorTerms + 2 * at('ΔH') + at('H(S_gen|W)'), 12);
  });

  test('are zero where only rounding is left', () => {
    expect(termIn('δ_{ε,p}', ADDS_BIT)).toBe(0);
  });

  test('need the variables that they are about', () => {
    expect(() => termIn('GGMI', new LinearCode({ W: ['a'] }))).toThrow();
  });
});
