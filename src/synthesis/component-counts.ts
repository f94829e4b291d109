import { brief, requireKnownOptions, requirePositiveInteger } from '../numeric/arguments.js';

/** How many components of each kind the simulation has (Appendix B, Figure 5). */
export interface ComponentCounts {
  /** Anchor-sampled components: in G, in M, and seen in the anchor data. */
  readonly K: number;
  /** Unsampled components: in G and in M, but without anchor data. */
  readonly J: number;
  /** Task-irrelevant components: in M only. */
  readonly L: number;
}

/** Anchor-sampled, unsampled or task-irrelevant components. */
export type ComponentKind = keyof ComponentCounts;
/** The kinds, in the order that M's components have. */
export const COMPONENT_KINDS = ['K', 'J', 'L'] as const;

/** Something for each kind. */
export function byKind<T>(of: (kind: ComponentKind) => T): Readonly<Record<ComponentKind, T>> {
  return { K: of('K'), J: of('J'), L: of('L') };
}

/** The paper's default, K = J = L = 2 (Appendix B). */
export const DEFAULT_COUNTS: ComponentCounts = { K: 2, J: 2, L: 2 };

/**
 * @throws RangeError unless K, J and L are positive integers
 * @throws TypeError if there is another count
 */
export function requireComponentCounts(counts: ComponentCounts): void {
  requireKnownOptions('component counts', counts, COMPONENT_KINDS);
  for (const kind of COMPONENT_KINDS) requirePositiveInteger(kind, counts[kind]);
}

/** Components of M, N = K + J + L. */
export function totalComponents({ K, J, L }: ComponentCounts): number {
  return K + J + L;
}

/**
 * Which kind M's component c is: the K anchor components come first, then J, then L.
 *
 * @throws RangeError if a count is not a positive integer, or c is not 0, …, N − 1
 */
export function kindOfComponent(counts: ComponentCounts, c: number): ComponentKind {
  requireComponentCounts(counts);
  const components = totalComponents(counts);
  if (!(Number.isSafeInteger(c) && c >= 0 && c < components)) {
    throw new RangeError(`c must be one of the ${components} components 0, …, ${components - 1}, got ${brief(c)}`);
  }
  const { K, J } = counts;
  if (c < K) return 'K';
  return c < K + J ? 'J' : 'L';
}
