import type { Closure } from './closure.js';
import type { InformationTerm } from './information-term.js';
import { singletons, type VariableSet } from './variable-sets.js';

/**
 * The elemental inequalities I(i; j | K) >= 0 and H(i | all others) >= 0 (Yeung 2008, ch. 14), as they look between
 * closed sets: all Shannon inequalities are sums of multiples of them. Some come up repeatedly or as 0 >= 0.
 */
export function* elementalInequalities(
  closedSets: readonly VariableSet[],
  closure: Closure,
  all: VariableSet,
): Generator<InformationTerm> {
  for (const variable of singletons(all)) yield { a: variable, b: variable, given: all & ~variable };
  for (const given of closedSets) {
    const outside = distinctSteps(given, closure, all);
    for (const [i, a] of outside.entries()) {
      for (const b of outside.slice(i + 1)) yield { a, b, given };
      // Where one variable determines another, I(i; j | K) is H(j | K).
      yield { a, b: a, given };
    }
  }
}

/** One variable for each closed set that is reached from `given` by adding a variable. */
function distinctSteps(given: VariableSet, closure: Closure, all: VariableSet): VariableSet[] {
  const steps = new Map<VariableSet, VariableSet>();
  for (const variable of singletons(all & ~given)) {
    const reached = closure.of(given | variable);
    if (!steps.has(reached)) steps.set(reached, variable);
  }
  return [...steps.values()];
}
