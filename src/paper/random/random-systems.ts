import { evaluate } from '../../information/evaluate.js';
import { FiniteDistribution, type Label } from '../../information/finite-distribution.js';
import type { Rng } from '../../random/rng.js';

/** Mutual information below, in nats, is rounding. */
const INDEPENDENT = 1e-9;

/** A random system with all the letters of premises. */
type RandomSystem = (rng: Rng) => FiniteDistribution;

/** The families by name, each with more structure than the first. */
const FAMILIES = {
  /** M = h + g and S_gen = M + ε only: ε and W depend on everything before, S_anchor and W' as well. */
  'additive structure only': (rng) => {
    const order = rng.integer(3) + 2;
    const sources = channel(channel(FiniteDistribution.empty(), 'e_p', [], rng), 'e_M', ['e_p'], rng);
    const curated = curate(output(sources, order, rng), ['e_p', 'e_M'], order, rng);
    const trained = channel(curated, 'W', ['e_p', 'e_M', 'epsilon'], rng);
    return channel(channel(trained, 'S_anchor', ['e_p', 'e_M', 'W'], rng), "W'", ['S_anchor', 'W'], rng);
  },
  /** (S_anchor, e_p, e_M) → M → S_gen → W, with e_p and e_M that depend on S_anchor and on each other. */
  'generating process, dependent factors': (rng) => generated(rng, ['S_anchor', 'e_p'], ['M']),
  /** The same, with e_M and ε independent of the rest. */
  'generating process, independent factors': (rng) => generated(rng, [], []),
  /** The chains of §4.1: what W knows of its data is the part of the model, which depends on S_anchor by e_p only. */
  'literal chains': (rng) => {
    const sources = channel(channel(anchor(rng), 'e_p', ['S_anchor'], rng), 'e_M', ['e_p'], rng);
    const [rows, columns] = [2, 2];
    const [h, g] = [randomFunction(rows, rng), randomFunction(columns, rng)];
    const pair = (first: number, second: number) => columns * first + second;
    const split = (value: number) => [Math.floor(value / columns), value % columns];
    const sum = (a: number, b: number) => {
      const [[first, second], [otherFirst, otherSecond]] = [split(a), split(b)];
      return pair((first + otherFirst) % rows, (second + otherSecond) % columns);
    };
    const curated = channel(
      sources
        .map('h', ['e_p'], (x) => pair(h(x), 0))
        .map('g', ['e_M'], (x) => pair(0, g(x)))
        .map('M', ['h', 'g'], sum),
      'epsilon',
      [],
      rng,
    ).map('S_gen', ['M', 'epsilon'], (m, noise) => sum(m, pair(0, noise % columns)));
    const learned = curated.map('part', ['S_gen'], (value) => split(value)[1]);
    return withAnchorTraining(channel(learned, 'W', ['part'], rng), rng);
  },
  /** The generating process with S_gen a function of M. */
  'deterministic curation': (rng) => generated(rng, ['S_anchor', 'e_p'], 'function'),
  /** The same with e_p a function of S_anchor. */
  'deterministic prompt and curation': (rng) => {
    const factor = randomFunction(2, rng);
    const withFactor = (sources: FiniteDistribution) => sources.map('e_p', ['S_anchor'], factor);
    return generated(rng, ['S_anchor', 'e_p'], 'function', withFactor);
  },
} as const satisfies Record<string, RandomSystem>;

export type Family = keyof typeof FAMILIES;
/** Families of random systems by name: from the additive structure alone to the literal chains of the setup. */
export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

/** A system of a family in which there is a λ, with λ = λ*; `sum` is M, and p is S_anchor, by another name. */
export function randomSystem(family: Family, rng: Rng): FiniteDistribution {
  for (let attempt = 0; ; attempt++) {
    const system = FAMILIES[family](rng.split(attempt));
    // Otherwise there is no λ.
    if (evaluate('I(e_p; M)', system) <= INDEPENDENT) continue;
    return system
      .map('slack', [], () => 0)
      .map('sum', ['M'], (value) => value)
      .map('p', ['S_anchor'], (value) => value);
  }
}

/** The generating process, with what e_M and ε depend on, or curation that is a function of M, and how e_p comes about. */
function generated(
  rng: Rng,
  modelDependsOn: readonly string[],
  noise: readonly string[] | 'function',
  promptFactor = (system: FiniteDistribution) => channel(system, 'e_p', ['S_anchor'], rng),
): FiniteDistribution {
  const order = rng.integer(3) + 2;
  const sources = channel(promptFactor(anchor(rng)), 'e_M', modelDependsOn, rng);
  const put = output(sources, order, rng);
  const curated = noise === 'function' ? curateByFunction(put, order, rng) : curate(put, noise, order, rng);
  return withAnchorTraining(channel(curated, 'W', ['S_gen'], rng), rng);
}

function anchor(rng: Rng): FiniteDistribution {
  return channel(FiniteDistribution.empty(), 'S_anchor', [], rng);
}

function withAnchorTraining(system: FiniteDistribution, rng: Rng): FiniteDistribution {
  return channel(system, "W'", ['S_anchor'], rng);
}

/** M = h(e_p) + g(e_M) in Z_order. */
function output(system: FiniteDistribution, order: number, rng: Rng): FiniteDistribution {
  const [h, g] = [randomFunction(order, rng), randomFunction(order, rng)];
  return system
    .map('h', ['e_p'], h)
    .map('g', ['e_M'], g)
    .map('M', ['h', 'g'], (a, b) => (a + b) % order);
}

/** S_gen = M + ε in Z_order. */
function curate(system: FiniteDistribution, dependsOn: readonly string[], order: number, rng: Rng): FiniteDistribution {
  return channel(system, 'epsilon', dependsOn, rng).map('S_gen', ['M', 'epsilon'], (m, noise) => (m + noise) % order);
}

function curateByFunction(system: FiniteDistribution, order: number, rng: Rng): FiniteDistribution {
  return system
    .map('epsilon', ['M'], randomFunction(order, rng))
    .map('S_gen', ['M', 'epsilon'], (m, noise) => (m + noise) % order);
}

/** Adds a variable of two values, with a random law for each value of what it depends on: close to a function, or not. */
function channel(system: FiniteDistribution, name: string, inputs: readonly string[], rng: Rng): FiniteDistribution {
  const stream = rng.split(name);
  const concentration = stream.uniform() < 1 / 2 ? 0.1 : 1;
  return system.channel(name, inputs, () => {
    return stream.dirichlet([concentration, concentration]).map((probability, value) => [value, probability] as const);
  });
}

function randomFunction(order: number, rng: Rng): (input: Label) => number {
  const values = [rng.integer(order), rng.integer(order), rng.integer(order), rng.integer(order)];
  return (input) => values[Number(input)];
}
