import { type Assertion, assertions, negated } from '../information/assertions.js';
import { LinearForm, linearForm } from '../information/linear-form.js';
import { isExpression, requireStatement, requireStatements } from '../information/require-statement.js';
import type { Expression, Statement } from '../information/syntax.js';
import { brief, isList, requireList, requireOneOf, requireRecord } from '../numeric/arguments.js';
import { inspection } from '../numeric/inspection.js';
import { type CertificateTerm, type CertifiedForm, type Proof, premisesOf } from './certified-form.js';
import { Closure } from './closure.js';
import { dependencesOf } from './dependences.js';
import { type ProofFormat, writeProof } from './proof-text.js';
import { statedBy } from './stated.js';
import { isSubset, VariableSets } from './variable-sets.js';

/**
 * A proof that a machine re-checks by adding up: whatever the claim says is not negative, or zero, is an exact sum, with
 * rational coefficients, of terms of which this is known.
 */
export class Certificate implements Proof {
  /** What is proved. */
  readonly claim: Statement;
  /** All premises; `premises` are those used. */
  readonly given: readonly Statement[];
  /** For each inequality or equation that the claim consists of, a sum that amounts to it. */
  readonly parts: readonly CertifiedForm[];

  /**
   * Takes the proof as it is: only `verify` says whether it is one.
   *
   * @throws TypeError if it has not the form of one
   */
  constructor(proof: Proof) {
    requireRecord('proof', proof);
    const { claim, given, parts } = proof;
    requireStatement('claim', claim);
    requireStatements('given', given);
    requireList('parts', parts);
    for (let i = 0; i < parts.length; i++) requireCertifiedForm(`parts[${i}]`, parts[i]);
    this.claim = claim;
    this.given = given;
    this.parts = parts;
  }

  /** What is added up, of all parts together. */
  get terms(): readonly CertificateTerm[] {
    return this.parts.flatMap(({ terms }) => terms);
  }

  /** The premises that the proof uses. */
  get premises(): readonly Statement[] {
    const used = new Set(this.terms.flatMap(({ reason }) => premisesOf(reason)));
    return this.given.filter((premise) => used.has(premise));
  }

  /** Adds up again, over the rationals, and checks the reason of every term; trusts nothing from where it came. */
  verify(): boolean {
    return (
      this.parts.every((part) => addsUp(part) && part.terms.every((term) => this.#isSound(term, part))) &&
      assertions(this.claim).every((goal) => this.#proves(goal))
    );
  }

  /**
   * The proof, to read.
   *
   * @throws RangeError if the format is none of 'text', 'markdown' and 'latex'
   */
  write(format: ProofFormat): string {
    requireOneOf('format', format, ['text', 'markdown', 'latex']);
    return writeProof(this, format);
  }

  [inspection](): string {
    return this.write('text');
  }

  #proves({ expression, relation }: Assertion): boolean {
    // What is zero is not negative, whichever way round it stands.
    const shows = (wanted: Expression) =>
      this.parts.some(
        (part) => same(part.expression, wanted) || (part.relation === '=' && same(part.expression, negated(wanted))),
      );
    return shows(expression) && (relation === '>=' || shows(negated(expression)));
  }

  #isSound({ coefficient, expression, relation, reason }: CertificateTerm, part: CertifiedForm): boolean {
    if (relation === '>=' && (part.relation === '=' || coefficient.compare(0) < 0)) return false;
    if (!premisesOf(reason).every((premise) => this.given.includes(premise))) return false;
    switch (reason.kind) {
      case 'shannon':
        return relation === '>=' && isNeverNegative(expression);
      case 'premise':
        return statedBy(reason.premise).some(
          (stated) => stated.relation === relation && same(stated.expression, expression),
        );
      case 'dependence':
        return isDetermined(expression, reason.premises);
    }
  }
}

function requireCertifiedForm(name: string, form: CertifiedForm): void {
  const isForm = isExpression(form?.expression) && isList(form.terms);
  if (!isForm) throw new TypeError(`${name} must have an expression and terms, got ${brief(form)}`);
  for (let i = 0; i < form.terms.length; i++) {
    const isTerm = isExpression(form.terms[i]?.expression) && form.terms[i].reason?.kind;
    if (!isTerm) throw new TypeError(`${name}.terms[${i}] must have an expression and a reason`);
  }
}

function same(a: Expression, b: Expression): boolean {
  return linearForm(a).equals(linearForm(b));
}

function addsUp({ expression, terms }: CertifiedForm): boolean {
  const sum = terms.flatMap((term) => linearForm(term.expression).times(term.coefficient).terms);
  return LinearForm.of(sum).equals(linearForm(expression));
}

/** Whether this is one entropy, or one mutual information of two groups, conditional or not. */
function isNeverNegative(expression: Expression): boolean {
  if (expression.length !== 1) return false;
  const [{ coefficient, quantity }] = expression;
  return coefficient.compare(0) >= 0 && (quantity.kind === 'entropy' || quantity.between.length === 2);
}

/** Whether this is H(Y | X), with Y a function of X by these premises. */
function isDetermined(expression: Expression, premises: readonly Statement[]): boolean {
  if (expression.length !== 1 || expression[0].quantity.kind !== 'entropy') return false;
  const { of, given } = expression[0].quantity;
  const sets = VariableSets.namedIn([expression, ...premises.flatMap(assertions).map((said) => said.expression)]);
  const closure = new Closure(dependencesOf(premises, sets));
  return isSubset(sets.of(of), closure.of(sets.of(given)));
}
