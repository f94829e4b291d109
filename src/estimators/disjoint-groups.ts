import type { Group, Quantity } from '../information/syntax.js';
import { requireVariables } from '../information/variables.js';

/** The groups of a quantity of variables with densities, none of them with a variable that is given. */
export interface DisjointGroups {
  readonly groups: readonly Group[];
  readonly given: Group;
}

/**
 * Reads a quantity of variables with densities: what is given adds nothing to a group.
 *
 * @throws RangeError if a variable is unknown, or in two groups: what a variable with a density says of itself is infinite
 */
export function disjointGroups(quantity: Quantity, variables: readonly string[]): DisjointGroups {
  const given = [...new Set(quantity.given)];
  const groups = quantity.kind === 'entropy' ? [quantity.of] : quantity.between;
  const left = groups.map((group) => [...new Set(group)].filter((name) => !given.includes(name)));
  const names = left.flat();
  requireVariables([...names, ...given], variables);
  const shared = names.find((name, i) => names.indexOf(name) < i);
  if (shared !== undefined) {
    throw new RangeError(`the information of ${shared} with itself is infinite, since it has a density`);
  }
  return { groups: left, given };
}
