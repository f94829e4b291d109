import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { exactSolution, type IntegerColumn, nearestSimple } from '../../src/inequality/exact-solution.js';

const solved = (
  columns: readonly IntegerColumn[],
  rightHandSide: ReadonlyMap<number, number>,
  approximate: ArrayLike<number>,
) => exactSolution(columns, rightHandSide, approximate, Infinity);

describe('exact solutions from approximate ones', () => {
  test('are simple fractions where these add up', () => {
    // x + y = 1, x = 1/3
    const columns = [
      [
        [0, 1],
        [1, 3],
      ],
      [[0, 1]],
    ] as const;
    const solution = solved(
      columns,
      new Map([
        [0, 1],
        [1, 1],
      ]),
      [0.33333333334, 0.66666666666],
    );
    expect(solution?.get(0)?.toFraction()).toBe('1/3');
    expect(solution?.get(1)?.toFraction()).toBe('2/3');
  });

  test('are found by elimination where denominators are large', () => {
    // 12345 x = 1, x + y = 1
    const columns = [
      [
        [0, 12345],
        [1, 1],
      ],
      [[1, 1]],
    ] as const;
    const solution = solved(
      columns,
      new Map([
        [0, 1],
        [1, 1],
      ]),
      [1 / 12345, 12344 / 12345],
    );
    expect(solution?.get(0)?.toFraction()).toBe('1/12345');
    expect(solution?.get(1)?.toFraction()).toBe('12344/12345');
  });

  test('are null when the columns in use do not solve the equations, or only with a negative number', () => {
    expect(
      solved(
        [[[0, 1]], [[1, 1]]],
        new Map([
          [0, 1],
          [1, 1],
        ]),
        [1, 0],
      ),
    ).toBeNull();
    // x + y = 1, y = 2
    expect(
      solved(
        [
          [[0, 1]],
          [
            [0, 1],
            [1, 1],
          ],
        ],
        new Map([
          [0, 1],
          [1, 2],
        ]),
        [0.5, 0.5],
      ),
    ).toBeNull();
  });

  test('are found for hundreds of sparse equations, or not at all once time is up', () => {
    // x_i + x_(i+1) = 1, and 3 x_n = 1.
    const size = 600;
    const columns = Array.from({ length: size }, (_, i): IntegerColumn => {
      const own: [number, number] = [i, i === size - 1 ? 3 : 1];
      return i === 0 ? [own] : [[i - 1, 1], own];
    });
    const rightHandSide = new Map(Array.from({ length: size }, (_, i) => [i, 1]));
    // 1/3, 2/3, 1/3, … does not add up to 1 once it is taken for 0.334, 0.666, …
    const near = Float64Array.from({ length: size }, (_, i) => ((size - 1 - i) % 2 === 0 ? 0.334 : 0.666));
    const exact = exactSolution(columns, rightHandSide, near, performance.now() + 30_000);
    expect([...exact!.values()].map((x) => x.toFraction())).toEqual(
      Array.from({ length: size }, (_, i) => ((size - 1 - i) % 2 === 0 ? '1/3' : '2/3')),
    );
    expect(exactSolution(columns, rightHandSide, near, performance.now())).toBeNull();
  });

  test('solve random systems exactly, whatever the denominators', () => {
    const value = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 2000 })).map(([n, d]) => new Fraction(n, d));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -3, max: 3 }), value), { maxLength: 3 }),
        (unknowns) => {
          // Independent columns: one row each, and a row that all share.
          const columns = unknowns.map(([own, shared], i) => [[i, own] as const, [9, shared] as const]);
          const x = unknowns.map(([, , exact]) => exact);
          const common = x.reduce((product, { d }) => product * Number(d), 1);
          const sums = new Map<number, Fraction>();
          columns.forEach((column, i) => {
            for (const [row, entry] of column)
              sums.set(
                row,
                x[i]
                  .mul(entry)
                  .mul(common)
                  .add(sums.get(row) ?? 0),
              );
          });
          const rightHandSide = new Map([...sums].map(([row, sum]) => [row, sum.valueOf()]));
          const found = solved(
            columns,
            rightHandSide,
            x.map((exact) => exact.valueOf() * common),
          );
          x.forEach((exact, i) => {
            expect((found!.get(i) ?? new Fraction(0)).equals(exact.mul(common))).toBe(true);
          });
        },
      ),
    );
  });
});

describe('the nearest simple fraction', () => {
  test('gives fractions with small denominators back', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 500 }), (n, d) => {
        expect(nearestSimple(n / d).equals(new Fraction(n, d))).toBe(true);
      }),
    );
  });
});
