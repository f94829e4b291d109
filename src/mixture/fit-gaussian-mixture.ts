import { requireKnownOptions, requireNonNegative, requireOneOf, requirePositiveInteger } from '../numeric/arguments.js';
import { greatest, least } from '../numeric/extremes.js';
import { ln } from '../numeric/logarithm.js';
import { type SampleInput, type Samples, toRows, toSamples } from '../numeric/samples.js';
import { type Rng, requireRng } from '../random/rng.js';
import { GaussianComponents } from './components.js';
import { COVARIANCE_TYPES, type CovarianceType, covarianceParameters, updateCovariances } from './covariance-types.js';
import { addByPosterior, addByShares } from './evaluation.js';
import { GaussianMixture, type MixtureParameters } from './gaussian-mixture.js';
import { kMeans } from './k-means.js';
import { Moments } from './moments.js';

export interface FitOptions {
  /** Shape of the covariances; default 'full'. */
  readonly covariance?: CovarianceType;
  /** Converged once the mean log-likelihood (nats a point) changes by less; default 1e-3. */
  readonly tolerance?: number;
  /** Added to the diagonal of every covariance, in units of X squared; default 1e-6, for X that varies by about 1. */
  readonly regularization?: number;
  /** Default 100. */
  readonly maxIterations?: number;
  /** Start from these parameters (covariances d×d whatever the type) with an E-step, instead of from k-means. */
  readonly initial?: MixtureParameters;
  /** Number of k-means starts, of which the one with the best lower bound is kept; default 1. */
  readonly restarts?: number;
  /** Needed for k-means starts. */
  readonly rng?: Rng;
}

/** Where expectation–maximisation ended, and how well it fits. */
export interface GaussianMixtureFit {
  readonly mixture: GaussianMixture;
  /** Whether the tolerance was met within maxIterations; if not, the mixture is where EM had got to. */
  readonly converged: boolean;
  readonly iterations: number;
  /** Mean log-likelihood before the last M-step, in nats a point. */
  readonly lowerBound: number;
  /** Log-likelihood of the sample under the final mixture, in nats: a sum over points. */
  readonly logLikelihood: number;
  /** Akaike's and the Bayesian information criterion of the final mixture. */
  readonly aic: number;
  readonly bic: number;
}

const SMALLEST_SPREAD = 1e-150;
const LARGEST_SPREAD = 1e150;
const OPTIONS = ['covariance', 'tolerance', 'regularization', 'maxIterations', 'initial', 'restarts', 'rng'] as const;

/**
 * Fits a Gaussian mixture to X (n×d) by expectation–maximisation (Dempster, Laird & Rubin 1977), with the conventions
 * of scikit-learn's `GaussianMixture`: k-means start, stop on the change of the mean log-likelihood, `regularization`
 * added to each covariance. The likelihood never decreases from one iteration to the next, but for the little that the
 * regularisation takes near the end (nothing with `regularization: 0`, below 1e-7 nats a point in Figure 4).
 *
 * Not converging is reported, and no error.
 *
 * @throws RangeError if n < components, X is not finite, an option is out of range, a component collapses on too few points
 *   in every start (`regularization: 0` only), or a column of X varies by less than 1e-150 or more than 1e150 or, unless a
 *   regularization is given, by so little that its default is larger than any variance of it
 * @throws TypeError if an option is unknown, or rng is missing where it is needed
 */
export function fitGaussianMixture(X: SampleInput, components: number, options: FitOptions = {}): GaussianMixtureFit {
  requireKnownOptions('fitGaussianMixture', options, OPTIONS);
  const { covariance = 'full', tolerance = 1e-3, regularization = 1e-6, maxIterations = 100, restarts = 1 } = options;
  const samples = toSamples('X', X);
  requirePositiveInteger('components', components);
  if (components > samples.n) {
    throw new RangeError(`components must be at most the number of points ${samples.n}, got ${components}`);
  }
  requireOneOf('covariance', covariance, COVARIANCE_TYPES);
  requireNonNegative('tolerance', tolerance);
  requireNonNegative('regularization', regularization);
  requirePositiveInteger('maxIterations', maxIterations);
  requirePositiveInteger('restarts', restarts);
  requireScale(samples, options.regularization === undefined ? regularization : 0);
  const problem = { samples, covariance, tolerance, regularization, maxIterations };
  const run =
    options.initial !== undefined
      ? runFrom(initialState(options.initial, components, samples.d, restarts), problem)
      : bestRun(problem, components, restarts, options.rng);
  return summarise(run, problem);
}

/**
 * Sees to it that squares of what the points vary by are numbers, and that they are not all regularisation where it is the
 * default that was chosen.
 */
function requireScale({ data, n, d }: Samples, regularization: number): void {
  for (let j = 0; j < d; j++) {
    const column = Float64Array.from({ length: n }, (_, i) => data[i * d + j]);
    const spread = greatest(column) - least(column);
    if (spread > 0 && !(spread > SMALLEST_SPREAD && spread < LARGEST_SPREAD)) {
      throw new RangeError(
        `X must vary by ${SMALLEST_SPREAD} to ${LARGEST_SPREAD}, or not at all, got ${spread} in column ${j}`,
      );
    }
    if (spread > 0 && (spread * spread) / 4 < regularization) {
      throw new RangeError(
        `X varies by ${spread} in column ${j}, which the default regularization of ${regularization} would hide; ` +
          'choose larger units, or a regularization',
      );
    }
  }
}

interface Problem {
  readonly samples: Samples;
  readonly covariance: CovarianceType;
  readonly tolerance: number;
  readonly regularization: number;
  readonly maxIterations: number;
}

interface State {
  readonly components: GaussianComponents;
  readonly weights: Float64Array;
}

interface Run extends State {
  readonly converged: boolean;
  readonly iterations: number;
  readonly lowerBound: number;
}

class CollapsedComponentError extends RangeError {}

function bestRun(problem: Problem, k: number, restarts: number, rng: Rng | undefined): Run {
  requireRng(rng);
  let best: Run | undefined;
  let collapse: unknown;
  for (let start = 0; start < restarts; start++) {
    try {
      const run = runFrom(kMeansState(problem, k, rng), problem);
      if (!best || run.lowerBound > best.lowerBound) best = run;
    } catch (error) {
      if (!(error instanceof CollapsedComponentError)) throw error;
      collapse = error;
    }
  }
  if (!best) throw collapse;
  return best;
}

function runFrom(state: State, problem: Problem): Run {
  const moments = new Moments(state.components.size, problem.samples.d);
  let lowerBound = -Infinity;
  for (let iteration = 1; ; iteration++) {
    const previous = lowerBound;
    lowerBound = expectation(state.components, problem.samples, moments);
    maximisation(state, moments, problem);
    const converged = Math.abs(lowerBound - previous) < problem.tolerance;
    if (converged || iteration === problem.maxIterations)
      return { ...state, converged, iterations: iteration, lowerBound };
  }
}

/** E-step: gathers the moments of each component's share of the points. Returns the mean log-likelihood. */
function expectation(components: GaussianComponents, samples: Samples, moments: Moments): number {
  return gather(components, moments, () => addByPosterior(components, samples, moments)) / samples.n;
}

/** Moments of the components about the means of their points, which `add` adds. Returns what it returns. */
function gather<Result>(components: GaussianComponents, moments: Moments, add: () => Result): Result {
  moments.reset();
  const result = add();
  if (moments.centre(components)) return result;
  moments.clear();
  add();
  moments.centre(components);
  return result;
}

/** M-step: weights, means and covariances from the moments. */
function maximisation({ components, weights }: State, moments: Moments, problem: Problem): void {
  const { masses, offsets } = moments;
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  for (let c = 0; c < weights.length; c++) weights[c] = masses[c] / total;
  for (let at = 0; at < offsets.length; at++) components.means[at] += offsets[at];
  updateCovariances(problem.covariance, components, moments, problem.regularization);
  const collapsed = components.factorise(weights);
  if (collapsed >= 0) {
    throw new CollapsedComponentError(
      `component ${collapsed} collapsed on too few points and its covariance is not positive definite; ` +
        `raise regularization, got ${problem.regularization}`,
    );
  }
}

/** One M-step from the k-means labels. Clusters that k-means could not fill start with the spread of all points. */
function kMeansState(problem: Problem, k: number, rng: Rng): State {
  const { samples } = problem;
  const labels = kMeans(samples, k, rng);
  const components = new GaussianComponents(k, samples.d);
  const state = { components, weights: new Float64Array(k) };
  const moments = new Moments(k, samples.d);
  const shares = new Float64Array(samples.n * k);
  const gatherShares = () => gather(components, moments, () => addByShares(components, samples, moments, shares));
  shares.fill(1 / k);
  gatherShares();
  maximisation(state, moments, { ...problem, covariance: 'full' });
  shares.fill(0);
  labels.forEach((label, i) => {
    shares[i * k + label] = 1;
  });
  gatherShares();
  maximisation(state, moments, problem);
  return state;
}

function initialState(initial: MixtureParameters, k: number, d: number, restarts: number): State {
  if (restarts !== 1) throw new RangeError(`restarts must be 1 when initial is given, got ${restarts}`);
  const mixture = new GaussianMixture(initial);
  if (mixture.components !== k || mixture.dimension !== d) {
    throw new RangeError(
      `initial must have ${k} components in ${d} dimensions, got ${mixture.components} in ${mixture.dimension}`,
    );
  }
  const components = new GaussianComponents(k, d);
  components.means.set(mixture.means.flat());
  components.covariances.set(mixture.covariances.flat(2));
  const weights = Float64Array.from(mixture.weights);
  components.factorise(weights);
  return { components, weights };
}

function summarise({ components, weights, ...run }: Run, { samples, covariance }: Problem): GaussianMixtureFit {
  const { size: k, dimension: d } = components;
  const means = toRows(components.means, d);
  const covariances = toRows(components.covariances, d * d).map((matrix) => toRows(matrix, d));
  const mixture = new GaussianMixture({ weights, means, covariances });
  let logLikelihood = 0;
  for (const logDensity of mixture.logDensityOf(samples.data, new Float64Array(samples.n))) logLikelihood += logDensity;
  const parameters = k - 1 + k * d + covarianceParameters(covariance, k, d);
  return {
    mixture,
    ...run,
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * ln(samples.n) - 2 * logLikelihood,
  };
}
