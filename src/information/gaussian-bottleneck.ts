import { brief, requireNonNegative } from '../numeric/arguments.js';
import { exp, expm1 } from '../numeric/exponential.js';
import { ln, log1p } from '../numeric/logarithm.js';
import { withinRange } from '../numeric/range.js';

/** Of a logarithm that is 20 at most. */
const ROUNDING = 1e-14;

/**
 * The information bottleneck of jointly Gaussian X and Y with one coordinate each: the greatest I(T; Y) of a T with
 * T → X → Y and I(X; T) as given, in nats,
 *
 *     −½ log(1 − r² (1 − e^(−2 I(X; T)))),   r the correlation of X and Y.
 *
 * Attained by T = X + noise (Chechik, Globerson, Tishby & Weiss 2005, Information bottleneck for Gaussian variables,
 * JMLR 6).
 *
 * @throws RangeError if the rate is negative, or the correlation not between −1 and 1
 */
export function gaussianBottleneckRelevance(rate: number, correlation: number): number {
  requireNonNegative('rate', rate);
  if (!(typeof correlation === 'number' && Math.abs(correlation) < 1)) {
    throw new RangeError(`correlation must be between -1 and 1, got ${brief(correlation)}`);
  }
  const square = correlation * correlation;
  const lost = -square * expm1(-2 * rate);
  // What is left, 1 − r² (1 − e^(−2 rate)), as a sum that does not cancel where little is.
  const left = (1 - correlation) * (1 + correlation) + square * exp(-2 * rate);
  const relevance = -(lost < 1 / 2 ? log1p(-lost) : ln(left)) / 2;
  return withinRange('the relevance', relevance, [0, rate], ROUNDING);
}
