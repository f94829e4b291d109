import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { ExactCode } from '../../../src/inequality/refute/exact-code.js';
import { ExactGaussian } from '../../../src/inequality/refute/exact-gaussian.js';
import type { ExactSystem } from '../../../src/inequality/refute/exact-system.js';
import {
  type ExactSystemData,
  exactSystemFromData,
  exactSystemToData,
} from '../../../src/inequality/refute/exact-system-data.js';
import { ExactTable } from '../../../src/inequality/refute/exact-table.js';

const SYSTEMS: readonly (readonly [kind: string, system: ExactSystem])[] = [
  ['code', new ExactCode(['X', 'Y', "W'", 'Z'], [[1], [2], [], [1, 2]])],
  [
    'table',
    new ExactTable(
      ['X', 'Y'],
      [
        { values: [0, 0], weight: 1 },
        { values: [0, 1], weight: 3 },
        { values: [1, 1], weight: 2 },
      ],
    ),
  ],
  [
    'gaussian',
    new ExactGaussian(
      ['X', 'Y'],
      [
        [new Fraction(1), new Fraction(0)],
        [new Fraction(-2, 3), new Fraction(5)],
      ],
    ),
  ],
];

describe('an exact system as data', () => {
  test.each(SYSTEMS)('%s: the same entropies again', (kind, system) => {
    const data: ExactSystemData = JSON.parse(JSON.stringify(exactSystemToData(system)));
    expect(data.kind).toBe(kind);
    const again = exactSystemFromData(data);
    expect(again.variables).toEqual(system.variables);
    expect(again.toTable()).toEqual(system.toTable());
    for (const subset of [system.variables.slice(0, 1), system.variables.slice(0, 2)]) {
      expect(String(again.entropy(subset))).toBe(String(system.entropy(subset)));
    }
    expect(exactSystemToData(again)).toEqual(data);
  });

  test('is refused where there is no such system', () => {
    const outcomes = [[[0], 0.5]] as const;
    expect(() => exactSystemFromData({ kind: 'table', variables: ['X'], outcomes })).toThrow(
      'weights must be positive integers, got 0.5',
    );
    expect(() => exactSystemFromData({ kind: 'matroid' } as never)).toThrow(
      'data must be of a code, a table or a Gaussian system, got { kind }',
    );
    const other = { shape: 'round' } as unknown as ExactSystem;
    expect(() => exactSystemToData(other)).toThrow('system must be a code, a table or Gaussian, got { shape }');
  });
});
