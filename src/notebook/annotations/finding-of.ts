import { type StoredAnswer, verifiedAnswer } from '../../paper/answers.js';
import type { Decided } from '../../paper/finding.js';
import { toFinding } from '../../paper/investigate.js';
import type { Answer } from '../../paper/question.js';
import type { AnnotationData } from './annotation-file.js';

/** What is known of an annotation's claim, its proof or counterexample verified again; null if it makes no claim. */
export function findingOf({ claim, given = [], answer }: AnnotationData): Decided | null {
  if (claim === undefined) return null;
  const premises = [{ name: 'its own premises', statements: given }];
  const known = verified(claim, given, answer);
  if (known) return toFinding(claim, premises, known);
  return { ...toFinding(claim, premises, {}), reason: 'what is stored of it does not verify: run the notebook again' };
}

function verified(claim: string, given: readonly string[], answer: StoredAnswer | undefined): Answer | null {
  if (answer === 'undecided') return {};
  try {
    return typeof answer === 'object' ? verifiedAnswer(claim, given, answer) : null;
  } catch {
    return null; // the claim or a premise cannot be read any more
  }
}
