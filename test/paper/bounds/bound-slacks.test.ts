import { describe, expect, test } from 'vitest';
import { boundSlacks } from '../../../src/paper/bounds/bound-slacks.js';
import { itemOf } from '../../../src/paper/ledger.js';
import { createRng } from '../../../src/random/rng.js';

describe('the error bounds on random learning problems', () => {
  const options = () => ({ problems: 150, rng: createRng('bounds') });
  const bounds = boundSlacks(options());

  test('are violated as printed, and never as repaired', () => {
    for (const { id, form, repaired, slacks } of bounds) {
      expect(slacks).toHaveLength(150);
      expect(slacks.every(Number.isFinite)).toBe(true);
      expect([id, form, Math.min(...slacks) < -0.01]).toEqual([id, form, !repaired]);
      if (repaired) expect(Math.min(...slacks)).toBeGreaterThan(-1e-9);
    }
  });

  test('are of items that fail as printed, each with a repair', () => {
    for (const { id } of bounds) expect(['fails', 'holds-under']).toContain(itemOf(id).verdict);
    const ids = (repaired: boolean) => new Set(bounds.filter((one) => one.repaired === repaired).map(({ id }) => id));
    expect(ids(true)).toEqual(ids(false));
  });

  test('lose nothing but what the repair costs: max ℓ − min ℓ is at most 2C', () => {
    const of = (repaired: boolean) => bounds.find((one) => one.id === 'lemma-3.1' && one.repaired === repaired)!.slacks;
    // Where C is the larger of the two constants, the repaired bound is the smaller.
    expect(of(true).some((slack, i) => slack < of(false)[i])).toBe(true);
    expect(of(true).some((slack, i) => slack > of(false)[i])).toBe(true);
  });

  test('are the same on every run', () => {
    expect(boundSlacks(options())).toEqual(bounds);
  });

  test('refuse bad input', () => {
    expect(() => boundSlacks({ problems: 0, rng: createRng(1) })).toThrow('problems must be a positive integer, got 0');
    expect(() => boundSlacks({ problems: 1 } as never)).toThrow('rng must come from createRng(seed)');
    expect(() => boundSlacks({ ...options(), n: 1 } as never)).toThrow("boundSlacks has no option 'n'");
  });
});
