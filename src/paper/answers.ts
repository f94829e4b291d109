import { Certificate } from '../inequality/certificate.js';
import { type CertificateData, certificateFromData, certificateToData } from '../inequality/certificate-data.js';
import { type Claimed, Counterexample, verifyCounterexample } from '../inequality/refute/counterexample.js';
import {
  type ExactSystemData,
  exactSystemFromData,
  exactSystemToData,
} from '../inequality/refute/exact-system-data.js';
import { assertions, negated } from '../information/assertions.js';
import { linearForm } from '../information/linear-form.js';
import { toText } from '../information/notation.js';
import { parseExpression, parseStatement } from '../information/parse.js';
import type { Decided } from './finding.js';
import { statementsOf } from './premise.js';
import { type Answer, claimKey, givenKey, type Question } from './question.js';

/** What the audit found, as JSON can hold it. */
export interface StoredEvidence {
  /** What the names of premises stood for. */
  readonly premises: Readonly<Record<string, readonly string[]>>;
  /** Answers by claim, in canonical form, and then by the names of the premises. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, StoredAnswer>>>>;
}

export type StoredAnswer =
  | (({ readonly proof: CertificateData } | { readonly counterexample: ExactSystemData }) & Pick<Decided, 'densities'>)
  /** No Shannon-type proof; a counterexample was not looked for. */
  | 'unproved'
  /** No Shannon-type proof, and no counterexample was found. */
  | 'undecided';

/**
 * Looks an answer up. Certificates and counterexamples are verified against the claim and the premises as they are asked
 * for. Null if there is no answer, the premises have changed since, or what is stored does not verify.
 */
export function storedAnswer(question: Question, { premises, answers }: StoredEvidence): Answer | null {
  const stored = answers[claimKey(question)]?.[givenKey(question)];
  const isCurrent = question.given.every(({ name, statements }) => equal(premises[name], statements));
  if (stored === undefined || !isCurrent) return null;
  if (stored === 'undecided') return {};
  if (stored === 'unproved') return question.decide ? null : {};
  return verifiedAnswer(question.claim, statementsOf(question.given), stored);
}

function equal(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.length === b.length && a.every((statement, i) => statement === b[i]);
}

/** A proof or counterexample that was stored, verified against a claim and its premises; null if it does not verify. */
export function verifiedAnswer(
  claim: string,
  given: readonly string[],
  stored: Exclude<StoredAnswer, string>,
): Answer | null {
  const found = read({ claim: parseStatement(claim), given: given.map(parseStatement) }, stored);
  return found && { ...found, ...(stored.densities && { densities: stored.densities }) };
}

function read(claimed: Claimed, stored: Exclude<StoredAnswer, string>): Answer | null {
  try {
    if ('proof' in stored) {
      const certificate = inTermsOf(claimed, certificateFromData(claimed, stored.proof));
      return certificate.verify() ? { certificate } : null;
    }
    const counterexample = Counterexample.from(claimed, exactSystemFromData(stored.counterexample));
    return counterexample && verifyCounterexample(claimed, counterexample) ? { counterexample } : null;
  } catch {
    // What cannot even be read is no evidence.
    return null;
  }
}

/** A certificate may have been found for another line that comes to the same; it is written in the terms of this one. */
function inTermsOf({ claim }: Claimed, { given, parts }: Certificate): Certificate {
  const goals = assertions(claim).flatMap(({ expression }) => [expression, negated(expression)]);
  return new Certificate({
    claim,
    given,
    parts: parts.map((part) => {
      const form = linearForm(part.expression);
      return { ...part, expression: goals.find((goal) => linearForm(goal).equals(form)) ?? part.expression };
    }),
  });
}

/** An answer as it is stored. */
export function toStored(
  { certificate, counterexample, densities }: Answer,
  { decide }: Pick<Question, 'decide'>,
): StoredAnswer {
  const remark = densities ? { densities } : {};
  if (certificate) return { proof: canonical(certificateToData(certificate)), ...remark };
  if (counterexample) return { counterexample: exactSystemToData(counterexample.exact), ...remark };
  return decide ? 'undecided' : 'unproved';
}

/** With what is proved in canonical form, whichever line asked first. */
function canonical({ parts }: CertificateData): CertificateData {
  return {
    parts: parts.map((part) => ({ ...part, expression: toText(linearForm(parseExpression(part.expression))) })),
  };
}
