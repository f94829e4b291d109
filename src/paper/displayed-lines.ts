import type { Entry, EntryClaim, EntryText, Fact } from './entry.js';
import type { Computed, Evidence } from './finding.js';
import { type Notebook, place } from './notebooks.js';
import type { Role } from './verdict.js';

type Relation = '=' | '<=' | '>=';

/** One side of a display: as it is printed, and in the language of claims. */
export interface Side {
  readonly latex: string;
  readonly terms?: string;
}

/** What is said of one relation, and what there is to try on it. */
export interface Line extends Omit<EntryClaim, 'claim'> {
  readonly statement: string;
  readonly role?: Role;
  readonly facts?: readonly Fact[];
  readonly check?: () => Evidence<Computed>;
}

/** A relation sign, and what comes after it. */
export interface Step extends Side, Line {
  readonly relation: Relation;
  /** As it is printed, where that is not =, ≤ or ≥. */
  readonly sign?: string;
  /** What stands before the sign, where that is not what came after the last one. */
  readonly left?: Side;
}

export interface Display {
  /** The paper's number, such as `21`. */
  readonly number: string;
  readonly notebook: Notebook;
  readonly first: Side;
  readonly steps: readonly Step[];
  /** What the two ends of several lines say; nothing where they are not a chain. */
  readonly ends?: Line;
}

const SIGNS: Readonly<Record<Relation, string>> = { '=': '=', '<=': '\\le', '>=': '\\ge' };

/**
 * The entries of a numbered display: one for each relation sign, and if there are several, one for what the two ends of
 * the chain say.
 */
export function displayedLines({ number, notebook, first, steps, ends }: Display): Entry[] {
  const common = { kind: 'equation', notebook: place(notebook, `eq-${number}`) } as const;
  const lines = steps.map((step, i) => {
    const left = step.left ?? (i === 0 ? first : steps[i - 1]);
    const tag = steps.length > 1 ? `${number}.${i + 1}` : number;
    const latex = `${left.latex} ${signOf(step)} ${step.latex} \\tag{${tag}}`;
    return toEntry({ ...common, id: `eq-${tag}`, latex }, step, [left, step.relation, step]);
  });
  if (!ends) return lines;
  const rows = steps.map((step) => `&${signOf(step)} ${step.latex}`).join(' \\\\ ');
  const latex = `\\begin{aligned} ${first.latex} ${rows} \\end{aligned} \\tag{${number}}`;
  const relation = steps.map((step) => step.relation).find((sign) => sign !== '=') ?? '=';
  const last = steps[steps.length - 1];
  return [toEntry({ ...common, id: `eq-${number}`, latex }, ends, [first, relation, last]), ...lines];
}

function signOf({ sign, relation }: Step): string {
  return sign ?? SIGNS[relation];
}

function toEntry(
  text: Pick<Entry, 'id' | 'kind' | 'latex' | 'notebook'>,
  { statement, role = 'statement', facts = [], check, assuming, from, candidates, corrections }: Line,
  [left, relation, right]: readonly [Side, Relation, Side],
): Entry {
  const common = { ...text, statement, role, facts };
  if (check) return { ...common, check };
  if (left.terms === undefined || right.terms === undefined) {
    throw new TypeError(`${text.id} must have a check, or both sides in the language of claims`);
  }
  const trials = {
    ...(assuming && { assuming }),
    ...(from && { from }),
    ...(candidates && { candidates }),
    ...(corrections && { corrections }),
  };
  return { ...common, claimed: { claim: `${left.terms} ${relation} ${right.terms}`, ...trials } };
}

/** What an entry says, as the paper also puts it: the lemma of an equation, say. */
export function restated(
  entry: Entry,
  {
    notebook,
    ...text
  }: Pick<EntryText, 'id' | 'kind' | 'latex' | 'statement'> &
    Partial<Pick<EntryText, 'role'>> & { readonly notebook: Notebook },
): Entry {
  return { ...entry, ...text, notebook: place(notebook, text.id) };
}
