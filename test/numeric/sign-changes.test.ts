import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signChanges } from '../../src/numeric/sign-changes.js';

const of = (g: (x: number) => number, breakpoints: readonly number[]) => signChanges((x) => x.map(g), breakpoints);

test('zeros of the sine are found', () => {
  const changes = of(Math.sin, [-1, 3, 10]);
  expect(changes).toHaveLength(4);
  changes.forEach((x, i) => {
    expect(x).toBeCloseTo(i * Math.PI, 7);
  });
});

test('all roots of a polynomial that are not too close', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { minLength: 1, maxLength: 6 }), (roots) => {
      // An odd multiple of 1/7 is at least 1/7 from the other ones; the steps are 1/8 long.
      const zeros = roots.map((root) => (2 * root + 1) / 7).sort((a, b) => a - b);
      const g = (x: number) => zeros.reduce((product, zero) => product * (x - zero), 1);
      const changes = of(
        g,
        Array.from({ length: 13 }, (_, i) => i),
      );
      expect(changes).toHaveLength(zeros.length);
      changes.forEach((x, i) => {
        expect(x).toBeCloseTo(zeros[i], 7);
      });
    }),
  );
});

test('a jump, a steep step and a zero that is looked at are changes; touching zero, or being zero, is none', () => {
  expect(of((x) => (x < 0.3 ? -1 : 1), [0, 1])).toEqual([expect.closeTo(0.3, 8)]);
  expect(of((x) => Math.tanh(1e6 * (x - 0.3)), [0, 1])).toEqual([expect.closeTo(0.3, 8)]);
  expect(of((x) => x - 0.5, [0, 1])).toEqual([0.5]);
  expect(of((x) => (x - 0.3) ** 2, [0, 1])).toEqual([]);
  expect(of(() => 0, [0, 1])).toEqual([]);
});

test('two changes in one step are found where the function dips below zero, but for a last thousandth of it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 2.9, noNaN: true }),
      fc.double({ min: 2e-3, max: 0.1, noNaN: true }),
      (x, gap) => {
        const g = (t: number) => Math.tanh((t - x) * (t - x - gap));
        expect(of(g, [0, 1, 2, 3.5])).toEqual([expect.closeTo(x, 7), expect.closeTo(x + gap, 7)]);
        expect(of((t) => -g(t), [0, 1, 2, 3.5])).toHaveLength(2);
      },
    ),
  );
});
