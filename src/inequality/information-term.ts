import type { Quantity } from '../information/syntax.js';
import type { VariableSet, VariableSets } from './variable-sets.js';

/** I(a; b | given) of sets; H(a | given) where b is a. Never negative: these are Shannon's inequalities. */
export interface InformationTerm {
  readonly a: VariableSet;
  readonly b: VariableSet;
  readonly given: VariableSet;
}

/** The joint entropies that a term is a sum of, with their signs. */
export function entropiesOf({ a, b, given }: InformationTerm): [VariableSet, number][] {
  return [
    [a | given, 1],
    [b | given, 1],
    [a | b | given, -1],
    [given, -1],
  ];
}

/** The term in the language of claims. */
export function toQuantity({ a, b, given }: InformationTerm, sets: VariableSets): Quantity {
  const condition = sets.namesOf(given);
  if (a === b) return { kind: 'entropy', of: sets.namesOf(a), given: condition };
  return { kind: 'mutual-information', between: [sets.namesOf(a), sets.namesOf(b)], given: condition };
}
