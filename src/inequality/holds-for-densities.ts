import Fraction from 'fraction.js';
import { type Assertion, assertions } from '../information/assertions.js';
import { linearForm } from '../information/linear-form.js';
import { toText } from '../information/notation.js';
import { singularTerms } from '../information/singular.js';
import type { Expression, Statement } from '../information/syntax.js';
import { Certificate } from './certificate.js';
import type { CertificateTerm } from './certified-form.js';
import { Closure } from './closure.js';
import type { Problem } from './problem.js';
import { refuteForDensities } from './refute/refute.js';
import { shannonCone } from './shannon-cone.js';
import { proveInCone } from './shannon-proof.js';

/** Whether a claim about discrete variables also holds for variables with a joint density, and why. */
export interface DifferentialAnswer {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly reason: string;
}

/** Without functional dependences there are 2ⁿ sets; beyond this, a second linear program takes too long for a remark. */
const MOST_SETS = 512;

/**
 * Decides whether a claim carries over to differential entropies, for variables that have a joint density under those
 * premises that are not functional dependences (where Y is a function of X there is no joint density).
 */
export async function decideForDensities(
  problem: Problem,
  outcome: Certificate | 'refuted' | 'undecided',
  deadline: number,
): Promise<DifferentialAnswer> {
  const singular = decideSingular(problem.goals);
  if (singular) return singular;
  const functional = problem.given.find(isFunctional);
  if (outcome instanceof Certificate && (await carriesOver(problem, outcome, deadline))) {
    return {
      answer: 'yes',
      reason:
        'mutual informations, which are never negative for densities either, prove it with premises that have joint densities',
    };
  }
  const unbalanced = problem.goals.flatMap(({ expression }) => unbalancedVariable(expression) ?? []).at(0);
  const scaleFree = problem.given.every((premise) =>
    assertions(premise).every(({ expression }) => unbalancedVariable(expression) === undefined),
  );
  if (unbalanced !== undefined && scaleFree) {
    return {
      answer: 'no',
      reason: `it is not balanced in ${unbalanced}: scaling ${unbalanced} in independent variables shifts one side by any amount (Chan 2003)`,
    };
  }
  if (!functional && outcome === 'refuted') {
    return {
      answer: 'no',
      reason:
        'independent uniform noise on (0, 1) added to integer labels of the counterexample gives densities with the same entropies',
    };
  }
  const gaussian =
    problem.given.every((premise) => !isSingular(premise)) && (await refuteForDensities(problem, { deadline }));
  if (gaussian) {
    return { answer: 'no', reason: `a Gaussian system violates it by ${gaussian.violation.toPrecision(4)} bits` };
  }
  return {
    answer: 'unknown',
    reason: functional
      ? `where ${toText(functional)} there is no joint density, and no other proof or counterexample was found`
      : 'neither a proof from mutual informations alone nor a counterexample was found',
  };
}

/** Whether a claim that was proved has a proof that densities admit, be it another one. */
async function carriesOver(problem: Problem, certificate: Certificate, deadline: number): Promise<boolean> {
  if (certificate.terms.every(admitsDensities)) return true;
  const given = problem.given.filter((premise) => !isFunctional(premise));
  const forDensities = { ...problem, given, closure: new Closure<Statement>([]) };
  const cone = shannonCone(forDensities, 'continuous', deadline, MOST_SETS);
  return cone !== null && (await proveInCone(forDensities, cone, deadline)).status === 'proved';
}

function admitsDensities({ expression: [{ quantity }], reason }: CertificateTerm): boolean {
  switch (reason.kind) {
    case 'shannon':
      return quantity.kind === 'mutual-information';
    case 'premise':
      return !isFunctional(reason.premise);
    case 'dependence':
      return false;
  }
}

/** Whether a premise makes a variable a function of others, so that there is no joint density. */
function isFunctional(premise: Statement): boolean {
  return premise.kind === 'functional-dependence' || isSingular(premise);
}

/** Such as X -> Y -> X, or I(X; X) = 0. */
function isSingular(premise: Statement): boolean {
  return assertions(premise).some(({ expression }) => singularTerms(expression).length > 0);
}

/** What a claim says of infinite quantities is decided by their signs; nothing, if it is of finite ones only. */
function decideSingular(goals: readonly Assertion[]): DifferentialAnswer | undefined {
  const singular = goals.map(({ expression, relation }) => {
    const terms = singularTerms(expression);
    const value = terms.reduce((sum, term) => sum + term.value, 0);
    return { answer: value === 0 ? undefined : answerOf(value, relation), reason: terms.at(0)?.reason ?? '' };
  });
  const decided = singular.filter(({ answer }) => answer !== undefined);
  if (decided.length === 0) return undefined;
  const no = decided.find(({ answer }) => answer === 'no');
  if (no) return { answer: 'no', reason: no.reason };
  const open = decided.find(({ answer }) => answer === 'unknown');
  if (open) return { answer: 'unknown', reason: `${open.reason}, and so is what it is compared with` };
  if (decided.length === goals.length) return { answer: 'yes', reason: decided[0].reason };
  return { answer: 'unknown', reason: `${decided[0].reason}, and what else the claim says was not looked at` };
}

/** Of an infinite sum that is said to be >= 0 or = 0; NaN, where infinities of both signs are in it, says nothing. */
function answerOf(sum: number, relation: Assertion['relation']): DifferentialAnswer['answer'] {
  if (Number.isNaN(sum)) return 'unknown';
  return relation === '>=' && sum > 0 ? 'yes' : 'no';
}

/** A variable i with Σ α_S ≠ 0 over the sets S that hold it: scaling it by c changes Σ α_S h(S) by that times log c. */
function unbalancedVariable(expression: Expression): string | undefined {
  const form = linearForm(expression);
  return form.variables.find(
    (variable) =>
      !form.terms
        .filter(({ subset }) => subset.includes(variable))
        .reduce((sum, { coefficient }) => sum.add(coefficient), new Fraction(0))
        .equals(0),
  );
}
