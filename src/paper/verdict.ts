import type { Evidence } from './finding.js';

/**
 * - `'definition'`: nothing to prove, and well defined as the evidence shows.
 * - `'holds'`: for all systems in the base reading.
 * - `'holds-under'`: fails in general, but holds under a named extra premise.
 * - `'fails'`: a system violates it, and no natural premise saves it.
 * - `'assumption'`: does not follow from the base reading, but can be met.
 * - `'not-decided'`: there is no evidence that verifies for what the source says now.
 */
export type PaperVerdict = 'definition' | 'holds' | 'holds-under' | 'fails' | 'assumption' | 'not-decided';

/** What the paper puts an item forward as. */
export type Role = 'definition' | 'statement' | 'assumption';

/** The one rule by which evidence becomes a verdict. */
export function verdictOf(role: Role, evidence: Evidence | null): PaperVerdict {
  switch (evidence?.base.outcome) {
    case 'holds':
      return role === 'definition' ? 'definition' : 'holds';
    case 'fails':
      if (evidence.premises.length === 0) return 'fails';
      return role === 'assumption' ? 'assumption' : 'holds-under';
    default:
      return 'not-decided';
  }
}

/** The verdict's reason in one line, of what was found. */
export function reasonFor(role: Role, evidence: Evidence | null): string {
  if (!evidence) return 'the audit has no answer that verifies for what is asked now';
  const { base, premises } = evidence;
  if (premises.length === 0) return base.reason;
  const connective = role === 'assumption' ? 'it is met if' : 'but it holds if';
  return `${base.reason}; ${connective} ${premises.map(({ reading }) => reading).join(', or if ')}`;
}
