import { createRng } from '../../random/rng.js';
import { balance, type Sample } from './balance.js';
import type { Catalogue } from './catalogue.js';
import { climb } from './climb.js';
import { enumerate } from './enumerate.js';
import { ExactCode, MAX_SOURCES } from './exact-code.js';
import type { ExactSystem } from './exact-system.js';
import { partitions } from './partitions.js';
import { asNamed, type Plan } from './plan.js';
import { subspaces } from './subspaces.js';

/** Yields systems that seem to refute, still to be checked exactly, or null to pause. */
type Search = Generator<ExactSystem | null, void>;

/** Elements tried by each stage that goes through a catalogue, and by each that draws from one. */
const STEPS = 400_000;
const RANDOM_STEPS = 150_000;

/**
 * Looks for a discrete system that refutes, small and simple ones first: GF(2)-linear codes and uniform distributions
 * on few outcomes, all of them as far as the steps go; then both at random, with unequal probabilities too.
 */
export function* searchDiscrete(plan: Plan): Search {
  if (plan.variables.length === 0) return;
  const codes: CodeSample[] = [];
  for (const sources of [1, 2, 3]) yield* searchCodes(plan, subspaces(sources), codes);
  yield* searchAll(plan, partitions([1, 1, 1, 1]));
  yield* searchCodes(plan, subspaces(4), codes);
  yield* searchAll(plan, partitions([1, 1, 1, 1, 1]));
  yield* searchAll(plan, partitions([1, 1, 1, 1, 1, 1]));
  yield* searchAtRandom(plan, subspaces(3), '3 sources');
  yield* searchAtRandom(plan, partitions([1, 1, 1, 1, 1, 1]), '6 outcomes');
  yield* searchAtRandom(plan, subspaces(5), '5 sources');
}

function* searchAll(plan: Plan, catalogue: Catalogue<ExactSystem>): Search {
  const found = yield* enumerate(plan, catalogue, { steps: STEPS });
  if (found) yield catalogue.system(plan.variables, asNamed(plan, found));
}

function* searchAtRandom(plan: Plan, catalogue: Catalogue<ExactSystem>, label: string): Search {
  yield* climb(plan, catalogue, createRng('refute').split(label), { steps: RANDOM_STEPS });
}

/** A code met on the way, with the values of the premises that compare quantities and of the targets. */
interface CodeSample {
  readonly catalogue: Catalogue<ExactCode>;
  readonly elements: readonly number[];
  readonly premises: readonly number[];
  readonly targets: readonly number[];
}

/** Looks through codes, and where premises compare quantities through independent codes side by side. */
function* searchCodes(plan: Plan, catalogue: Catalogue<ExactCode>, met: CodeSample[]): Search {
  const known = new Set(met.map(({ premises, targets }) => [...premises, ...targets].join()));
  const found = yield* enumerate(plan, catalogue, { steps: STEPS }, (assignment) => {
    if (plan.premises.length === 0) return;
    const [premises, targets] = [assignment.premises(), assignment.targets()];
    const key = [...premises, ...targets].join();
    if (known.has(key)) return;
    known.add(key);
    met.push({ catalogue, elements: [...assignment.chosen], premises, targets });
  });
  if (found) yield catalogue.system(plan.variables, asNamed(plan, found));
  if (plan.premises.length > 0) yield* balanceCodes(plan, met);
}

function* balanceCodes(plan: Plan, met: readonly CodeSample[]): Search {
  for (const target of plan.targets.keys()) {
    const samples = met.map((sample): Sample<CodeSample> => {
      const { catalogue, elements, premises, targets } = sample;
      const cost = elements.reduce((sum, element) => sum + catalogue.entropy(element), 0);
      return { system: sample, premises, target: targets[target], cost };
    });
    const parts = balance(
      samples,
      plan.premises.map(({ relation }) => relation),
    );
    if (!parts) continue;
    const codes = parts.flatMap(({ system: { catalogue, elements }, count }) =>
      new Array<ExactCode>(count).fill(catalogue.system(plan.variables, asNamed(plan, elements))),
    );
    if (codes.reduce((sum, { sources }) => sum + sources, 0) <= MAX_SOURCES) yield ExactCode.product(codes);
  }
}
