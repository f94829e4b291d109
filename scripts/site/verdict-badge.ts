import type { PaperItem } from '../../src/paper/ledger.js';
import type { PaperVerdict } from '../../src/paper/verdict.js';

/** How each verdict is said: never by colour alone. */
export const VERDICT_WORDS: Readonly<Record<PaperVerdict, string>> = {
  holds: '✓ holds',
  'holds-under': '◐ holds under a premise',
  fails: '✗ fails',
  definition: '≔ definition',
  assumption: '△ assumption',
  'not-decided': '? not decided',
};

export function verdictBadge(verdict: PaperVerdict): string {
  return `<span class="verdict ${verdict}">${VERDICT_WORDS[verdict]}</span>`;
}

export const LEDGER_PAGE = 'ledger.html';

export function itemAddress({ id }: Pick<PaperItem, 'id'>): string {
  return `${LEDGER_PAGE}#${id}`;
}
