import type { Certificate } from '../inequality/certificate.js';
import type { Counterexample } from '../inequality/refute/counterexample.js';
import { constraints } from '../information/linear-form.js';
import { toText } from '../information/notation.js';
import { parseStatement } from '../information/parse.js';
import type { Decided } from './finding.js';
import { nameOf, type Premise } from './premise.js';

/** Whether a claim follows from premises. */
export interface Question {
  readonly claim: string;
  readonly given: readonly Premise[];
  /** Whether a counterexample is wanted where there is no proof. */
  readonly decide: boolean;
}

/** What is known: a certificate, a counterexample, or neither, all of them verified. */
export interface Answer {
  readonly certificate?: Certificate;
  readonly counterexample?: Counterexample;
  readonly densities?: Decided['densities'];
}

/** The claim in canonical form: lines that come to the same inequality are one question. */
export function claimKey({ claim }: Pick<Question, 'claim'>): string {
  return constraints(parseStatement(claim))
    .map(({ form, relation }) => `${toText(form)} ${relation} 0`)
    .join('; ');
}

/** The premises by name: answers go by it. */
export function givenKey({ given }: Question): string {
  return nameOf(given);
}
