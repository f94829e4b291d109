import { brief, requireKnownOptions } from '../numeric/arguments.js';
import { readLists } from './number-lists.js';
import { checkedStatistic } from './statistic.js';
import { type Estimate, replicate, UNCERTAINTY_OPTIONS, type UncertaintyOptions } from './uncertainty.js';

/**
 * Uncertainty of a statistic of lists of numbers, each resampled with replacement on its own. The interval is that of the
 * percentiles of the bootstrap distribution (Efron & Tibshirani 1993, §13.3): where tails are heavy it is as skew as the
 * statistic is, unlike a multiple of the standard error.
 *
 * Intervals of means hold the truth less often than they say where tails are heavy and long tails lie on one side. At the
 * level 0.99, of 50, 100 and 400 draws: normal 98, 98, 98 %; Student with three degrees of freedom 98, 98, 98 %; exp(Z), Z
 * normal, 94, 96, 98 %; exp(3Z/2) 89, 94, 94 %, nearly all misses being too low. Medians: 98 % or more
 * of the first two, at 50 draws too.
 *
 * @example
 * const gaps = [0.3, -0.1, 0.2, 5.1, 0.4];
 * percentileBootstrap(([values]) => median(values), [gaps], { rng: createRng('any seed') });
 * @throws RangeError if an option is out of range, there are no lists, or one has fewer than two finite numbers
 * @throws TypeError if the statistic returns something that is no number
 */
export function percentileBootstrap(
  statistic: (lists: readonly Float64Array[]) => number,
  lists: readonly ArrayLike<number>[],
  options: UncertaintyOptions,
): Estimate {
  requireKnownOptions('percentileBootstrap', options, UNCERTAINTY_OPTIONS);
  const compute = checkedStatistic(statistic);
  const original = readLists('lists', lists);
  original.forEach((list, i) => {
    if (list.length < 2) throw new RangeError(`lists[${i}] must hold two numbers or more, got ${brief(list)}`);
  });
  if (original.length === 0) throw new RangeError('lists must hold at least one list, got []');
  const resampled = original.map((list) => new Float64Array(list.length));
  const { rng } = options;
  const { values, spread, level } = replicate(options, () => {
    resampled.forEach((target, g) => {
      for (let i = 0; i < target.length; i++) target[i] = original[g][Math.floor(rng.uniform() * target.length)];
    });
    return compute(resampled);
  });
  values.sort();
  const cut = Math.floor(((1 - level) / 2) * values.length);
  return {
    value: compute(original),
    standardError: spread,
    interval: [values[cut], values[values.length - 1 - cut]],
  };
}
