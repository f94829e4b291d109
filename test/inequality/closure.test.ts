import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Closure, type Dependence } from '../../src/inequality/closure.js';
import { isSubset } from '../../src/inequality/variable-sets.js';

const set = fc.integer({ min: 0, max: 63 });
const dependences = fc.array(fc.record({ from: set, to: set, because: fc.nat() }), { maxLength: 6 });

/** Armstrong's axioms applied until nothing changes, one variable at a time. */
function closureByRules(rules: readonly Dependence[], start: number): number {
  let closed = start;
  for (let round = 0; round < 10; round++) {
    for (const { from, to } of rules) if ((from & closed) === from) closed |= to;
  }
  return closed;
}

describe('the closure under functional dependences', () => {
  test('follows dependences to the end', () => {
    const closure = new Closure([
      { from: 0b0011, to: 0b0100, because: 'M = f(h, g)' },
      { from: 0b0100, to: 0b1000, because: 'S = f(M)' },
    ]);
    expect(closure.of(0b0001)).toBe(0b0001);
    expect(closure.of(0b0011)).toBe(0b1111);
    expect(closure.of(0b0100)).toBe(0b1100);
  });

  test('agrees with Armstrong’s axioms, contains its set, grows with it and is idempotent', () => {
    fc.assert(
      fc.property(dependences, set, set, (rules, a, b) => {
        const closure = new Closure(rules);
        expect(closure.of(a)).toBe(closureByRules(rules, a));
        expect(isSubset(a, closure.of(a))).toBe(true);
        expect(isSubset(closure.of(a), closure.of(a | b))).toBe(true);
        expect(closure.of(closure.of(a))).toBe(closure.of(a));
      }),
    );
  });

  test('lists every closed set once, the closure of nothing first', () => {
    fc.assert(
      fc.property(dependences, (rules) => {
        const closure = new Closure(rules);
        const closed = closure.closedSets(63, 64)!;
        const all = Array.from({ length: 64 }, (_, a) => a).filter((a) => closure.of(a) === a);
        expect(closed[0]).toBe(closure.of(0));
        expect(closed.toSorted((a, b) => a - b)).toEqual(all.filter((a) => a <= 63));
      }),
    );
  });

  test('gives up listing beyond the limit', () => {
    expect(new Closure([]).closedSets(0b1111, 15)).toBeNull();
    expect(new Closure([]).closedSets(0b1111, 16)).toHaveLength(16);
  });

  test('names only the dependences that are needed to get from one set to another', () => {
    const closure = new Closure([
      { from: 0b00001, to: 0b10000, because: 'aside' },
      { from: 0b00001, to: 0b00010, because: 'first' },
      { from: 0b00010, to: 0b00100, because: 'second' },
    ]);
    expect(closure.reasons(0b00001, 0b00100)).toEqual(['first', 'second']);
    expect(closure.reasons(0b00100, 0b00001)).toBeNull();
    expect(closure.reasons(0b00110, 0b00100)).toEqual([]);
  });

  test('names reasons that suffice by themselves', () => {
    fc.assert(
      fc.property(dependences, set, (rules, from) => {
        const numbered = rules.map((rule, because) => ({ ...rule, because }));
        const to = new Closure(numbered).of(from);
        const reasons = new Closure(numbered).reasons(from, to)!;
        const needed = new Closure(numbered.filter(({ because }) => reasons.includes(because)));
        expect(needed.of(from)).toBe(to);
      }),
    );
  });

  test('finds a generator: the same closure, and no variable to spare', () => {
    fc.assert(
      fc.property(dependences, set, (rules, a) => {
        const closure = new Closure(rules);
        const generator = closure.generator(a);
        expect(closure.of(generator)).toBe(closure.of(a));
        for (let variable = 1; variable < 64; variable *= 2) {
          if (generator & variable) expect(closure.of(generator & ~variable)).not.toBe(closure.of(a));
        }
      }),
    );
  });
});
