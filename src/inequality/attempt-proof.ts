import type { Expression } from '../information/syntax.js';
import { Certificate } from './certificate.js';
import type { Problem } from './problem.js';
import { MOST_CLOSED_SETS, type ShannonCone, shannonCone } from './shannon-cone.js';
import { proveInCone } from './shannon-proof.js';

export type Attempt =
  | { readonly status: 'proved'; readonly certificate: Certificate }
  /** No Shannon-type proof exists. */
  | { readonly status: 'outside'; readonly cone: ShannonCone; readonly expression: Expression }
  | { readonly status: 'open'; readonly reason: string };

/** Looks for a Shannon-type proof until the deadline, in milliseconds of `performance.now()`. */
export async function attemptProof(problem: Problem, deadline: number): Promise<Attempt> {
  const cone = shannonCone(problem, 'discrete', deadline);
  if (!cone) {
    const late = performance.now() >= deadline;
    const reason = late
      ? 'time was up before the linear program was set up'
      : `there are more than ${MOST_CLOSED_SETS} sets of variables that premises keep apart`;
    return { status: 'open', reason };
  }
  const proof = await proveInCone(problem, cone, deadline);
  if (proof.status === 'outside') return { ...proof, cone };
  if (proof.status === 'open') return proof;
  const certificate = new Certificate({ claim: problem.claim, given: problem.given, parts: proof.parts });
  // Nothing is proved without a certificate that adds up.
  if (!certificate.verify()) return { status: 'open', reason: 'a proof was found that does not verify' };
  return { status: 'proved', certificate };
}
