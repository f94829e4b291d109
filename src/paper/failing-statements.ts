import type { Evidence, Finding } from './finding.js';
import { ledger, type PaperItem } from './ledger.js';
import { COMPRESSION_BOTTLENECK, PROMPT_ENTROPY_BOUND } from './quantities.js';
import { claimKey } from './question.js';
import type { PaperVerdict } from './verdict.js';

/** A statement that does not hold as it is printed, wherever the paper makes it, and what is known of it. */
export interface FailingStatement {
  /** The items that say it, in the paper's order. */
  readonly items: readonly PaperItem[];
  readonly evidence: Evidence;
  /** What an information inequality comes to once terms have cancelled, in the language of claims. */
  readonly comesTo?: string;
  /** What can stand in its place. */
  readonly repairs: readonly Repair[];
}

/** What holds in place of a statement that does not. */
export interface Repair {
  /** Whether it is the statement itself, the statement with something added to its larger side, its reverse, or another reading. */
  readonly kind: 'as printed' | 'corrected' | 'reversed' | 'changed';
  /** In words: what it needs besides, or what is changed. */
  readonly condition?: string;
  /** What is added, in the language of claims. */
  readonly correction?: string;
  readonly finding: Finding;
}

const NOT_AS_PRINTED: readonly PaperVerdict[] = ['fails', 'holds-under', 'assumption'];

/** Inequalities of the ledger, each with terms cancelled and brought to the side where they are positive. */
const SHORT_FORMS: readonly string[] = [
  'H(S_gen) <= H(M)',
  'I(S_gen; W) <= I(M; W)',
  'I(M; W) <= I(h; W) + I(g; W)',
  'I(M; W) <= I(e_p; W) + I(e_M; W)',
  `I(M; W) + H(M|h) <= ${COMPRESSION_BOTTLENECK} + H(e_M)`,
  'I(e_p; M) <= I(h; M)',
  'H(M|e_p) + H(slack) <= H(e_M)',
  `I(M; W) + I(e_p; M) <= ${COMPRESSION_BOTTLENECK} + I(h; M) + H(slack)`,
  `I(M; W) + H(M|h) + I(e_p; M) <= ${COMPRESSION_BOTTLENECK} + H(e_M) + ${PROMPT_ENTROPY_BOUND}`,
  'I(h; M) <= I(S_anchor; M)',
  'H(S_gen) + I(h; M) <= H(M) + I(S_anchor; M)',
];

/** All statements that fail as printed, or are assumed and do not follow, in the paper's order, each of them once. */
export function failingStatements(): FailingStatement[] {
  const groups = new Map<string, PaperItem[]>();
  for (const item of ledger) {
    if (!NOT_AS_PRINTED.includes(item.verdict)) continue;
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((items) => {
    const [{ claim, evidence }] = items;
    const short =
      claim === undefined ? claim : SHORT_FORMS.find((form) => claimKey({ claim: form }) === claimKey({ claim }));
    return { items, evidence: evidence!, ...(short && { comesTo: short }), repairs: repairsOf(evidence!) };
  });
}

function repairsOf({ base, premises, instead }: Evidence): Repair[] {
  const saved = premises.map((finding): Repair => ({ kind: 'as printed', condition: finding.reading, finding }));
  return [...saved, ...instead.map((finding) => repairOf(finding, base))];
}

function repairOf(finding: Finding, base: Finding): Repair {
  if (finding.kind === 'computed') return { kind: 'changed', condition: finding.reading, finding };
  if (finding.correction !== undefined) return { kind: 'corrected', correction: finding.correction, finding };
  const condition = finding.reading.slice(base.reading.length).replace(/^ \+ /, '');
  return { kind: 'reversed', ...(condition && { condition }), finding };
}

/** The same for items that come to the same inequality under the same premises, or of which the same was computed. */
function keyOf({ claim, evidence }: PaperItem): string {
  const { base, premises, instead } = evidence!;
  const found = claim === undefined ? [base, ...premises, ...instead] : [base];
  return [
    ...(claim === undefined ? [] : [claimKey({ claim })]),
    ...found.map(({ reading }) => reading),
    base.reason,
  ].join('\n');
}
