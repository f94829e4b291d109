import { describe, expect, test } from 'vitest';
import { holds } from '../../../src/information/holds.js';
import { failingStatements } from '../../../src/paper/failing-statements.js';
import { GENERATING_PROCESS, REVERSIBLE_PROMPT } from '../../../src/paper/premise.js';
import { randomCode } from '../../../src/paper/random/random-codes.js';
import { tightness } from '../../../src/paper/random/tightness.js';
import { createRng } from '../../../src/random/rng.js';

describe('a random code', () => {
  test('satisfies the generating process, with entropies of whole bits, and there is a λ', () => {
    for (let i = 0; i < 100; i++) {
      const code = randomCode(createRng(i));
      for (const statement of [...GENERATING_PROCESS.statements, ...REVERSIBLE_PROMPT.statements, 'M = f(sum)']) {
        expect([i, statement, holds(statement, code)]).toEqual([i, statement, true]);
      }
      expect(code.rank(['e_p']) + code.rank(['M']) - code.rank(['e_p', 'M'])).toBeGreaterThan(0);
    }
  });

  test('takes on all that matters: dependence and independence, noise and none, λ above λ*', () => {
    const codes = Array.from({ length: 200 }, (_, i) => randomCode(createRng(i)));
    const share = (statement: string) => codes.filter((code) => holds(statement, code)).length / codes.length;
    for (const statement of ['e_p _|_ e_M', 'S_gen = f(M)', 'e_p = f(S_anchor)', 'H(slack) = 0', 'M -> e_M -> W']) {
      expect([statement, share(statement) > 0.1, share(statement) < 0.95]).toEqual([statement, true, true]);
    }
  });

  test('depends on the seed only', () => {
    const ranks = (seed: number) => {
      const code = randomCode(createRng(seed));
      return code.variables.map((name) => code.rank([name]));
    };
    expect(ranks(3)).toEqual(ranks(3));
  });
});

describe('tightness', () => {
  const options = () => ({ systems: 200, rng: createRng('tightness') });

  test('counts systems by the whole bits between the two sides', () => {
    const [entropy, equal, violated] = tightness(
      [
        { claim: 'H(M) <= H(h, g)', given: [] },
        { claim: 'H(M) = H(M)', given: [] },
        { claim: 'H(S_gen) <= H(M)', given: [] },
      ],
      options(),
    );
    const { rng } = options();
    const codes = Array.from({ length: 200 }, (_, i) => randomCode(rng.split(i)));
    const slacks = codes.map((code) => code.rank(['h', 'g']) - code.rank(['M']));
    expect(entropy.slacks).toEqual(
      Array.from({ length: Math.max(...slacks) + 1 }, (_, bits) => slacks.filter((slack) => slack === bits).length),
    );
    expect(equal).toEqual({ systems: 200, violated: 0, slacks: [200] });
    expect(violated.violated).toBe(codes.filter((code) => code.rank(['S_gen']) > code.rank(['M'])).length);
    expect(violated.violated + violated.slacks.reduce((sum, count) => sum + count)).toBe(200);
  });

  test('looks at systems that satisfy the premises only', () => {
    const [under, none] = tightness(
      [
        { claim: 'H(S_gen) <= H(M)', given: ['S_gen = f(M)'] },
        { claim: 'H(M) >= 0', given: ['H(M) <= 0'] },
      ],
      options(),
    );
    expect(under.violated).toBe(0);
    expect(under.systems).toBeLessThan(200);
    expect(under.systems).toBeGreaterThan(0);
    expect(none).toEqual({ systems: 0, violated: 0, slacks: [] });
  });

  test('finds every repaired statement of the paper true, and equal on some system', () => {
    const repaired = failingStatements().flatMap(({ items: [{ role }], repairs }) =>
      repairs.flatMap(({ finding }) => (finding.kind === 'decided' && role === 'statement' ? [finding] : [])),
    );
    const measured = tightness(repaired, { systems: 300, rng: createRng('repaired') });
    for (const [i, { claim, given }] of repaired.entries()) {
      expect([claim, given, measured[i].violated]).toEqual([claim, given, 0]);
      expect([claim, measured[i].slacks[0] > 0]).toEqual([claim, true]);
    }
  });

  test('refuses bad input', () => {
    expect(() => tightness([], { systems: 0, rng: createRng(1) })).toThrow('systems must be a positive integer, got 0');
    expect(() => tightness([], { systems: 1e9, rng: createRng(1) })).toThrow(
      'systems must be at most 100000, got 1000000000',
    );
    expect(() => tightness([], { systems: 1 } as never)).toThrow('rng must come from createRng(seed)');
    expect(() => tightness([], { ...options(), n: 1 } as never)).toThrow("tightness has no option 'n'");
    expect(() => tightness([{ claim: '1/2 H(S_anchor) >= 0', given: [] }], options())).toThrow(
      'claims must be about whole bits, got a slack of 0.5',
    );
    expect(() => tightness([{ claim: 'H(X) >= 0', given: [] }], options())).toThrow('X');
  });
});
