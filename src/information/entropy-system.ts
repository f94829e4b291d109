/** Random variables with an entropy function: all that an information quantity is evaluated on. */
export interface EntropySystem {
  readonly variables: readonly string[];
  /** Whether `entropy` is Shannon's or differential. */
  readonly kind: 'discrete' | 'continuous';
  /** Joint entropy of some of the variables, in nats; 0 of none. */
  entropy(subset: readonly string[]): number;
}
