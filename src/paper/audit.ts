import { attemptProof } from '../inequality/attempt-proof.js';
import { readProblem } from '../inequality/problem.js';
import { prove } from '../inequality/prove.js';
import { requireKnownOptions, requirePositive } from '../numeric/arguments.js';
import { type StoredAnswer, type StoredEvidence, storedAnswer, toStored } from './answers.js';
import { claimOf, ENTRIES } from './entries.js';
import type { Entry } from './entry.js';
import { investigate } from './investigate.js';
import { type Premise, statementsOf } from './premise.js';
import { type Answer, claimKey, givenKey, type Question } from './question.js';
import { storedEvidence } from './stored-evidence.js';

export interface AuditOptions {
  /** Ids of the entries that are asked about anew; all by default. Of the others, what is stored and verifies is kept. */
  readonly ids?: readonly string[];
  /** Seconds for each question; 60 by default. */
  readonly timeLimit?: number;
  readonly onProgress?: (entry: { readonly id: string; readonly done: number; readonly of: number }) => void;
}

/**
 * Finds a proof or a counterexample for every question that the ledger asks, from scratch.
 *
 * @returns what is to be stored: an answer to each question, and nothing else
 * @throws RangeError if there is no entry with an id, or the time limit is not positive
 * @throws TypeError if an option is unknown
 */
export async function audit(options: AuditOptions = {}): Promise<StoredEvidence> {
  requireKnownOptions('audit', options, ['ids', 'timeLimit', 'onProgress']);
  const { ids, timeLimit = 60, onProgress } = options;
  requirePositive('timeLimit', timeLimit);
  const answers = new Answers(timeLimit, ids && (await questionsOf(ids.map(entryOf), timeLimit)));
  for (const [done, entry] of ENTRIES.entries()) {
    onProgress?.({ id: entry.id, done, of: ENTRIES.length });
    await answers.answerAll(entry);
  }
  return answers.stored();
}

function entryOf(id: string): Entry {
  const entry = ENTRIES.find((candidate) => candidate.id === id);
  if (!entry) throw new RangeError(`ids must be ids of the ledger, got '${id}'`);
  return entry;
}

/** The keys of all that is asked about some entries: which questions there are depends on the answers. */
async function questionsOf(entries: readonly Entry[], timeLimit: number): Promise<ReadonlySet<string>> {
  const answers = new Answers(timeLimit, new Set());
  for (const entry of entries) await answers.answerAll(entry);
  return answers.keys();
}

interface Found {
  readonly answer: Answer;
  /** Whether a counterexample was looked for. */
  readonly decided: boolean;
  readonly stored: StoredAnswer;
}

/** The answers so far. Lines that come to the same are one question, answered in the words of the line that asks first. */
class Answers {
  readonly #timeLimit: number;
  readonly #anew: ReadonlySet<string> | undefined;
  readonly #premises: Record<string, readonly string[]> = {};
  readonly #answers = new Map<string, Map<string, Found>>();

  /** `anew` has the keys of the questions for which nothing stored is kept; none is if it is absent. */
  constructor(timeLimit: number, anew?: ReadonlySet<string>) {
    this.#timeLimit = timeLimit;
    this.#anew = anew;
  }

  async answerAll(entry: Entry): Promise<void> {
    const inquiry = investigate(entry, claimOf);
    for (let step = inquiry.next(); !step.done; ) step = inquiry.next(await this.#answer(step.value));
  }

  async #answer(question: Question): Promise<Answer> {
    const known = this.#answers.get(claimKey(question))?.get(givenKey(question));
    if (known && (known.decided || !question.decide)) return known.answer;
    const found = this.#kept(question) ?? (await this.#find(question));
    for (const premise of question.given) this.#name(premise);
    const byPremises = this.#answers.get(claimKey(question)) ?? new Map<string, Found>();
    byPremises.set(givenKey(question), found);
    this.#answers.set(claimKey(question), byPremises);
    return found.answer;
  }

  /** What is stored, if it may be kept and verifies. */
  #kept(question: Question): Found | null {
    if (this.#anew?.has(keyOf(question)) ?? true) return null;
    const answer = storedAnswer(question, storedEvidence());
    if (!answer) return null;
    const stored = storedEvidence().answers[claimKey(question)][givenKey(question)];
    return { answer, decided: question.decide, stored };
  }

  async #find(question: Question): Promise<Found> {
    const answer = await find(question, this.#timeLimit);
    return { answer, decided: question.decide, stored: toStored(answer, question) };
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

  keys(): Set<string> {
    return new Set(
      [...this.#answers].flatMap(([claim, byPremises]) => [...byPremises.keys()].map((given) => key(claim, given))),
    );
  }

  stored(): StoredEvidence {
    const answers = [...this.#answers].map(([claim, byPremises]) => [
      claim,
      Object.fromEntries([...byPremises].map(([given, { stored }]) => [given, stored])),
    ]);
    return { premises: this.#premises, answers: Object.fromEntries(answers) };
  }
}

function keyOf(question: Question): string {
  return key(claimKey(question), givenKey(question));
}

function key(claim: string, given: string): string {
  return `${claim} | ${given}`;
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
