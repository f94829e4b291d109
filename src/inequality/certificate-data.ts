import Fraction from 'fraction.js';
import type { Assertion } from '../information/assertions.js';
import { toText } from '../information/notation.js';
import { readExpression } from '../information/parse.js';
import type { Statement } from '../information/syntax.js';
import { Certificate } from './certificate.js';
import type { CertificateTerm, CertifiedForm, Proof, Reason } from './certified-form.js';

/** What a proof adds up, as JSON can hold it. The claim and the premises are not in it: whoever reads it has to say them. */
export interface CertificateData {
  readonly parts: readonly PartData[];
}

export interface PartData {
  readonly expression: string;
  readonly relation: Assertion['relation'];
  readonly terms: readonly TermData[];
}

export interface TermData {
  /** A fraction, such as `1/2`. */
  readonly coefficient: string;
  readonly expression: string;
  readonly relation: Assertion['relation'];
  /** A premise, or the premises that make the expression H(Y | X) with Y a function of X. */
  readonly because: 'shannon' | { readonly premise: string } | { readonly functions: readonly string[] };
}

/** What a proof adds up, without the claim and the premises. */
export function certificateToData({ parts }: Proof): CertificateData {
  return {
    parts: parts.map(({ expression, relation, terms }) => ({
      expression: toText(expression),
      relation,
      terms: terms.map(termToData),
    })),
  };
}

/**
 * The certificate of a claim from its data. Nothing is checked but that it can be read: that is for
 * {@link Certificate.verify}.
 *
 * @throws ParseError if an expression cannot be read
 * @throws RangeError for a premise that is not given
 */
export function certificateFromData(
  { claim, given }: Pick<Proof, 'claim' | 'given'>,
  { parts }: CertificateData,
): Certificate {
  const premises = new Map(given.map((premise) => [toText(premise), premise]));
  const read = ({ expression, relation, terms }: PartData): CertifiedForm => ({
    expression: readExpression(expression),
    relation,
    terms: terms.map((term) => termFromData(term, premises)),
  });
  return new Certificate({ claim, given, parts: parts.map(read) });
}

function termToData({ coefficient, expression, relation, reason }: CertificateTerm): TermData {
  return {
    coefficient: coefficient.toFraction(),
    expression: toText(expression),
    relation,
    because: reasonToData(reason),
  };
}

function termFromData(
  { coefficient, expression, relation, because }: TermData,
  premises: ReadonlyMap<string, Statement>,
): CertificateTerm {
  return {
    coefficient: new Fraction(coefficient),
    expression: readExpression(expression),
    relation,
    reason: reasonFromData(because, premises),
  };
}

function reasonToData(reason: Reason): TermData['because'] {
  switch (reason.kind) {
    case 'shannon':
      return 'shannon';
    case 'premise':
      return { premise: toText(reason.premise) };
    case 'dependence':
      return { functions: reason.premises.map(toText) };
  }
}

function reasonFromData(because: TermData['because'], premises: ReadonlyMap<string, Statement>): Reason {
  if (because === 'shannon') return { kind: 'shannon' };
  const find = (text: string) => {
    const premise = premises.get(text);
    if (!premise) throw new RangeError(`the proof uses '${text}', which is not given`);
    return premise;
  };
  if ('premise' in because) return { kind: 'premise', premise: find(because.premise) };
  return { kind: 'dependence', premises: because.functions.map(find) };
}
