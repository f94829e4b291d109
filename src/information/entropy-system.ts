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
