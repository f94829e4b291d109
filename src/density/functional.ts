/**
 * What divergences and entropies are: the expectation of g(log p(x), log q(x)), where x comes from p, or from (p + q)/2,
 * that is, from p or q with even odds.
 */
export interface Functional {
  readonly from: 'p' | 'midpoint';
  readonly g: (logP: number, logQ: number) => number;
  /** Whether g has a kink where p = q. */
  readonly kink?: boolean;
}
