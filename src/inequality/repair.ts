import type Fraction from 'fraction.js';
import { isInequality, withAddedToLargerSide } from '../information/change-inequality.js';
import { toText } from '../information/notation.js';
import { readExpression, readStatement } from '../information/parse.js';
import { separateNames } from '../information/separate-names.js';
import type { Expression, Statement } from '../information/syntax.js';
import { ParseError } from '../information/tokens.js';
import { requireKnownOptions, requireTexts } from '../numeric/arguments.js';
import { attemptProof } from './attempt-proof.js';
import type { Certificate } from './certificate.js';
import { type Problem, readProblem, toProblem } from './problem.js';
import { type ProveOptions, readDeadline } from './prove-options.js';
import { shannonCone } from './shannon-cone.js';
import { smallestMultiple } from './smallest-multiple.js';

/** One more premise that makes a claim provable. */
export interface AddedPremise {
  readonly kind: 'premise';
  readonly candidate: string;
  readonly certificate: Certificate;
}

/** A multiple of an expression that makes a claim provable when added to its larger side. */
export interface Correction {
  readonly kind: 'correction';
  readonly candidate: string;
  /** The smallest with which Shannon's inequalities and the premises prove the claim. */
  readonly coefficient: Fraction;
  /** The claim with its correction. */
  readonly claim: string;
  readonly certificate: Certificate;
}

/**
 * Tries candidates one at a time: statements such as 'e_p = f(p)' as one more premise, and expressions such as 'H(E)' as a
 * correction. Returns those that make the claim provable.
 *
 * @throws like {@link prove}
 * @throws RangeError for a correction to a claim that is not a single inequality
 */
export async function repair(
  claim: string,
  given: readonly string[],
  candidates: readonly string[],
  options: Pick<ProveOptions, 'timeLimit'> = {},
): Promise<(AddedPremise | Correction)[]> {
  requireKnownOptions('repair', options, ['timeLimit']);
  const deadline = readDeadline('repair', options);
  const problem = readProblem(claim, given);
  requireTexts('candidates', candidates);
  const repairs: (AddedPremise | Correction)[] = [];
  for (const [i, candidate] of candidates.entries()) {
    const { premise, correction } = readCandidate(candidate, `candidates[${i}]`);
    separateNames([claim, ...given, candidate]);
    const repaired = premise
      ? await assume(problem, candidate, premise, deadline)
      : await correct(problem, candidate, correction, deadline);
    if (repaired) repairs.push(repaired);
  }
  return repairs;
}

type Candidate =
  | { readonly premise: Statement; readonly correction?: never }
  | { readonly premise?: never; readonly correction: Expression };

function readCandidate(candidate: string, name: string): Candidate {
  try {
    return { premise: readStatement(candidate, name) };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    try {
      return { correction: readExpression(candidate) };
    } catch {
      throw error;
    }
  }
}

async function assume(
  { claim, given }: Problem,
  candidate: string,
  premise: Statement,
  deadline: number,
): Promise<AddedPremise | null> {
  const attempt = await attemptProof(toProblem(claim, [...given, premise]), deadline);
  return attempt.status === 'proved' ? { kind: 'premise', candidate, certificate: attempt.certificate } : null;
}

async function correct(
  { claim, given, goals }: Problem,
  candidate: string,
  correction: Expression,
  deadline: number,
): Promise<Correction | null> {
  if (!isInequality(claim)) {
    throw new RangeError(`candidate '${candidate}' can only correct a single inequality, got ${toText(claim)}`);
  }
  // The variables of the correction must have a place in the cone.
  const problem = toProblem(withAddedToLargerSide(claim, correction), given);
  const cone = shannonCone(problem, 'discrete', deadline);
  const coefficient = cone && (await smallestMultiple(problem, cone, goals[0].expression, correction, deadline));
  if (!coefficient) return null;
  const multiple = correction.map((term) => ({ ...term, coefficient: term.coefficient.mul(coefficient) }));
  const repaired = withAddedToLargerSide(claim, coefficient.equals(0) ? [] : multiple);
  const attempt = await attemptProof(toProblem(repaired, given), deadline);
  if (attempt.status !== 'proved') return null;
  return { kind: 'correction', candidate, coefficient, claim: toText(repaired), certificate: attempt.certificate };
}
