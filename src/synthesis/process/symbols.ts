import type { ProbabilityMass } from '../../information/finite-distribution.js';

/** What a learner knows that has learned nothing. */
const ERASED = 'erased';

/** Each of 0, …, n − 1 with the same probability. */
export function uniform(n: number): [symbol: number, probability: number][] {
  return Array.from({ length: n }, (_, symbol) => [symbol, 1 / n]);
}

/** The symbol given, or with the probability given uniform on 0, …, n − 1. */
export function replaced(symbol: number, probability: number, n: number): [symbol: number, probability: number][] {
  return uniform(n).map(([other, share]) => [other, probability * share + (other === symbol ? 1 - probability : 0)]);
}

/** The symbol given, or with the probability given nothing. */
export function erased(symbol: number | string, probability: number): ProbabilityMass {
  return [
    [symbol, 1 - probability],
    [ERASED, probability],
  ];
}
