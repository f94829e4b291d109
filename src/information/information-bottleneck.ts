import { Matrix } from 'ml-matrix';
import {
  requireAtMost,
  requireKnownOptions,
  requireList,
  requireNonNegative,
  requirePositive,
  requirePositiveInteger,
  requireProbabilities,
} from '../numeric/arguments.js';
import { pow } from '../numeric/power.js';
import { withinRange } from '../numeric/range.js';
import { type SampleInput, toRows, toSamples } from '../numeric/samples.js';
import { type Rng, requireRng } from '../random/rng.js';
import {
  type Descent,
  type DescentSettings,
  descend,
  type Encoder,
  informationOf,
  type Source,
  toSource,
} from './bottleneck-descent.js';
import { FiniteDistribution, type Label } from './finite-distribution.js';

export interface BottleneckOptions {
  /** The variable to be compressed, by its name in the system; default 'X'. */
  readonly x?: string;
  /** The variable to be kept informed of; default 'Y'. */
  readonly y?: string;
  /** At most so many values of T; default as many as X has, with which the least Lagrangian is attained. */
  readonly clusters?: number;
  /** Draws the starts. */
  readonly rng: Rng;
  /** Number of random starts, at each β, of which the best is kept; default 30. */
  readonly restarts?: number;
  /** Converged once no p(t|x) changes by more in an iteration; default 1e-9. */
  readonly tolerance?: number;
  /** Of one start; default 10,000. Convergence is slow where clusters are about to split. */
  readonly maxIterations?: number;
}

/** A compression T of X that keeps information on Y. All quantities in nats. */
export interface InformationBottleneck {
  readonly beta: number;
  /** p(t|x): a row for each value of X (of a system: in order of appearance), a column for each cluster. */
  readonly encoder: readonly (readonly number[])[];
  /** Number of values of T; clusters that can be merged at no cost are one. */
  readonly clusters: number;
  /** I(X;T), what is kept of X. */
  readonly rate: number;
  /** I(T;Y), what T tells of Y. */
  readonly relevance: number;
  /** I(X;T) − β I(T;Y). */
  readonly lagrangian: number;
  /** Of the start that was best. */
  readonly iterations: number;
  /** Whether the tolerance was met within maxIterations; if not, the encoder is where the iteration had got to. */
  readonly converged: boolean;
  /** The joint distribution given, with T, so that T → X → Y. */
  readonly system: FiniteDistribution;
}

/** Probabilities p(t|x) of one encoder, and of all starts, which are kept at a time. */
const MOST_SHARES = pow(2, 24);
const MOST_SHARES_OF_STARTS = pow(2, 27);
const SHARED_OPTIONS = ['x', 'y', 'clusters', 'rng', 'restarts', 'tolerance', 'maxIterations'] as const;
/** Of random encoders: most values of X go to one cluster or another, which finds better minima than a blur. */
const CONCENTRATION = 0.2;
/** Of a sum of logarithms of ratios. */
const ROUNDING = 1e-9;
/** How much of a random encoder is mixed in where clusters may have to split. */
const PERTURBATION = 0.1;
/** What the Lagrangian may be short of another solution, times 1 + β, before it is worth another run. */
const NEGLIGIBLE = 1e-12;

/**
 * The information bottleneck (Tishby, Pereira & Bialek 1999, arXiv:physics/0004057): the encoder p(t|x) that minimises
 * I(X;T) − β I(T;Y), given the joint distribution of X and Y as a matrix of probabilities (rows x, columns y) or a
 * FiniteDistribution. Large β tend to the minimal sufficient statistic of X for Y, small β to a constant.
 *
 * The Lagrangian is not convex: it never rises during a run, but a run may end in a local minimum. The best of several is
 * kept: from T = X (if there are clusters enough) and from random encoders.
 *
 * @throws RangeError if the matrix is no joint distribution, the system lacks a variable or has a T already, or an
 *   option is out of range
 * @throws TypeError if an option is unknown or rng is missing
 */
export function informationBottleneck(
  joint: SampleInput | FiniteDistribution,
  options: BottleneckOptions & { readonly beta: number },
): InformationBottleneck {
  requireKnownOptions('informationBottleneck', options, ['beta', ...SHARED_OPTIONS]);
  requirePositive('beta', options.beta);
  const problem = readProblem(joint, options);
  const solution = best(problem, options.beta, starts(problem));
  return summarise(problem, options.beta, solution);
}

/**
 * The information bottleneck for each of several β, in the order given: points of the curve of the greatest I(T;Y) at a
 * given I(X;T), which is non-decreasing and concave with slope 1/β.
 *
 * Next to the starts of `informationBottleneck`, each β starts from the solutions for the other β, until none of these
 * is better than its own.
 *
 * @throws like {@link informationBottleneck}
 */
export function informationBottleneckCurve(
  joint: SampleInput | FiniteDistribution,
  options: BottleneckOptions & { readonly betas: readonly number[] },
): InformationBottleneck[] {
  requireKnownOptions('informationBottleneckCurve', options, ['betas', ...SHARED_OPTIONS]);
  const { betas } = options;
  requireList('betas', betas);
  for (let i = 0; i < betas.length; i++) requirePositive(`betas[${i}]`, betas[i]);
  const problem = readProblem(joint, options);
  const ascending = betas.map((beta, place) => ({ beta, place })).sort((a, b) => a.beta - b.beta);
  const solutions: Descent[] = [];
  let warm: Encoder[] = [];
  for (const { beta, place } of ascending) {
    solutions[place] = best(problem, beta, [...warm, ...starts(problem)]);
    warm = [perturbed(problem, solutions[place].encoder)];
  }
  while (exchange(problem, betas, solutions)) {}
  return solutions.map((solution, place) => summarise(problem, betas[place], solution));
}

/** Lets each β start from another's solution that is better than its own. Returns whether there was any. */
function exchange(problem: Problem, betas: readonly number[], solutions: Descent[]): boolean {
  let improved = false;
  betas.forEach((beta, place) => {
    const better = lowest(problem, beta, solutions);
    const gain = lagrangian(problem, beta, solutions[place]) - lagrangian(problem, beta, better);
    if (gain <= NEGLIGIBLE * (1 + beta)) return;
    solutions[place] = best(problem, beta, [better.encoder]);
    improved = true;
  });
  return improved;
}

interface Problem extends Omit<DescentSettings, 'beta'> {
  readonly source: Source;
  readonly system: FiniteDistribution;
  readonly x: string;
  readonly valuesOfX: readonly Label[];
  readonly clusters: number;
  readonly restarts: number;
  readonly rng: Rng;
}

function readProblem(input: SampleInput | FiniteDistribution, options: BottleneckOptions): Problem {
  const { x = 'X', y = 'Y', rng, restarts = 30, tolerance = 1e-9, maxIterations = 10_000 } = options;
  const joint = input instanceof FiniteDistribution ? fromSystem(input, x, y) : fromMatrix(input, x, y);
  const { clusters = joint.valuesOfX.length } = options;
  requirePositiveInteger('clusters', clusters);
  requireAtMost('clusters', clusters, Math.floor(MOST_SHARES / joint.valuesOfX.length));
  requireRng(rng);
  requirePositiveInteger('restarts', restarts);
  requireAtMost('restarts', restarts, Math.floor(MOST_SHARES_OF_STARTS / clusters / joint.valuesOfX.length));
  requireNonNegative('tolerance', tolerance);
  requirePositiveInteger('maxIterations', maxIterations);
  return { ...joint, x, clusters, rng, restarts, tolerance, maxIterations };
}

function fromSystem(system: FiniteDistribution, x: string, y: string) {
  const outcomes = system.marginal([x, y]).outcomes();
  const valuesOfX = [...new Set(outcomes.map(({ values }) => values[x]))];
  const valuesOfY = [...new Set(outcomes.map(({ values }) => values[y]))];
  const joint = new Float64Array(valuesOfX.length * valuesOfY.length);
  for (const { values, probability } of outcomes) {
    joint[valuesOfX.indexOf(values[x]) * valuesOfY.length + valuesOfY.indexOf(values[y])] = probability;
  }
  return { system, valuesOfX, source: toSource(joint, valuesOfX.length, valuesOfY.length) };
}

function fromMatrix(matrix: SampleInput, x: string, y: string) {
  const { data, n, d } = toSamples('joint', matrix);
  requireProbabilities('joint', data);
  const states = Array.from(data, (p, at) => [[Math.floor(at / d), at % d], p] as const);
  const valuesOfX = Array.from({ length: n }, (_, value) => value);
  return { system: FiniteDistribution.fromTable([x, y], states), valuesOfX, source: toSource(data, n, d) };
}

/** T = X, which loses nothing, if there are clusters enough; and random encoders. */
function starts(problem: Problem): Encoder[] {
  const { clusters, restarts, source } = problem;
  const size = source.massX.length;
  const random = Array.from({ length: restarts }, () => randomEncoder(problem));
  return clusters < size ? random : [Float64Array.from(Matrix.eye(size).to1DArray()), ...random];
}

function randomEncoder({ clusters, source, rng }: Problem): Encoder {
  const size = source.massX.length;
  const encoder = new Float64Array(clusters * size);
  const concentrations = new Array<number>(clusters).fill(CONCENTRATION);
  for (let x = 0; x < size; x++) {
    rng.dirichlet(concentrations).forEach((share, t) => {
      encoder[t * size + x] = share;
    });
  }
  return encoder;
}

/** An encoder with a little mass on every cluster, so that clusters can split as β grows. */
function perturbed(problem: Problem, encoder: Encoder): Encoder {
  return randomEncoder(problem).map((share, at) => PERTURBATION * share + (1 - PERTURBATION) * (encoder[at] ?? 0));
}

function best(problem: Problem, beta: number, encoders: readonly Encoder[]): Descent {
  const descents = encoders.map((encoder) => descend(problem.source, encoder, { ...problem, beta }));
  return lowest(problem, beta, descents);
}

function lowest(problem: Problem, beta: number, descents: readonly Descent[]): Descent {
  const values = descents.map((descent) => lagrangian(problem, beta, descent));
  return descents[values.indexOf(Math.min(...values))];
}

function lagrangian({ source }: Problem, beta: number, { encoder }: Descent): number {
  const { rate, relevance } = informationOf(source, encoder);
  return rate - beta * relevance;
}

function summarise(problem: Problem, beta: number, { encoder, iterations, converged }: Descent): InformationBottleneck {
  const { source, system, x, valuesOfX } = problem;
  const information = informationOf(source, encoder);
  const rate = withinRange('I(X;T)', information.rate, [0, Infinity], ROUNDING);
  const relevance = withinRange('I(T;Y)', information.relevance, [0, rate], ROUNDING);
  const clusters = toRows(encoder, valuesOfX.length);
  const rows = new Map(valuesOfX.map((value, i) => [value, clusters.map((shares) => shares[i])]));
  return {
    beta,
    encoder: [...rows.values()],
    clusters: clusters.length,
    rate,
    relevance,
    lagrangian: rate - beta * relevance,
    iterations,
    converged,
    system: system.channel('T', [x], (value) => rows.get(value)!.map((share, t) => [t, share] as const)),
  };
}
