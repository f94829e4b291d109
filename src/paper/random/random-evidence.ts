import type { EntropySystem } from '../../information/entropy-system.js';
import { holds } from '../../information/holds.js';
import { constraints } from '../../information/linear-form.js';
import { parseStatement } from '../../information/parse.js';
import { requireAtMost, requireKnownOptions, requirePositiveInteger } from '../../numeric/arguments.js';
import { type Rng, requireRng } from '../../random/rng.js';
import { ENTRIES } from '../entries.js';
import type { EntryClaim } from '../entry.js';
import { ANY_LAMBDA, statementsOf } from '../premise.js';
import { FAMILY_NAMES, type Family, randomSystem } from './random-systems.js';
import { slackOf } from './slack.js';

export interface RandomEvidenceOptions {
  /** Systems of each family. */
  readonly systems: number;
  readonly rng: Rng;
}

/** What random systems of a family say of a line. */
export interface FamilyEvidence {
  /** The share of systems that violate it. */
  readonly violated: number;
  /** By how much the side that should be larger is so at least, in nats; for an equation, less the absolute difference. */
  readonly smallestSlack: number;
}

/** What random systems say of one information inequality of the ledger. */
export interface LineEvidence {
  readonly id: string;
  readonly claim: string;
  readonly families: Readonly<Record<Family, FamilyEvidence>>;
}

/** Of each family, all of which are kept. */
const MOST_SYSTEMS = 10_000;
/** Differences below, in nats, are rounding. */
const ROUNDING = 1e-9;

/**
 * Each information inequality of the ledger on random systems, with λ = λ*: how many violate it, and how tight it is on
 * the others. A line that no system of a family violates may still fail; one that is violated fails. Left out are lines
 * that are about systems of another kind, such as (22), which asks what there is where M(p) says nothing of e_p.
 *
 * @throws TypeError if an option is unknown or there is no rng
 * @throws RangeError if `systems` is no positive integer up to 10,000
 */
export function randomSystemEvidence(options: RandomEvidenceOptions): LineEvidence[] {
  requireKnownOptions('randomSystemEvidence', options, ['systems', 'rng']);
  const { systems, rng } = options;
  requirePositiveInteger('systems', systems);
  requireAtMost('systems', systems, MOST_SYSTEMS);
  requireRng(rng);
  const drawn = FAMILY_NAMES.map((family) =>
    Array.from({ length: systems }, (_, i) => randomSystem(family, rng.split(family).split(i))),
  );
  const lines = ENTRIES.flatMap(({ id, claimed }) => {
    if (!claimed || !drawn.every(([system]) => isAbout(system, claimed))) return [];
    return [{ id, claim: claimed.claim, goals: constraints(parseStatement(claimed.claim)) }];
  });
  return lines.map(({ id, claim, goals }) => {
    const families = FAMILY_NAMES.map((family, f) => {
      const slacks = drawn[f].map((system) => slackOf(goals, system));
      return [family, summary(slacks)];
    });
    return { id, claim, families: Object.fromEntries(families) as Record<Family, FamilyEvidence> };
  });
}

/** Whether a system satisfies what a claim assumes besides the process; it has a λ, which may be more than 2. */
function isAbout(system: EntropySystem, { assuming = [] }: EntryClaim): boolean {
  const others = assuming.filter((premise) => premise !== ANY_LAMBDA);
  return statementsOf(others).every((statement) => holds(statement, system));
}

function summary(slacks: readonly number[]): FamilyEvidence {
  const smallest = Math.min(...slacks);
  return {
    violated: slacks.filter((slack) => slack < -ROUNDING).length / slacks.length,
    smallestSlack: Math.abs(smallest) <= ROUNDING ? 0 : smallest,
  };
}
