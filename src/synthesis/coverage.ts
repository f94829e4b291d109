import { jensenShannonDivergence } from '../density/jensen-shannon-divergence.js';
import { ln } from '../numeric/logarithm.js';
import { type ComponentCounts, requireComponentCounts, totalComponents } from './component-counts.js';

/** How far a distribution is from G, in nats. */
export interface IdealDivergences {
  /** D_KL(π ‖ G), the definition of §4.4. */
  readonly forward: number;
  /** D_KL(G ‖ π). */
  readonly reverse: number;
  /** The Jensen–Shannon divergence of π and G. */
  readonly jensenShannon: number;
}

/**
 * Both terms of KL Gap where nothing is left to chance: π^{S_anchor} is G without its J unsampled components, π^{S_gen} is
 * M with G's own components, and components are so far apart that they do not overlap. Then only shares count:
 * s = K/(K + J) of G is covered by the first, and G covers s' = (K + J)/(K + J + L) of the second.
 *
 * The forward divergence is log 1/s of what misses components and infinite for what has irrelevant ones; the reverse one is
 * the other way round, infinite and log 1/s'.
 *
 * @throws RangeError if a count is not a positive integer
 */
export function idealDivergences(counts: ComponentCounts): {
  readonly anchor: IdealDivergences;
  readonly synthetic: IdealDivergences;
} {
  requireComponentCounts(counts);
  const { K, J } = counts;
  const total = totalComponents(counts);
  return {
    anchor: {
      forward: lostCoverageBound(counts),
      reverse: Infinity,
      jensenShannon: jensenShannonOfShare(K / (K + J)),
    },
    synthetic: {
      forward: Infinity,
      reverse: ln(total / (K + J)),
      jensenShannon: jensenShannonOfShare((K + J) / total),
    },
  };
}

/**
 * log((K + J)/K): the largest D_KL(π ‖ G), in nats, that lost coverage alone can make, where π is G without its J unsampled
 * components. It is reached when components do not overlap.
 *
 * @throws RangeError if a count is not a positive integer
 */
export function lostCoverageBound(counts: ComponentCounts): number {
  requireComponentCounts(counts);
  return ln((counts.K + counts.J) / counts.K);
}

/** Jensen–Shannon divergence of a distribution and its restriction to an event of probability s. */
function jensenShannonOfShare(s: number): number {
  return jensenShannonDivergence([s, 1 - s], [1, 0]);
}
