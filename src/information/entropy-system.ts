import { brief, isList } from '../numeric/arguments.js';
import type { Quantity } from './syntax.js';

/** Random variables with an entropy function: all that an information quantity is evaluated on. */
export interface EntropySystem {
  readonly variables: readonly string[];
  /** Whether `entropy` is Shannon's or differential. */
  readonly kind: 'discrete' | 'continuous';
  /** Joint entropy of some of the variables, in nats; 0 of none. */
  entropy(subset: readonly string[]): number;
  /** A quantity in nats, where it is not the sum of its entropies: if it is estimated, their errors do not cancel. */
  quantity?(quantity: Quantity): number;
}

/** @throws TypeError unless the value has variables, a kind and entropies */
export function requireSystem(name: string, value: EntropySystem): void {
  const isSystem =
    typeof value?.entropy === 'function' &&
    isList(value.variables) &&
    (value.kind === 'discrete' || value.kind === 'continuous');
  if (!isSystem) throw new TypeError(`${name} must be a system such as a FiniteDistribution, got ${brief(value)}`);
}
