import type { Counterexample } from './counterexample.js';
import type { ExactSystem } from './exact-system.js';

/**
 * Simplifies a counterexample step by step until no simpler system is one. Yields the simplest so far after each attempt.
 *
 * @param refuting the counterexample that a system is, or null
 */
export function* shrink(
  found: Counterexample,
  refuting: (system: ExactSystem) => Counterexample | null,
): Generator<Counterexample, void> {
  let simplest = found;
  let attempts = simplest.exact.simpler();
  yield simplest;
  for (let next = attempts.next(); !next.done; next = attempts.next()) {
    const simpler = refuting(next.value);
    if (simpler) {
      simplest = simpler;
      attempts = simplest.exact.simpler();
    }
    yield simplest;
  }
}
