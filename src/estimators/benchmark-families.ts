import { determinant, Matrix } from 'ml-matrix';
import { shannonEntropy } from '../information/shannon-entropy.js';
import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import {
  requireFinite,
  requireKnownOptions,
  requireOneOf,
  requirePositive,
  requirePositiveInteger,
  requireProbability,
} from '../numeric/arguments.js';
import { digamma } from '../numeric/digamma.js';
import { exp } from '../numeric/exponential.js';
import { logFactorial } from '../numeric/log-factorial.js';
import { logGamma } from '../numeric/log-gamma.js';
import { ln } from '../numeric/logarithm.js';
import { pow } from '../numeric/power.js';
import { integrate } from '../numeric/quadrature.js';
import { logGammaDraw } from '../random/gamma.js';
import { type Rng, requireRng } from '../random/rng.js';

/** A joint distribution of X and Y that knows its mutual information: what estimators are tried on. */
export interface BenchmarkFamily {
  readonly name: string;
  /** I(X;Y) in nats. */
  readonly mutualInformation: number;
  /** n independent draws: row i of x belongs to row i of y. */
  sample(n: number, rng: Rng): { readonly x: Matrix; readonly y: Matrix };
}

/**
 * Y = X + N with X uniform on (0, 1) and N uniform on (−halfWidth, halfWidth).
 *
 * @throws RangeError if `halfWidth` is not positive
 */
export function additiveUniform(halfWidth: number): BenchmarkFamily {
  requirePositive('halfWidth', halfWidth);
  return {
    name: `additive uniform noise ±${halfWidth}`,
    mutualInformation: halfWidth <= 0.5 ? halfWidth - ln(2 * halfWidth) : 1 / (4 * halfWidth),
    sample: (n, rng) =>
      fromPairs(n, rng, () => {
        const x = rng.uniform();
        return [[x], [x + halfWidth * (2 * rng.uniform() - 1)]];
      }),
  };
}

/** X and Y normal with variances one, d coordinates each. */
export interface CorrelatedPairs {
  /** d. */
  readonly dimension: number;
  /** Of any two of the 2d coordinates (`'dense'`), or of X_i with Y_i only (`'sparse'`). */
  readonly correlation: number;
  readonly structure: 'dense' | 'sparse';
}

const PAIRS = ['dimension', 'correlation', 'structure'] as const;

/**
 * Jointly normal X and Y.
 *
 * @throws RangeError if the dimension is no positive integer, the structure is unknown, or the correlation matrix is not
 *   positive definite
 */
export function multivariateNormal(shape: CorrelatedPairs): BenchmarkFamily {
  requireKnownOptions('multivariateNormal', shape, PAIRS);
  const { d, mixture, mutualInformation } = correlatedNormal(shape);
  return {
    name: `${describe(shape)} normal`,
    mutualInformation,
    sample: (n, rng) => split(mixture.sample(n, rng), d),
  };
}

/**
 * Multivariate Student's t with the given degrees of freedom, X and Y its two halves. Heavy tails add information to
 * that of the normal, since large values come together (Arellano-Valle et al. 2013, doi:10.1111/j.1467-9469.2011.00774.x).
 *
 * @throws RangeError if `degreesOfFreedom` is not positive; and like {@link multivariateNormal}
 */
export function multivariateStudent(shape: CorrelatedPairs & { readonly degreesOfFreedom: number }): BenchmarkFamily {
  requireKnownOptions('multivariateStudent', shape, [...PAIRS, 'degreesOfFreedom']);
  const { degreesOfFreedom: nu } = shape;
  requirePositive('degreesOfFreedom', nu);
  const { d, mixture, mutualInformation } = correlatedNormal(shape);
  // Entropy of k coordinates, up to what the normal's has too.
  const g = (k: number) => logGamma((nu + k) / 2) - ((nu + k) / 2) * digamma((nu + k) / 2);
  return {
    name: `${describe(shape)} Student, ${nu} degrees of freedom`,
    mutualInformation: mutualInformation + g(0) + g(2 * d) - 2 * g(d),
    sample: (n, rng) => {
      const points = mixture.sample(n, rng);
      for (let i = 0; i < n; i++) {
        // χ² over its degrees of freedom.
        points.mulRow(i, exp((ln(nu / 2) - logGammaDraw(nu / 2, rng)) / 2));
      }
      return split(points, d);
    },
  };
}

/**
 * X exponential with mean one, and Y zero with probability `zeros`, else Poisson with mean X: mixed, with repeated values
 * (Gao et al. 2017). Their value, (1 − zeros) · 0.3012, takes for known which of the zeros were put in; this is I(X;Y).
 *
 * @throws RangeError if `zeros` is no probability
 */
export function zeroInflatedPoisson(zeros: number): BenchmarkFamily {
  requireProbability('zeros', zeros);
  // Given X = x, and over all X, where Poisson with an exponential mean is geometric.
  const law = (probability: (k: number) => number) =>
    Array.from({ length: MOST_COUNT }, (_, k) => (k === 0 ? zeros : 0) + (1 - zeros) * probability(k));
  const conditional = integrate(
    (x, values, weights) => {
      x.forEach((mean, i) => {
        weights[i] = exp(-mean);
        values[i] = weights[i] * shannonEntropy(law((k) => exp(k * ln(mean) - mean - logFactorial(k))));
      });
    },
    [0, 0.01, 0.1, 1, 4, 16, 40],
    1e-10,
  ).value;
  return {
    name: `zero-inflated Poisson, ${zeros} zeros`,
    mutualInformation: shannonEntropy(law((k) => pow(2, -(k + 1)))) - conditional,
    sample: (n, rng) =>
      fromPairs(n, rng, () => {
        const x = -ln(1 - rng.uniform());
        return [[x], [rng.uniform() < zeros ? 0 : poisson(x, rng)]];
      }),
  };
}

/** Counts beyond this have a probability below 1e-30. */
const MOST_COUNT = 160;

function correlatedNormal({ dimension: d, correlation, structure }: CorrelatedPairs) {
  requirePositiveInteger('dimension', d);
  requireFinite('correlation', correlation);
  requireOneOf('structure', structure, ['dense', 'sparse']);
  const covariance = Array.from({ length: 2 * d }, (_, i) =>
    Array.from({ length: 2 * d }, (_, j) => {
      if (i === j) return 1;
      return structure === 'dense' || Math.abs(i - j) === d ? correlation : 0;
    }),
  );
  const mixture = new GaussianMixture({ weights: [1], means: [covariance.map(() => 0)], covariances: [covariance] });
  const block = covariance.slice(0, d).map((row) => row.slice(0, d));
  const logDeterminant = (matrix: number[][]) => ln(determinant(new Matrix(matrix)));
  return { d, mixture, mutualInformation: logDeterminant(block) - logDeterminant(covariance) / 2 };
}

function describe({ dimension, correlation, structure }: CorrelatedPairs): string {
  return `${structure} ${dimension}+${dimension}-dimensional (ρ = ${correlation})`;
}

/** Arrivals at rate one until `mean`. */
function poisson(mean: number, rng: Rng): number {
  const wait = () => -ln(1 - rng.uniform());
  let count = 0;
  for (let time = wait(); time < mean; time += wait()) count++;
  return count;
}

function split(points: Matrix, d: number): { x: Matrix; y: Matrix } {
  const last = points.rows - 1;
  return { x: points.subMatrix(0, last, 0, d - 1), y: points.subMatrix(0, last, d, 2 * d - 1) };
}

function fromPairs(n: number, rng: Rng, draw: () => readonly [x: number[], y: number[]]): { x: Matrix; y: Matrix } {
  requirePositiveInteger('n', n);
  requireRng(rng);
  const pairs = Array.from({ length: n }, draw);
  return { x: new Matrix(pairs.map(([x]) => x)), y: new Matrix(pairs.map(([, y]) => y)) };
}
