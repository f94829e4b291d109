import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTROPY_ESTIMATORS, type EntropyEstimator } from '../../src/estimators/entropy-of-counts.js';
import {
  conditionalMutualInformationOfCounts,
  mutualInformationOfCounts,
} from '../../src/estimators/mutual-information-of-counts.js';
import { logFactorial } from '../../src/numeric/log-factorial.js';
import { toRows } from '../../src/numeric/samples.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';

const plugIn = { estimator: 'plug-in' } as const;
const table = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .filter((rows) => rows.flat().some((count) => count > 0));
const transposed = (rows: readonly (readonly number[])[]) => rows[0].map((_, j) => rows.map((row) => row[j]));

describe('mutual information of counts', () => {
  test('by plug-in is the divergence of frequencies from their product', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const n = rows.flat().reduce((a, b) => a + b);
        const ofX = rows.map((row) => row.reduce((a, b) => a + b));
        const ofY = transposed(rows).map((column) => column.reduce((a, b) => a + b));
        let expected = 0;
        rows.forEach((row, i) => {
          row.forEach((count, j) => {
            if (count > 0) expected += (count / n) * Math.log((count * n) / (ofX[i] * ofY[j]));
          });
        });
        expect(mutualInformationOfCounts(rows, plugIn)).toBeCloseTo(expected, 12);
      }),
    );
  });

  test.each(ENTROPY_ESTIMATORS)('%s is symmetric', (estimator) => {
    fc.assert(
      fc.property(table, (rows) => {
        const value = mutualInformationOfCounts(rows, { estimator });
        expect(mutualInformationOfCounts(transposed(rows), { estimator })).toBeCloseTo(value, 10);
      }),
      { numRuns: estimator === 'nsb' ? 5 : 50 },
    );
  });

  test('by Miller and Madow is the plug-in less (r − 1)(c − 1)/2N if all pairs were seen', () => {
    const rows = [
      [30, 10, 5],
      [8, 32, 15],
    ];
    const estimator = 'miller-madow';
    expect(mutualInformationOfCounts(rows, { estimator })).toBeCloseTo(
      mutualInformationOfCounts(rows, plugIn) - 2 / 200,
      12,
    );
  });
});

describe('conditional mutual information of counts', () => {
  // Grassberger's entropy of a value that is certain is not 0.
  test.each(ENTROPY_ESTIMATORS.filter((estimator) => !estimator.startsWith('grassberger')))(
    'by %s is mutual information where there is one condition',
    (estimator) => {
      const rows = [
        [3, 1, 0],
        [2, 5, 1],
      ];
      expect(conditionalMutualInformationOfCounts([rows], { estimator })).toBeCloseTo(
        mutualInformationOfCounts(rows, { estimator }),
        10,
      );
    },
  );

  test('by plug-in is the mean of that given each condition', () => {
    fc.assert(
      fc.property(
        fc.array(
          table.filter((rows) => rows.length === 2),
          { minLength: 1, maxLength: 3 },
        ),
        (tables) => {
          const sums = tables.map((rows) => rows.flat().reduce((a, b) => a + b));
          const n = sums.reduce((a, b) => a + b);
          const expected = tables.reduce(
            (sum, rows, z) => sum + (sums[z] / n) * mutualInformationOfCounts(rows, plugIn),
            0,
          );
          expect(conditionalMutualInformationOfCounts(tables, plugIn)).toBeCloseTo(expected, 12);
        },
      ),
    );
  });

  test('of the exclusive or is log 2, where the information without it is 0', () => {
    const tables = [
      [
        [5, 0],
        [0, 5],
      ],
      [
        [0, 5],
        [5, 0],
      ],
    ];
    expect(conditionalMutualInformationOfCounts(tables, plugIn)).toBeCloseTo(Math.LN2, 12);
    expect(
      mutualInformationOfCounts(
        [
          [5, 5],
          [5, 5],
        ],
        plugIn,
      ),
    ).toBeCloseTo(0, 12);
  });
});

describe('bias under independence, exactly, by enumeration of all tables of 12 draws', () => {
  const draws = 12;
  const bias = (estimator: EntropyEstimator) => {
    let sum = 0;
    for (let a = 0; a <= draws; a++) {
      for (let b = 0; a + b <= draws; b++) {
        for (let c = 0; a + b + c <= draws; c++) {
          const d = draws - a - b - c;
          const log = [a, b, c, d].reduce((total, n) => total - logFactorial(n), logFactorial(draws));
          const rows = [
            [a, b],
            [c, d],
          ];
          sum += Math.exp(log - draws * Math.log(4)) * mutualInformationOfCounts(rows, { estimator });
        }
      }
    }
    return sum;
  };

  test('the plug-in is too large by about 1/(2N)', () => {
    expect(bias('plug-in')).toBeGreaterThan(0.8 / (2 * draws));
    expect(bias('plug-in')).toBeLessThan(1.3 / (2 * draws));
  });

  test.each(['miller-madow', 'james-stein', 'jackknife'] as const)('%s has less than half of it', (estimator) => {
    expect(Math.abs(bias(estimator))).toBeLessThan(bias('plug-in') / 2);
  });
});

describe('bias with 200 draws of 100 pairs', () => {
  // Independent with chance one half, else the same.
  const law = Array.from({ length: 100 }, (_, i) => 0.5 / 100 + (i % 11 === 0 ? 0.5 / 10 : 0));
  const truth = law.reduce((sum, p) => sum + p * Math.log(100 * p), 0);
  const bias = (estimator: EntropyEstimator) =>
    mean(
      Array.from({ length: 60 }, (_, i) => {
        const counts = createRng('pairs').split(i).multinomial(200, law);
        return mutualInformationOfCounts(toRows(counts, 10), { estimator }) - truth;
      }),
    );

  test.each(ENTROPY_ESTIMATORS.filter((estimator) => estimator !== 'plug-in'))(
    'is above 0.2 nats by plug-in, and below 0.13 by %s',
    (estimator) => {
      expect(bias('plug-in')).toBeGreaterThan(0.2);
      expect(Math.abs(bias(estimator))).toBeLessThan(0.13);
    },
  );
});

test('bad input is named', () => {
  for (const [bad, message] of [
    [5, 'table must be a list, got 5'],
    [[3, 1], 'table[0] must be a list, got 3'],
    [[], 'table must have at least one row and one column, got []'],
    [[[1, 2], [3]], 'table must have 2 columns in every row, got 1 in row 1'],
    [[[1, -2]], 'table[0][1] must be a non-negative integer, got -2'],
    [[[0, 0]], 'table must have a positive sum, got only zeros'],
  ] as const) {
    expect(() => mutualInformationOfCounts(bad as never, plugIn)).toThrow(message);
  }
  const tables = [[[1, 2]], [[1], [2]]];
  expect(() => conditionalMutualInformationOfCounts(tables, plugIn)).toThrow(
    'tables[1] must be 1×2 as tables[0] is, got 2×1',
  );
  expect(() => conditionalMutualInformationOfCounts([], plugIn)).toThrow('tables must have at least one table');
  expect(() => mutualInformationOfCounts([[1]], { estimator: 'knn' as never })).toThrow('estimator must be one of');
});
