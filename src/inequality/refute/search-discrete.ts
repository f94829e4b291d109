import { greatestCommonDivisor } from '../../numeric/greatest-common-divisor.js';
import { createRng } from '../../random/rng.js';
import { balance, type Sample } from './balance.js';
import type { Catalogue } from './catalogue.js';
import { climb } from './climb.js';
import { type Effort, enumerate } from './enumerate.js';
import { ExactCode, MAX_SOURCES } from './exact-code.js';
import type { ExactSystem } from './exact-system.js';
import { partitions } from './partitions.js';
import { asNamed, type Plan } from './plan.js';
import { subspaces } from './subspaces.js';
import type { Tried } from './tried.js';

/** Yields systems that seem to refute, still to be checked exactly, or null to pause. */
type Search = Generator<ExactSystem | null, void>;

/** Returns whether all there is was tried. */
type Stage = Generator<ExactSystem | null, boolean>;

/** Elements tried by each stage that goes through a catalogue, by each that draws, and for each choice of weights. */
const STEPS = 400_000;
const RANDOM_STEPS = 150_000;
const WEIGHTED_STEPS = 60_000;
/** For all choices of weights together. */
const ALL_WEIGHTED_STEPS = 900_000;

/** What small weights add up to at most. */
const LARGEST_SUM = 8;
/** Weights of outcomes beside others of weight one. */
const LARGE_WEIGHTS = [8, 32];

/** With more outcomes than this, variables of unequal weights have two values. */
const MOST_OUTCOMES = 4;

/**
 * Looks for a discrete system that refutes, small and simple ones first: GF(2)-linear codes and uniform distributions
 * on few outcomes, all of them as far as the steps go; then both at random, with unequal probabilities too; then
 * GF(3)-linear codes, and few outcomes with all choices of small weights.
 *
 * @param tried is added to as the search goes on
 */
export function* searchDiscrete(plan: Plan, tried: Tried): Search {
  if (plan.variables.length === 0) return;
  const codes: CodeSample[] = [];
  function* tryAll(kind: string, search: Stage): Search {
    const all = yield* search;
    tried.set(kind, all && (tried.get(kind) ?? true));
  }
  const tryCodes = (sources: number) =>
    tryAll('codes over GF(2) of up to 4 bits', searchCodes(plan, subspaces(sources), codes));
  const tryOutcomes = (count: number) =>
    tryAll('4 to 6 equally likely outcomes', searchAll(plan, partitions(equal(count)), { steps: STEPS }));
  for (const sources of [1, 2, 3]) yield* tryCodes(sources);
  yield* tryOutcomes(4);
  yield* tryCodes(4);
  yield* tryOutcomes(5);
  yield* tryOutcomes(6);
  yield* searchAtRandom(plan, subspaces(3), '3 sources');
  yield* searchAtRandom(plan, partitions(equal(6)), '6 outcomes');
  tried.set('6 outcomes of other probabilities', false);
  yield* searchAtRandom(plan, subspaces(5), '5 sources');
  tried.set('codes over GF(2) of 5 bits', false);
  for (const symbols of [1, 2, 3]) {
    yield* tryAll('codes over GF(3) of up to 3 symbols', searchAll(plan, subspaces(symbols, 3), { steps: STEPS }));
  }
  let left = ALL_WEIGHTED_STEPS;
  for (const weights of [...smallWeights(), ...unlikelyOutcomes()].sort((a, b) => a.length - b.length)) {
    const few = weights.length <= MOST_OUTCOMES;
    const kind = few ? `up to ${MOST_OUTCOMES} outcomes` : 'variables of two values on 5 to 7 outcomes';
    const effort = { steps: Math.min(WEIGHTED_STEPS, left) };
    left -= effort.steps;
    const catalogue = partitions(weights, few ? MOST_OUTCOMES : 2);
    yield* tryAll(`${kind} with small weights`, searchAll(plan, catalogue, effort));
    left += Math.max(0, effort.steps);
  }
}

function equal(outcomes: number): number[] {
  return new Array<number>(outcomes).fill(1);
}

/** All weights of two to seven outcomes in lowest terms with a small sum, fewer outcomes first. */
function smallWeights(): number[][] {
  const extended = (weights: readonly number[], left: number): number[][] =>
    Array.from({ length: Math.min(left, weights.at(-1) ?? left) }, (_, i) => [...weights, i + 1]).flatMap((longer) => [
      longer,
      ...extended(longer, left - longer.at(-1)!),
    ]);
  return extended([], LARGEST_SUM)
    .filter((weights) => weights.length >= 2 && weights.length <= 7 && weights.reduce(greatestCommonDivisor) === 1)
    .sort((a, b) => a.length - b.length || a[0] - b[0]);
}

/**
 * Weights of which some are one and the others large: what is nearly satisfied and nearly violated, with a violation of
 * another order (Kaced & Romashchenko 2013).
 */
function unlikelyOutcomes(): number[][] {
  return LARGE_WEIGHTS.flatMap((large) =>
    [3, 4, 5, 6].flatMap((outcomes) =>
      Array.from({ length: outcomes - 1 }, (_, i) => [...new Array(i + 1).fill(large), ...equal(outcomes - i - 1)]),
    ),
  );
}

function* searchAll(plan: Plan, catalogue: Catalogue<ExactSystem>, effort: Effort): Stage {
  const found = yield* enumerate(plan, catalogue, effort);
  if (found) yield catalogue.system(plan.variables, asNamed(plan, found));
  return effort.steps > 0;
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
function* searchCodes(plan: Plan, catalogue: Catalogue<ExactCode>, met: CodeSample[]): Stage {
  const known = new Set(met.map(({ premises, targets }) => [...premises, ...targets].join()));
  const effort = { steps: STEPS };
  const found = yield* enumerate(plan, catalogue, effort, (assignment) => {
    if (plan.premises.length === 0) return;
    const [premises, targets] = [assignment.premises(), assignment.targets()];
    const key = [...premises, ...targets].join();
    if (known.has(key)) return;
    known.add(key);
    met.push({ catalogue, elements: [...assignment.chosen], premises, targets });
  });
  if (found) yield catalogue.system(plan.variables, asNamed(plan, found));
  if (plan.premises.length > 0) yield* balanceCodes(plan, met);
  return effort.steps > 0;
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
