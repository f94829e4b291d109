import type { Matrix } from 'ml-matrix';
import { requireKnownOptions, requirePositiveInteger } from '../numeric/arguments.js';
import { type SampleInput, toMatrix } from '../numeric/samples.js';
import { permutation } from '../random/permutation.js';
import { type Rng, requireRng } from '../random/rng.js';
import { toJointSamples } from './joint-samples.js';
import { takeRows } from './take-rows.js';

export interface PermutationTestOptions {
  readonly rng: Rng;
  /** Number of permutations; 199 by default, for p-values in steps of 1/200. */
  readonly permutations?: number;
}

/** A statistic, and what it would be of independent data. */
export interface PermutationTestResult {
  /** The statistic of the data as they are. */
  readonly value: number;
  /** Probability, if x and y are independent, of a statistic as large or larger: (1 + #{null >= value})/(1 + permutations). */
  readonly pValue: number;
  /** The statistic with the rows of y permuted. */
  readonly null: Float64Array;
}

/**
 * Tests whether x and y (n rows each) are independent by permuting the rows of y, for a statistic that is large when
 * they are not, such as a mutual information. If they are independent and draws are too, the p-value is at most α with
 * a probability of at most α, whatever the statistic (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585).
 *
 * @example
 * const rng = createRng('any seed');
 * const x = Array.from({ length: 50 }, () => [rng.normal()]);
 * const y = x.map(([value]) => [value + rng.normal()]);
 * permutationTest(mutualInformationKsg, x, y, { rng }).pValue;
 * @throws RangeError if x and y differ in length or `permutations` is not a positive integer
 */
export function permutationTest(
  statistic: (x: Matrix, y: Matrix) => number,
  x: SampleInput,
  y: SampleInput,
  options: PermutationTestOptions,
): PermutationTestResult {
  requireKnownOptions('permutationTest', options, ['rng', 'permutations']);
  const { rng, permutations = 199 } = options;
  requireRng(rng);
  requirePositiveInteger('permutations', permutations);
  const { x: xs, y: ys } = toJointSamples({ x, y });
  const matrix = toMatrix(xs);
  const value = statistic(matrix, toMatrix(ys));
  const statistics = Float64Array.from({ length: permutations }, () =>
    statistic(matrix, toMatrix(takeRows(ys, permutation(ys.n, rng)))),
  );
  const asLarge = statistics.filter((other) => other >= value).length;
  return { value, pValue: (1 + asLarge) / (1 + permutations), null: statistics };
}
