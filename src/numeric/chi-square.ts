import { requireWeights } from './arguments.js';
import { erfc } from './error-function.js';
import { exp } from './exponential.js';
import { logGamma } from './log-gamma.js';
import { ln } from './logarithm.js';
import { square } from './power.js';

/** Cells are joined until each is expected to hold this many: Pearson's statistic has its law for large counts. */
const SMALLEST_EXPECTATION = 5;

/** The outcome of a χ² test. */
export interface ChiSquareTest {
  /** Σ (observed − expected)²/expected. */
  readonly statistic: number;
  /** Degrees of freedom: one less than there are cells. */
  readonly freedom: number;
  /** Probability of a statistic as large, if what was expected is right. */
  readonly pValue: number;
}

/**
 * Pearson's χ² test of counts against expected counts of the same total. Neighbouring cells are joined until each is
 * expected to hold five.
 *
 * @throws RangeError if the lists differ in length or total, a count is no finite non-negative number, or fewer
 *   than two cells are left
 */
export function chiSquareTest(observed: ArrayLike<number>, expected: ArrayLike<number>): ChiSquareTest {
  requireWeights('observed', observed);
  requireWeights('expected', expected);
  if (observed.length !== expected.length) {
    throw new RangeError(`observed must have as many counts as expected, ${expected.length}, got ${observed.length}`);
  }
  const cells = joinSmallCells(observed, expected);
  const [counted, awaited] = [0, 1].map((side) => cells.reduce((sum, cell) => sum + cell[side], 0));
  if (!(Math.abs(counted - awaited) <= 1e-6 * awaited)) {
    throw new RangeError(`observed and expected must have the same total, got ${counted} and ${awaited}`);
  }
  const freedom = cells.length - 1;
  if (freedom < 1) throw new RangeError(`two cells that are expected to hold ${SMALLEST_EXPECTATION} are needed`);
  const statistic = cells.reduce((sum, [count, mean]) => sum + square(count - mean) / mean, 0);
  return { statistic, freedom, pValue: chiSquareTail(statistic, freedom) };
}

type Cell = [observed: number, expected: number];

function joinSmallCells(observed: ArrayLike<number>, expected: ArrayLike<number>): Cell[] {
  const cells: Cell[] = [];
  let open: Cell = [0, 0];
  for (let i = 0; i < observed.length; i++) {
    open = [open[0] + observed[i], open[1] + expected[i]];
    if (open[1] < SMALLEST_EXPECTATION) continue;
    cells.push(open);
    open = [0, 0];
  }
  const last = cells.pop() ?? [0, 0];
  return [...cells, [last[0] + open[0], last[1] + open[1]]];
}

/**
 * P(χ² >= x) with k degrees of freedom, Q(k/2, x/2): from Q(1/2, y) = erfc √y or Q(1, y) = e⁻ʸ by the recurrence
 * Q(a + 1, y) = Q(a, y) + yᵃ e⁻ʸ/Γ(a + 1). No term is negative: small tails are as exact as large ones.
 */
export function chiSquareTail(x: number, freedom: number): number {
  const y = x / 2;
  if (y === 0) return 1;
  const odd = freedom % 2 === 1;
  let tail = odd ? erfc(Math.sqrt(y)) : exp(-y);
  for (let a = odd ? 1 / 2 : 1; a < freedom / 2; a++) tail += exp(a * ln(y) - y - logGamma(a + 1));
  return Math.min(1, tail);
}
