import { attemptProof } from './attempt-proof.js';
import type { Certificate } from './certificate.js';
import { decideForDensities } from './holds-for-densities.js';
import { violatingPolymatroid } from './polymatroid.js';
import { type Problem, readProblem } from './problem.js';
import { type ProveOptions, readDeadline } from './prove-options.js';
import { refute } from './refute/refute.js';
import { type Tried, triedText } from './refute/tried.js';
import type { Verdict } from './verdict.js';
import { printedAsText } from './verdict-text.js';

/**
 * Decides a claim about all discrete random variables that satisfy the premises: by a Shannon-type proof with a verified
 * certificate, or by a verified counterexample, or not at all.
 *
 * @example
 * const verdict = await prove('I(X;Z) <= I(X;Y)', { given: ['X -> Y -> Z'] });
 * verdict.status; // 'proved'
 * @throws ParseError if the claim or a premise cannot be read
 * @throws RangeError if they name more than 30 variables, a coefficient is no simple fraction, or the time limit is not
 *   positive
 */
export async function prove(claim: string, options: ProveOptions = {}): Promise<Verdict> {
  const deadline = readDeadline('prove', options);
  const { given = [] } = options;
  return printedAsText(await decide(readProblem(claim, given), deadline));
}

async function decide(problem: Problem, deadline: number): Promise<Verdict> {
  const { claim, given } = problem;
  const decided = async (outcome: Certificate | 'refuted' | 'undecided') => {
    const { answer, reason } = await decideForDensities(problem, outcome, deadline);
    return { claim, given, holdsForDifferentialEntropy: answer, differentialReason: reason };
  };
  const attempt = await attemptProof(problem, deadline);
  if (attempt.status === 'proved') {
    const { certificate } = attempt;
    return { status: 'proved', certificate, ...(await decided(certificate)) };
  }
  const tried: Tried = new Map();
  const evidence = await refute(problem, { deadline }, tried);
  if (evidence) {
    const { system, violation } = evidence;
    return { status: 'refuted', counterexample: system, violation, evidence, ...(await decided('refuted')) };
  }
  const open = attempt.status === 'open';
  const unproved = open ? attempt.reason : "Shannon's inequalities and the premises do not prove it";
  const late = performance.now() >= deadline ? ' in time' : '';
  const among = tried.size > 0 ? ` among ${triedText(tried)}` : '';
  return {
    status: 'undecided',
    reason: `${unproved}, and no counterexample was found${late}${among}`,
    polymatroid: open ? null : await violatingPolymatroid(problem, attempt.cone, attempt.expression, deadline),
    ...(await decided('undecided')),
  };
}
