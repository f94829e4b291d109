import { isSubset, singletons, type VariableSet } from './variable-sets.js';

/** `to` is a function of `from`. */
export interface Dependence<Reason = unknown> {
  readonly from: VariableSet;
  readonly to: VariableSet;
  readonly because: Reason;
}

/**
 * What functional dependences determine (Armstrong's axioms): cl(S) is all that is a function of S. Since
 * H(S) = H(cl(S)), entropies of closed sets are all there is, often far fewer than 2ⁿ.
 */
export class Closure<Reason = unknown> {
  readonly #dependences: readonly Dependence<Reason>[];

  constructor(dependences: readonly Dependence<Reason>[]) {
    this.#dependences = dependences;
  }

  of(set: VariableSet): VariableSet {
    return this.#steps(set).closed;
  }

  /** The reasons that were needed, in order, to see that `to` is a function of `from`; null if it is not. */
  reasons(from: VariableSet, to: VariableSet): Reason[] | null {
    const { closed, used } = this.#steps(from);
    if (!isSubset(to, closed)) return null;
    const reasons: Reason[] = [];
    // Backwards, keeping only the steps that something kept needs.
    let wanted = to & ~from;
    for (const dependence of used.toReversed()) {
      if ((dependence.to & wanted) === 0) continue;
      wanted = (wanted & ~dependence.to) | (dependence.from & ~from);
      reasons.unshift(dependence.because);
    }
    return [...new Set(reasons)];
  }

  /** All closed sets within `all`, up to `limit`; null if there are more. The closure of nothing comes first. */
  closedSets(all: VariableSet, limit: number): VariableSet[] | null {
    const smallest = this.of(0);
    const found = new Set([smallest]);
    for (const set of found) {
      for (const variable of singletons(all & ~set)) found.add(this.of(set | variable));
      if (found.size > limit) return null;
    }
    return [...found];
  }

  /** A subset with the same closure and nothing to spare, dropping later variables first. */
  generator(set: VariableSet): VariableSet {
    let kept = set;
    for (const variable of [...singletons(set)].reverse()) {
      if (isSubset(set, this.of(kept & ~variable))) kept &= ~variable;
    }
    return kept;
  }

  #steps(set: VariableSet): { readonly closed: VariableSet; readonly used: readonly Dependence<Reason>[] } {
    let closed = set;
    const used: Dependence<Reason>[] = [];
    for (let before = -1; before !== closed; ) {
      before = closed;
      for (const dependence of this.#dependences) {
        if (isSubset(dependence.to, closed) || !isSubset(dependence.from, closed)) continue;
        closed |= dependence.to;
        used.push(dependence);
      }
    }
    return { closed, used };
  }
}
