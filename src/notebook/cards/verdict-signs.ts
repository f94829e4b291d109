import type { PaperItem } from '../../paper/ledger.js';
import type { PaperVerdict } from '../../paper/verdict.js';

/** How a verdict of the ledger is marked: by a sign, by words, and by a colour that reads on white and on black ground. */
export interface VerdictSign {
  readonly sign: string;
  readonly words: string;
  readonly colour: string;
}

/** The signs of all verdicts, in the order in which they are listed. */
export const VERDICT_SIGNS: Readonly<Record<PaperVerdict, VerdictSign>> = {
  definition: { sign: '≔', words: 'definition', colour: '#757575' },
  holds: { sign: '✓', words: 'holds', colour: '#00855f' },
  'holds-under': { sign: '◐', words: 'holds under a premise', colour: '#0c7abb' },
  fails: { sign: '✗', words: 'fails', colour: '#c35500' },
  assumption: { sign: '○', words: 'assumption', colour: '#a55d97' },
  'not-decided': { sign: '?', words: 'not decided', colour: '#757575' },
};

/** `✓ holds` */
export function verdictInWords(verdict: PaperVerdict): string {
  const { sign, words } = VERDICT_SIGNS[verdict];
  return `${sign} ${words}`;
}

/** The verdicts of some items, each once, in the order in which they are listed. */
export function verdictsOf(items: readonly PaperItem[]): PaperVerdict[] {
  const given = new Set(items.map(({ verdict }) => verdict));
  return (Object.keys(VERDICT_SIGNS) as PaperVerdict[]).filter((verdict) => given.has(verdict));
}
