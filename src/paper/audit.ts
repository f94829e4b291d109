import { attemptProof } from '../inequality/attempt-proof.js';
import { readProblem } from '../inequality/problem.js';
import { prove } from '../inequality/prove.js';
import { requireKnownOptions, requirePositive } from '../numeric/arguments.js';
import { type StoredAnswer, type StoredEvidence, toStored } from './answers.js';
import { claimOf, ENTRIES } from './entries.js';
import { investigate } from './investigate.js';
import { type Premise, statementsOf } from './premise.js';
import { type Answer, claimKey, givenKey, type Question } from './question.js';

export interface AuditOptions {
  /** Ids of the entries to audit; all by default. */
  readonly ids?: readonly string[];
  /** Seconds for each question; 60 by default. */
  readonly timeLimit?: number;
  readonly onProgress?: (entry: { readonly id: string; readonly done: number; readonly of: number }) => void;
}

/**
 * Finds a proof or a counterexample for every question that the ledger asks, from scratch.
 *
 * @returns what `stored-evidence.ts` is to hold, or the part of it that is about the entries asked for
 * @throws RangeError if there is no entry with an id, or the time limit is not positive
 * @throws TypeError if an option is unknown
 */
export async function audit(options: AuditOptions = {}): Promise<StoredEvidence> {
  requireKnownOptions('audit', options, ['ids', 'timeLimit', 'onProgress']);
  const { ids = ENTRIES.map(({ id }) => id), timeLimit = 60, onProgress } = options;
  requirePositive('timeLimit', timeLimit);
  const answers = new Answers();
  for (const [done, id] of ids.entries()) {
    onProgress?.({ id, done, of: ids.length });
    const entry = ENTRIES.find((candidate) => candidate.id === id);
    if (!entry) throw new RangeError(`ids must be ids of the ledger, got '${id}'`);
    const inquiry = investigate(entry, claimOf);
    for (let step = inquiry.next(); !step.done; ) {
      step = inquiry.next(await answers.answer(step.value, timeLimit));
    }
  }
  return answers.stored();
}

interface Found {
  readonly answer: Answer;
  /** Whether a counterexample was looked for. */
  readonly decided: boolean;
  readonly stored: StoredAnswer;
}

/** The answers so far. */
class Answers {
  readonly #premises: Record<string, readonly string[]> = {};
  readonly #answers = new Map<string, Map<string, Found>>();

  async answer(question: Question, timeLimit: number): Promise<Answer> {
    const known = this.#answers.get(claimKey(question))?.get(givenKey(question));
    if (known && (known.decided || !question.decide)) return known.answer;
    const answer = await find(question, timeLimit);
    for (const premise of question.given) this.#name(premise);
    const byPremises = this.#answers.get(claimKey(question)) ?? new Map<string, Found>();
    byPremises.set(givenKey(question), { answer, decided: question.decide, stored: toStored(answer, question) });
    this.#answers.set(claimKey(question), byPremises);
    return answer;
  }

  /** Answers go by the names of premises: a name stands for the same statements everywhere. */
  #name({ name, statements }: Premise): void {
    this.#premises[name] ??= statements;
    if (this.#premises[name].join() !== statements.join()) {
      throw new RangeError(
        `the name '${name}' stands for '${this.#premises[name].join("', '")}' and for '${statements.join("', '")}'`,
      );
    }
  }

  stored(): StoredEvidence {
    const answers = [...this.#answers].map(([claim, byPremises]) => [
      claim,
      Object.fromEntries([...byPremises].map(([given, { stored }]) => [given, stored])),
    ]);
    return { premises: this.#premises, answers: Object.fromEntries(answers) };
  }
}

async function find({ claim, given, decide }: Question, timeLimit: number): Promise<Answer> {
  const premises = statementsOf(given);
  if (!decide) {
    const attempt = await attemptProof(readProblem(claim, premises), performance.now() + 1000 * timeLimit);
    return attempt.status === 'proved' ? { certificate: attempt.certificate } : {};
  }
  const verdict = await prove(claim, { given: premises, timeLimit });
  const { holdsForDifferentialEntropy: answer, differentialReason: reason } = verdict;
  // Not where auxiliary variables are among the premises: these have no density.
  const remark = given.length === 1 ? { densities: { answer, reason } } : {};
  switch (verdict.status) {
    case 'proved':
      return { certificate: verdict.certificate, ...remark };
    case 'refuted':
      return { counterexample: verdict.evidence, ...remark };
    case 'undecided':
      return {};
  }
}

/** The text of `stored-evidence.ts`. */
export function evidenceModule({ premises, answers }: StoredEvidence): string {
  const record = (entries: readonly string[], indent: string) =>
    `{\n${indent}  ${entries.join(`,\n${indent}  `)},\n${indent}}`;
  const pair = ([key, value]: [string, unknown]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const claims = Object.entries(answers).map(
    ([claim, byPremises]) => `${JSON.stringify(claim)}: ${record(Object.entries(byPremises).map(pair), '    ')}`,
  );
  return [
    '// Written by `npx vitest run test/paper/audit.test.ts -u` from what audit() finds. What does not verify counts for nothing.',
    '// biome-ignore-all format: written by a program',
    "import type { StoredEvidence } from './answers.js';",
    '',
    'export const STORED_EVIDENCE: StoredEvidence = {',
    `  premises: ${record(Object.entries(premises).map(pair), '  ')},`,
    `  answers: ${record(claims, '  ')},`,
    '};',
    '',
  ].join('\n');
}
