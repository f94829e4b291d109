import type Fraction from 'fraction.js';
import type { Closure } from './closure.js';
import type { InformationTerm } from './information-term.js';

export interface WeightedInformation {
  readonly coefficient: Fraction;
  readonly information: InformationTerm;
}

/**
 * Sums of terms with equal coefficients made into one where the chain rule allows, until no two can be, or the deadline
 * passes, in ms of `performance.now()`.
 */
export function combineTerms(
  terms: readonly WeightedInformation[],
  closure: Closure,
  deadline: number,
): WeightedInformation[] {
  const combined = [...terms];
  for (let i = 0; i < combined.length && performance.now() < deadline; i++) {
    for (let j = 0; j < combined.length; j++) {
      if (i === j || !combined[i].coefficient.equals(combined[j].coefficient)) continue;
      const sum = chainRule(combined[i].information, combined[j].information, closure);
      if (!sum) continue;
      combined[Math.min(i, j)] = { coefficient: combined[i].coefficient, information: sum };
      combined.splice(Math.max(i, j), 1);
      // From the beginning: the sum may combine with what was passed over.
      i = -1;
      break;
    }
  }
  return combined;
}

/** first + second as one term, where `second` goes on conditioning on a part of `first`. */
function chainRule(first: InformationTerm, second: InformationTerm, closure: Closure): InformationTerm | null {
  const same = (a: number, b: number) => closure.of(a) === closure.of(b);
  const { given } = first;
  const firstIsEntropy = first.a === first.b;
  const secondIsEntropy = second.a === second.b;
  if (firstIsEntropy) {
    // H(A | C) + H(B | A, C) = H(A, B | C)
    const both = first.a | second.a;
    return secondIsEntropy && same(second.given, given | first.a) ? { a: both, b: both, given } : null;
  }
  for (const [a, b] of [
    [first.a, first.b],
    [first.b, first.a],
  ]) {
    if (!same(second.given, given | b)) continue;
    // I(A; B | C) + H(A | B, C) = H(A | C)
    if (secondIsEntropy && same(second.a | second.given, a | second.given)) return { a, b: a, given };
    if (secondIsEntropy) continue;
    for (const [otherA, otherB] of [
      [second.a, second.b],
      [second.b, second.a],
    ]) {
      // I(A; B | C) + I(A; D | B, C) = I(A; B, D | C)
      if (same(otherA | second.given, a | second.given)) return { a, b: b | otherB, given };
    }
  }
  return null;
}
