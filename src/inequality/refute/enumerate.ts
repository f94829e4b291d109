import { Assignment } from './assignment.js';
import type { Catalogue, Symmetries } from './catalogue.js';
import type { Plan } from './plan.js';

/** How much a search may still do, counted in elements tried, so that what it finds does not depend on the machine. */
export interface Effort {
  steps: number;
}

/** Elements tried between two opportunities to stop or let others run. */
const PAUSE = 1024;

/** Elements still tried, once an assignment refutes, to find one at less cost. */
const REFINEMENT = 20_000;

/** Total cost up to which a first round goes. */
const FIRST_ROUND = 3;

/**
 * Goes through all assignments that satisfy what vanishes, up to symmetry, until one refutes, and a little further for
 * one that does at less total cost. Rounds of twice the cost each find small ones soon.
 *
 * @param visit is shown each assignment, in place
 * @returns elements in the plan's order, or null if none refutes or the effort is spent
 */
export function* enumerate(
  plan: Plan,
  catalogue: Catalogue,
  effort: Effort,
  visit?: (assignment: Assignment) => void,
): Generator<null, number[] | null> {
  const assignment = new Assignment(plan, catalogue);
  const all = plan.order.length * catalogue.costs[catalogue.costs.length - 1];
  let smallest: number[] | null = null;
  for (let round = FIRST_ROUND; ; round *= 2) {
    const limit = { cost: round };
    for (const cost of assignments(plan, catalogue, assignment, limit, effort)) {
      if (cost === null) {
        yield null;
        continue;
      }
      visit?.(assignment);
      if (!assignment.holds || assignment.least >= 0) continue;
      smallest = [...assignment.chosen];
      limit.cost = cost - 1;
      effort.steps = Math.min(effort.steps, REFINEMENT);
    }
    if (smallest || round >= all || effort.steps <= 0) return smallest;
  }
}

/** Yields the total cost of each assignment, which is within `limit.cost`; null to pause. */
function* assignments(
  plan: Plan,
  catalogue: Catalogue,
  assignment: Assignment,
  limit: { readonly cost: number },
  effort: Effort,
): Generator<number | null, void> {
  const { elements, costs } = catalogue;
  const last = plan.order.length - 1;
  const symmetries: Symmetries[] = [catalogue.symmetries];
  const next = new Int32Array(plan.order.length);
  const spent = new Int32Array(plan.order.length);
  let depth = 0;
  while (depth >= 0) {
    const { representatives } = symmetries[depth];
    const i = representatives[next[depth]++];
    const cost = spent[depth] + costs[i];
    // The cheapest come first: once one is too dear, so are the others.
    if (i === undefined || cost > limit.cost) {
      depth -= 1;
      continue;
    }
    if (effort.steps-- <= 0) return;
    if (effort.steps % PAUSE === 0) yield null;
    if (!assignment.choose(depth, elements[i])) continue;
    if (depth === last) {
      yield cost;
    } else {
      symmetries[depth + 1] = symmetries[depth].fixing(i);
      depth += 1;
      next[depth] = 0;
      spent[depth] = cost;
    }
  }
}
