import { type Claimed, Counterexample } from './counterexample.js';
import { type ExactSystem, existing } from './exact-system.js';
import { planSearch } from './plan.js';
import { runSearch, type SearchLimits } from './run-search.js';
import { searchDiscrete } from './search-discrete.js';
import { searchGaussian } from './search-gaussian.js';
import { shrink } from './shrink.js';
import type { Tried } from './tried.js';

export { type CheckedStatement, type Claimed, Counterexample, verifyCounterexample } from './counterexample.js';

/**
 * Searches for discrete variables that satisfy every premise exactly and violate the claim; null if none is found, which
 * says nothing of the claim. The same problem gives the same counterexample, unless time runs out.
 *
 * @param tried is told what was gone through in vain
 */
export async function refute(
  claimed: Claimed,
  limits: SearchLimits,
  tried: Tried = new Map(),
): Promise<Counterexample | null> {
  return runSearch(counterexamples(claimed, searchDiscrete(planSearch(claimed), tried)), limits);
}

/**
 * Searches for jointly normal variables that satisfy every premise exactly and violate the claim, read as one of
 * differential entropies; null if none is found. `M = f(h, g)` is satisfied where M is a linear combination of h and g;
 * the claim can then only be evaluated if it does not name the joint entropy of M, h and g, which have no joint density.
 */
export async function refuteForDensities(claimed: Claimed, limits: SearchLimits): Promise<Counterexample | null> {
  return runSearch(counterexamples(claimed, searchGaussian(claimed)), limits);
}

/** The first of the candidates that refutes, as it is simplified; null before it is found. */
function* counterexamples(
  claimed: Claimed,
  candidates: Iterable<ExactSystem | null>,
): Generator<Counterexample | null, void> {
  const refuting = (system: ExactSystem) => existing(() => Counterexample.from(claimed, system));
  for (const candidate of candidates) {
    const found = candidate && refuting(candidate);
    if (found) return yield* shrink(found, refuting);
    yield null;
  }
}
