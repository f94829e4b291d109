import type { Matrix } from 'ml-matrix';
import { requireKnownOptions, requireOneOf, requirePositiveInteger } from '../numeric/arguments.js';
import { type SampleInput, toMatrix } from '../numeric/samples.js';
import { permutation } from '../random/permutation.js';
import { type Rng, requireRng } from '../random/rng.js';
import { toJointSamples } from './joint-samples.js';
import { checkedStatistic } from './statistic.js';
import { takeRows } from './take-rows.js';

export interface PermutationTestOptions {
  readonly rng: Rng;
  /** Number of permutations, or of rotations; 199 by default, for p-values in steps of 1/200. */
  readonly permutations?: number;
  /**
   * `'permutation'` (the default) where draws are independent of each other. `'rotation'` where rows are a series in which
   * neighbours are alike: y is moved on by a random number of rows, those at its end coming first, and stays the series that
   * it is.
   */
  readonly shuffle?: 'permutation' | 'rotation';
}

/** The ways to make y independent of x: each gives an order of n rows. */
const SHUFFLES = {
  permutation,
  // By nothing too: with fewer rotations than draws of one, p-values would be too small without it.
  rotation: (n, rng) => {
    const start = rng.integer(n);
    return Array.from({ length: n }, (_, i) => (start + i) % n);
  },
} as const satisfies Record<string, (n: number, rng: Rng) => number[]>;

/** A statistic, and what it would be of independent data. */
export interface PermutationTestResult {
  /** The statistic of the data as they are. */
  readonly value: number;
  /** Probability, if x and y are independent, of a statistic as large or larger: (1 + #{null >= value})/(1 + permutations). */
  readonly pValue: number;
  /** The statistic with the rows of y permuted, or rotated. */
  readonly null: Float64Array;
}

/**
 * Tests whether x and y (n rows each) are independent by permuting the rows of y, for a statistic that is large when
 * they are not, such as a mutual information. If they are independent and draws are too, the p-value is at most α with
 * a probability of at most α, whatever the statistic (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585).
 *
 * Rows of time series, of trials in turn or of places side by side are not independent draws. Permuted, they are too
 * unlike what they were: of pairs of independent series of 200 steps, each 0.9 times its last value plus noise, about
 * half are found dependent at α = 0.05. With `shuffle: 'rotation'` it is about one in twenty, if both series are stationary
 * and much longer than they remember.
 *
 * @example
 * const rng = createRng('any seed');
 * const x = Array.from({ length: 50 }, () => [rng.normal()]);
 * const y = x.map(([value]) => [value + rng.normal()]);
 * permutationTest(mutualInformationKsg, x, y, { rng }).pValue;
 * permutationTest(mutualInformationKsg, x, y, { rng, shuffle: 'rotation' }).pValue; // of series
 * @throws RangeError if x and y differ in length or have a single row, or an option is out of range
 * @throws TypeError if the statistic returns something that is no number, or NaN
 */
export function permutationTest(
  statistic: (x: Matrix, y: Matrix) => number,
  x: SampleInput,
  y: SampleInput,
  options: PermutationTestOptions,
): PermutationTestResult {
  requireKnownOptions('permutationTest', options, ['rng', 'permutations', 'shuffle']);
  const { rng, permutations = 199, shuffle = 'permutation' } = options;
  requireRng(rng);
  requirePositiveInteger('permutations', permutations);
  requireOneOf('shuffle', shuffle, ['permutation', 'rotation']);
  const compute = checkedStatistic(statistic, 'infinite too');
  const { x: xs, y: ys } = toJointSamples({ x, y });
  if (xs.n === 1) throw new RangeError('x and y must have two rows at least, got 1');
  const matrix = toMatrix(xs);
  const value = compute(matrix, toMatrix(ys));
  const statistics = Float64Array.from({ length: permutations }, () =>
    compute(matrix, toMatrix(takeRows(ys, SHUFFLES[shuffle](ys.n, rng)))),
  );
  const asLarge = statistics.filter((other) => other >= value).length;
  return { value, pValue: (1 + asLarge) / (1 + permutations), null: statistics };
}
