import fc from 'fast-check';
import { expect } from 'vitest';
import { ulps } from './exact.js';

/** The largest error in units in the last place over so many arguments. */
export function worstError<Arguments extends number[]>(
  f: (...x: Arguments) => number,
  truth: (...x: Arguments) => bigint,
  x: fc.Arbitrary<Arguments>,
  numRuns = 200,
): number {
  const errors = fc.sample(x, { seed: 1, numRuns }).map((x) => Math.abs(ulps(f(...x), truth(...x))));
  return Math.max(...errors);
}

/** Numbers between the bounds, equally likely: fc.double gives most of its numbers near 0. */
export function between(low: number, high: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 2 ** 48 }).map((i) => low + (high - low) * (i / 2 ** 48));
}

/** Whether f grows or stays from each number to the next ones. */
export function ascends(f: (x: number) => number, x: fc.Arbitrary<number>): void {
  fc.assert(
    fc.property(x, (x) => {
      let last = f(x);
      for (let i = 1, y = x; i <= 20; i++) {
        y += Math.abs(y) * 2 ** -52;
        expect(f(y)).toBeGreaterThanOrEqual(last);
        last = f(y);
      }
    }),
    { numRuns: 500 },
  );
}
