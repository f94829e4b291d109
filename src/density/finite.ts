import { FiniteDistribution } from '../information/finite-distribution.js';
import { brief, isList, requireProbabilities } from '../numeric/arguments.js';

/** Probabilities of the same outcomes under two distributions. */
export interface ProbabilityPair {
  readonly p: ArrayLike<number>;
  readonly q: ArrayLike<number>;
}

/**
 * Two finite distributions, outcome by outcome: lists by position, distributions by the values of their variables.
 * Undefined if neither is finite.
 *
 * @throws TypeError if they are not of one kind, or there are options: sums need none
 * @throws RangeError if lists differ in length or do not sum to one, or distributions are of different variables
 */
export function readFinite(p: unknown, q: unknown, options: unknown): ProbabilityPair | undefined {
  if (![p, q].some((side) => isList(side) || side instanceof FiniteDistribution)) return undefined;
  if (options !== undefined)
    throw new TypeError(`finite distributions are summed exactly: no options, got ${brief(options)}`);
  if (p instanceof FiniteDistribution && q instanceof FiniteDistribution) return align(p, q);
  if (isList(p) && isList(q)) {
    if (p.length !== q.length) {
      throw new RangeError(`p and q must have the same length, got ${p.length} and ${q.length}`);
    }
    const lists = { p: p as ArrayLike<number>, q: q as ArrayLike<number> };
    requireProbabilities('p', lists.p);
    requireProbabilities('q', lists.q);
    return lists;
  }
  throw new TypeError(`p and q must be of one kind, got ${brief(p)} and ${brief(q)}`);
}

/** Probabilities of all outcomes that are possible under p or q. */
function align(p: FiniteDistribution, q: FiniteDistribution): ProbabilityPair {
  const variables = p.variables.toSorted();
  if (variables.join() !== q.variables.toSorted().join()) {
    throw new RangeError(
      `p and q must have the same variables, got ${p.variables.join(', ')} and ${q.variables.join(', ')}`,
    );
  }
  const pairs = new Map<string, [number, number]>();
  [p, q].forEach((distribution, side) => {
    for (const { values, probability } of distribution.outcomes()) {
      // With types: 1, '1' and true are different outcomes.
      const key = JSON.stringify(variables.map((variable) => [typeof values[variable], String(values[variable])]));
      const pair = pairs.get(key) ?? [0, 0];
      pair[side] += probability;
      pairs.set(key, pair);
    }
  });
  return { p: Array.from(pairs.values(), ([x]) => x), q: Array.from(pairs.values(), ([, y]) => y) };
}
