import { exactValue } from '../inequality/refute/exact-system.js';
import { assertions } from '../information/assertions.js';
import { isInequality, reversed, withAddedToLargerSide } from '../information/change-inequality.js';
import { linearForm } from '../information/linear-form.js';
import { toText } from '../information/notation.js';
import { parseExpression, parseStatement } from '../information/parse.js';
import type { Entry, EntryClaim } from './entry.js';
import type { Decided, Evidence, Known } from './finding.js';
import { EXTRA_PREMISES, GENERATING_PROCESS, LITERAL_CHAINS, nameOf, type Premise, statementsOf } from './premise.js';
import type { Answer, Question } from './question.js';
import type { Role } from './verdict.js';
import { inWords } from './words.js';

/** Asks questions, is given answers, and comes to a result; whoever runs it looks the answers up, or finds them. */
export type Inquiry<T> = Generator<Question, T, Answer>;

/** What the questions about an entry come to. */
export interface Findings {
  /** Null where the evidence is not a matter of claims. */
  readonly evidence: Evidence<Decided> | null;
  readonly facts: readonly Known[];
}

/** Asks all there is to ask about an entry. `claimOf` gives the claim of another entry, by its id. */
export function* investigate(entry: Entry, claimOf: (id: string) => string): Inquiry<Findings> {
  const { claimed, facts = [], role } = entry;
  const evidence = claimed ? yield* investigateClaim(claimed, role, claimOf) : null;
  const found: Known[] = [];
  for (const { says, claim, assuming = [], process = GENERATING_PROCESS } of facts) {
    found.push({ says, ...(yield* decide(claim, [process, ...assuming])) });
  }
  return { evidence, facts: found };
}

/**
 * The claim under the generating process; under the literal chains; and where the first refutes it: whether it follows
 * from what it is derived from, which extra premises save it, whether the reverse holds, and what corrects it.
 */
function* investigateClaim(
  claimed: EntryClaim,
  role: Role,
  claimOf: (id: string) => string,
): Inquiry<Evidence<Decided>> {
  const { claim, assuming = [], from = [], candidates = [], corrections = [] } = claimed;
  const extra = [...candidates, ...(claimed.extra ?? EXTRA_PREMISES)];
  const process = [GENERATING_PROCESS, ...assuming];
  const base = yield* decide(claim, process);
  const readings = [yield* decide(claim, [LITERAL_CHAINS, ...assuming])];
  if (base.outcome !== 'fails') return { base, readings, premises: [], instead: [] };
  if (from.length > 0) {
    const cited = from.map((id) => ({ name: id, statements: [claimOf(id)] }));
    readings.push(yield* decide(claim, [...process, ...cited]));
  }
  const premises = yield* saving(claim, process, extra);
  if (role !== 'statement') return { base, readings, premises, instead: [] };
  const instead = [
    ...(yield* theReverse(claim, process, extra)),
    ...(yield* corrected(claim, process, corrections, base)),
  ];
  return { base, readings, premises, instead };
}

/** The claim with each extra premise that proves it, or if none does with each pair; those that imply another left out. */
function* saving(claim: string, process: readonly Premise[], extra: readonly Premise[]): Inquiry<Decided[]> {
  for (const choices of [extra.map((premise) => [premise]), pairs(extra)]) {
    const saved: Saved[] = [];
    for (const choice of choices) {
      const finding = yield* prove(claim, [...process, ...choice], choice.map(({ name }) => name).join(' and '));
      if (finding.outcome === 'holds') saved.push({ choice, finding });
    }
    if (saved.length > 0) return yield* weakest(saved, process);
  }
  return [];
}

function pairs<T>(list: readonly T[]): T[][] {
  return list.flatMap((first, i) => list.slice(i + 1).map((second) => [first, second]));
}

/** A choice of extra premises, and the claim as it follows from them. */
interface Saved {
  readonly choice: readonly Premise[];
  readonly finding: Decided;
}

function* weakest(saved: readonly Saved[], process: readonly Premise[]): Inquiry<Decided[]> {
  const kept = [...saved];
  // The first in the list stay, where two come to the same.
  for (const one of saved.toReversed()) {
    for (const other of kept) {
      if (one === other || !(yield* implies(one.choice, other.choice, process))) continue;
      kept.splice(kept.indexOf(one), 1);
      break;
    }
  }
  return kept.map(({ finding }) => finding);
}

function* implies(strong: readonly Premise[], weak: readonly Premise[], process: readonly Premise[]): Inquiry<boolean> {
  for (const statement of statementsOf(weak)) {
    const { certificate } = yield { claim: statement, given: [...process, ...strong], decide: false };
    if (!certificate) return false;
  }
  return true;
}

/** The reverse inequality, without or with an extra premise. */
function* theReverse(claim: string, process: readonly Premise[], extra: readonly Premise[]): Inquiry<Decided[]> {
  const printed = parseStatement(claim);
  if (!isInequality(printed)) return [];
  const reverse = toText(reversed(printed));
  const always = yield* prove(reverse, process);
  if (always.outcome === 'holds') return [asReversed(always)];
  const saved: Saved[] = [];
  for (const premise of extra) {
    const finding = yield* prove(reverse, [...process, premise]);
    if (finding.outcome === 'holds') saved.push({ choice: [premise], finding: asReversed(finding) });
  }
  return yield* weakest(saved, process);
}

function asReversed(finding: Decided): Decided {
  return { ...finding, reversed: true, reason: `reversed: ${finding.reason}` };
}

/** The claim with each correction on its larger side that makes it hold. */
function* corrected(
  claim: string,
  process: readonly Premise[],
  corrections: readonly string[],
  base: Decided,
): Inquiry<Decided[]> {
  const found: Decided[] = [];
  const printed = parseStatement(claim);
  if (!isInequality(printed)) return found;
  for (const correction of corrections) {
    const repaired = toText(withAddedToLargerSide(printed, parseExpression(correction)));
    const finding = yield* prove(repaired, process);
    if (finding.outcome !== 'holds') continue;
    const sharp = isAttained(repaired, base) ? ', with equality in the counterexample' : '';
    found.push({ ...finding, correction, reason: `with ${correction} added: ${finding.reason}${sharp}` });
  }
  return found;
}

/** Whether a claim is an equation on the counterexample, exactly, so that no smaller correction will do. */
function isAttained(claim: string, { counterexample }: Decided): boolean {
  const [{ expression }] = assertions(parseStatement(claim));
  return counterexample !== undefined && exactValue(linearForm(expression), counterexample.exact).isZero;
}

function* decide(claim: string, given: readonly Premise[]): Inquiry<Decided> {
  return toFinding(claim, given, yield { claim, given, decide: true });
}

function* prove(claim: string, given: readonly Premise[], reading?: string): Inquiry<Decided> {
  return toFinding(claim, given, yield { claim, given, decide: false }, reading);
}

/** What an answer says of a claim. */
export function toFinding(claim: string, given: readonly Premise[], answer: Answer, reading = nameOf(given)): Decided {
  const { certificate, counterexample, densities } = answer;
  return {
    kind: 'decided',
    reading,
    given: statementsOf(given),
    claim,
    outcome: certificate ? 'holds' : counterexample ? 'fails' : 'open',
    reason: inWords(answer),
    ...(certificate && { certificate }),
    ...(counterexample && { counterexample }),
    ...(densities && { densities }),
  };
}
