import { type Assertion, assertions, independent } from '../information/assertions.js';
import type { Group, Statement } from '../information/syntax.js';

/**
 * What a premise says, in the terms that proofs are written in. For comparisons and functions these are its assertions.
 * For others more, which follows from them: a Markov chain says I(left; right | group) = 0 of single groups and of all
 * that is left or right; independence says I(A; B | given) = 0 of two groups, and of a group and all later ones.
 */
export function statedBy(premise: Statement): Assertion[] {
  switch (premise.kind) {
    case 'comparison':
    case 'functional-dependence':
      return assertions(premise);
    case 'markov-chain': {
      const { groups } = premise;
      return groups.flatMap((group, i) => allIndependent(groups.slice(0, i), groups.slice(i + 1), group));
    }
    case 'independence': {
      const { groups, given } = premise;
      return groups.flatMap((group, i) => allIndependent([group], groups.slice(i + 1), given));
    }
  }
}

/** I(A; B | given) = 0 for A one or all of the left groups, and B one or all of the right ones. */
function allIndependent(left: readonly Group[], right: readonly Group[], given: Group): Assertion[] {
  return oneOrAll(left).flatMap((a) => oneOrAll(right).map((b) => independent([a, b], given)));
}

function oneOrAll(groups: readonly Group[]): Group[] {
  return groups.length > 1 ? [...groups, [...new Set(groups.flat())]] : [...groups];
}
