import { toText } from '../information/notation.js';
import { attemptProof } from './attempt-proof.js';
import type { Certificate } from './certificate.js';
import { readProblem, toProblem } from './problem.js';
import { type ProveOptions, readDeadline } from './prove-options.js';

/** Premises that prove a claim, of which none can be left out. */
export interface WeakestPremises {
  readonly premises: readonly string[];
  readonly certificate: Certificate;
}

/**
 * Drops premises one by one, the last first, as long as the others still prove the claim. Which minimal set is found may
 * depend on the order; null if all of them together do not prove it.
 *
 * @throws like {@link prove}
 */
export async function weakest(claim: string, options: ProveOptions = {}): Promise<WeakestPremises | null> {
  const deadline = readDeadline('weakest', options);
  const { given = [] } = options;
  const problem = readProblem(claim, given);
  const first = await attemptProof(problem, deadline);
  if (first.status !== 'proved') return null;
  let { certificate } = first;
  for (const premise of certificate.premises.toReversed()) {
    if (!certificate.premises.includes(premise)) continue;
    const others = certificate.premises.filter((other) => other !== premise);
    const attempt = await attemptProof(toProblem(problem.claim, others), deadline);
    if (attempt.status === 'proved') certificate = attempt.certificate;
  }
  return { premises: certificate.premises.map(toText), certificate };
}
