import type { Rng } from '../random/rng.js';

export interface BootstrapOptions {
  readonly rng: Rng;
  /** Share of the bootstrap distribution that the interval holds; as much is cut off above as below. */
  readonly level: number;
  readonly replicates: number;
}

/** A statistic, and the interval that holds most of its bootstrap distribution. */
export interface IntervalEstimate {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

/**
 * Percentile interval of a statistic of groups of numbers, each resampled with replacement on its own (Efron & Tibshirani
 * 1993, §13.3). Where tails are heavy it is as skew as the statistic is, unlike a multiple of the standard error.
 */
export function bootstrapInterval(
  statistic: (groups: readonly Float64Array[]) => number,
  groups: readonly ArrayLike<number>[],
  { rng, level, replicates }: BootstrapOptions,
): IntervalEstimate {
  const original = groups.map((group) => Float64Array.from(group));
  const resampled = original.map((group) => new Float64Array(group.length));
  const distribution = new Float64Array(replicates).map(() => {
    resampled.forEach((target, g) => {
      for (let i = 0; i < target.length; i++) target[i] = original[g][Math.floor(rng.uniform() * target.length)];
    });
    return statistic(resampled);
  });
  distribution.sort();
  const cut = Math.floor(((1 - level) / 2) * replicates);
  return { value: statistic(original), interval: [distribution[cut], distribution[replicates - 1 - cut]] };
}
