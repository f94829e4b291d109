/**
 * What divergences and entropies are: the expectation of g(log p(x), log q(x)), where x comes from p, or from (p + q)/2,
 * that is, from p or q with even odds.
 */
export interface Functional {
  /** What errors call it. */
  readonly name: string;
  readonly from: 'p' | 'midpoint';
  readonly g: (logP: number, logQ: number) => number;
  /** Between which values it lies. */
  readonly range: readonly [least: number, greatest: number];
  /** Whether every value of g lies there, and so does a mean over random points. */
  readonly pointwise?: boolean;
  /** Whether g has a kink where p = q. */
  readonly kink?: boolean;
}
