import type { Rng } from '../../random/rng.js';
import { Assignment } from './assignment.js';
import type { Catalogue } from './catalogue.js';
import type { Effort } from './enumerate.js';
import { asNamed, type Plan } from './plan.js';

/** Changes in vain before a fresh start. */
const PATIENCE = 100;
/** How often entropies are changed rather than an element, where they can be. */
const VARIATION = 0.4;
/** How often a variable is given one more dimension or value. */
const COSTLIER = 0.6;

/** In place of an element: whichever satisfies the premises. */
const ANY = -1;

/** An assignment that satisfies the premises. */
interface Place<System> {
  readonly catalogue: Catalogue<System>;
  readonly chosen: Int32Array;
  /** The least target per bit of the variables' entropies; negative refutes. */
  readonly score: number;
}

/**
 * Random assignments along the plan, so that they satisfy what vanishes, each changed at random for as long as that
 * brings the claim closer to being violated, or leaves it where it is. Yields systems that refute, or null to pause.
 */
export function* climb<System>(
  plan: Plan,
  start: Catalogue<System>,
  rng: Rng,
  effort: Effort,
): Generator<System | null, void> {
  while (effort.steps > 0) {
    yield null;
    let place = settle(plan, start, null, rng, effort);
    for (let patience = PATIENCE; place && patience > 0 && effort.steps > 0; patience--) {
      yield place.score < 0 ? place.catalogue.system(plan.variables, asNamed(plan, [...place.chosen])) : null;
      const next = change(plan, place, rng, effort);
      if (!next || next.score > place.score) continue;
      if (next.score < place.score) patience = PATIENCE;
      place = next;
    }
  }
}

/** A random change: other entropies, or another element for one variable; null if the premises do not allow it. */
function change<System>(plan: Plan, place: Place<System>, rng: Rng, effort: Effort): Place<System> | null {
  const { catalogue, chosen } = place;
  if (catalogue.varied && rng.uniform() < VARIATION) return settle(plan, catalogue.varied(rng), chosen, rng, effort);
  return settle(plan, catalogue, chosen.with(rng.integer(chosen.length), ANY), rng, effort);
}

/** Chooses elements for all variables: those wished for where they satisfy the premises, otherwise others at random. */
function settle<System>(
  plan: Plan,
  catalogue: Catalogue<System>,
  wishes: Int32Array | null,
  rng: Rng,
  effort: Effort,
): Place<System> | null {
  const assignment = new Assignment(plan, catalogue);
  for (let depth = 0; depth < plan.order.length; depth++) {
    effort.steps -= 1;
    const wish = wishes ? wishes[depth] : ANY;
    if (wish !== ANY && assignment.choose(depth, wish)) continue;
    if (!chooseAny(assignment, depth, catalogue, rng, effort)) return null;
  }
  if (!assignment.holds) return null;
  const { chosen } = assignment;
  const total = chosen.reduce((sum, element) => sum + catalogue.entropy(element), 0);
  const score = total === 0 ? Infinity : assignment.least / total;
  return { catalogue, chosen, score };
}

/** The first element from a random place on that satisfies the premises: small ones are likelier. */
function chooseAny(
  assignment: Assignment,
  depth: number,
  { elements, costs }: Catalogue,
  rng: Rng,
  effort: Effort,
): boolean {
  let cost = 0;
  while (cost < costs[costs.length - 1] && rng.uniform() < COSTLIER) cost += 1;
  const from = costs.indexOf(cost);
  const to = costs.lastIndexOf(cost) + 1;
  const first = from + rng.integer(to - from);
  for (let i = 0; i < elements.length; i++) {
    effort.steps -= 1;
    if (assignment.choose(depth, elements[(first + i) % elements.length])) return true;
  }
  return false;
}
