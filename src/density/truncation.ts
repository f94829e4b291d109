import { requirePositiveInteger } from '../numeric/arguments.js';
import { ln } from '../numeric/logarithm.js';
import { toMatrix, toSamples } from '../numeric/samples.js';
import { type BestShare, type BestShareOptions, bestShare } from './best-share.js';
import { breakpoints, type Density, logDensityInto, sample } from './density.js';

/** A density that is zero outside a region, and as it was inside but for a constant factor. */
export interface Truncation extends Required<Density> {
  /** What is kept. */
  readonly region: BestShare;
}

/**
 * The law of X ~ density given that X is among the best by a score, a share of them (see {@link bestShare}): what is left
 * of the draws when they are ranked and the best kept. Its total variation distance from the density is 1 − share.
 *
 * Draws are made by rejection: 1/share of them are needed. Breakpoints are there in one dimension only.
 *
 * @throws like {@link bestShare}
 */
export function truncation(density: Density, share: number, options: BestShareOptions = {}): Truncation {
  const region = bestShare(density, share, options);
  const d = density.dimension;
  return {
    dimension: d,
    region,
    logDensity(X) {
      const { data, n, d: columns } = toSamples('X', X);
      if (columns !== d) throw new RangeError(`X must have ${d} columns, got ${columns}`);
      const kept = region.contains(data);
      const logs = logDensityInto(new Float64Array(n), density, data);
      return logs.map((log, i) => (kept[i] ? log - ln(region.share) : -Infinity));
    },
    sample(n, rng) {
      requirePositiveInteger('n', n);
      const kept = new Float64Array(n * d);
      for (let filled = 0; filled < kept.length; ) {
        const draws = toSamples('draws', sample(density, n, rng)).data;
        const inside = region.contains(draws);
        for (let i = 0; i < n && filled < kept.length; i++) {
          if (!inside[i]) continue;
          kept.set(draws.subarray(i * d, (i + 1) * d), filled);
          filled += d;
        }
      }
      return toMatrix({ data: kept, n, d });
    },
    breakpoints() {
      if (d > 1) throw new RangeError(`a truncation has breakpoints in 1 dimension only, got ${d}`);
      const inside = breakpoints(density).filter((x) => region.intervals.some(([from, to]) => x > from && x < to));
      return [...region.intervals.flat().filter(Number.isFinite), ...inside].sort((a, b) => a - b);
    },
  };
}
