import type { Matrix } from 'ml-matrix';
import type { EntropySystem } from '../information/entropy-system.js';
import { evaluateExpression } from '../information/evaluate.js';
import type { Label } from '../information/finite-distribution.js';
import type { IndexColumn } from '../information/group-states.js';
import { parseExpression } from '../information/parse.js';
import { requireNewVariable, requireVariables } from '../information/variables.js';
import {
  brief,
  requireKnownOptions,
  requireList,
  requireOneOf,
  requirePositiveInteger,
  requireRecord,
  requireText,
} from '../numeric/arguments.js';
import { type SampleInput, type Samples, toMatrix } from '../numeric/samples.js';
import { ENTROPY_ESTIMATORS, type EntropyEstimator, entropyEstimate } from './entropy-of-counts.js';
import { gaussianSystem } from './gaussian-system.js';
import { toJointSamples } from './joint-samples.js';
import { knnSystem } from './knn-system.js';
import { profileOf, readLabels } from './label-column.js';
import { DEFAULT_K } from './nearest-neighbours.js';
import { bootstrap, type Estimate, subsampling, UNCERTAINTY_OPTIONS, type UncertaintyOptions } from './uncertainty.js';

export interface FromSamplesOptions {
  /** Of labels, an estimator of entropy from counts; of numbers, `'gaussian'` or `'knn'`. */
  readonly estimator: EntropyEstimator | 'gaussian' | 'knn';
  /** Number of neighbours of `'knn'`; 3 by default. */
  readonly k?: number;
}

/** Variables that were observed together, on which information quantities are estimated. */
export interface SampleSystem extends EntropySystem {
  /** Rows. */
  readonly n: number;
  /**
   * The value of an expression, as `evaluate` gives it, with its uncertainty: over random halves of the rows with `'knn'`,
   * over bootstrap samples of them otherwise. It allows for chance, not for bias.
   *
   * @throws ParseError if the text is no expression
   * @throws RangeError if it names a variable that the system has not, or an option is out of range
   */
  estimate(expression: string, options: UncertaintyOptions): Estimate;
}

/** What a system is built from, for the rows as they are and for resampled ones. */
interface Source {
  readonly n: number;
  readonly columns: readonly SampleInput[];
  readonly build: (columns: readonly SampleInput[]) => EntropySystem;
}

/**
 * Variables observed together, row i of each in the same draw, as a system: `evaluate`, `H`, `I` and `holds` give
 * estimates of any information quantity on it. Draws are taken for independent. What is estimated depends on the estimator:
 *
 * - those of `entropyOfCounts` take lists of labels (strings, numbers, booleans) and add up entropies, each estimated on its
 *   own from the combinations of labels seen; for `'james-stein'` and `'nsb'` all combinations of labels seen are possible.
 *   Bias grows with the number of combinations, which should be well below that of rows.
 * - `'gaussian'` takes numbers or rows of numbers and gives the differential entropies of the normal law with the covariance
 *   of the sample; otherwise than for normal data, what linear dependence alone amounts to.
 * - `'knn'` takes numbers or rows of numbers too. The errors of estimated differential entropies would not cancel in a sum,
 *   and so each quantity is estimated as it is written: H(X) by `entropyKnn`, I(X;Y) by `mutualInformationKsg`, I(X;Y|Z) by
 *   `conditionalMutualInformationKnn`, H(X|Y) as H(X) − I(X;Y), I(X;Y;Z) as I(X;Y) − I(X;Y|Z). Two ways to
 *   write the same differ: from 500 draws of a normal chain, I(X;Z|Y) spread over two hundredths of a nat, its four entropies
 *   over five to seven.
 *
 * @example
 * const rng = createRng('any seed');
 * const X = Array.from({ length: 200 }, () => rng.integer(2));
 * const Y = X.map((x) => (rng.uniform() < 0.9 ? x : 1 - x));
 * const system = fromSamples({ X, Y }, { estimator: 'miller-madow' });
 * evaluate('I(X;Y)', system); // about log 2 − h(0.1)
 * system.estimate('I(X;Y)', { rng }).interval;
 * @throws RangeError if variables differ in length, a name is no name, or an option is out of range
 * @throws TypeError if there are labels where numbers are needed, or what is neither
 */
export function fromSamples(
  samples: Readonly<Record<string, SampleInput | ArrayLike<Label>>>,
  options: FromSamplesOptions,
): SampleSystem {
  requireRecord('samples', samples);
  requireKnownOptions('fromSamples', options, ['estimator', 'k']);
  const { estimator, k = DEFAULT_K } = options;
  requireOneOf('estimator', estimator, [...ENTROPY_ESTIMATORS, 'gaussian', 'knn']);
  if (estimator !== 'knn' && options.k !== undefined)
    throw new RangeError(`k is for 'knn', not for '${estimator}', got ${brief(k)}`);
  const variables = Object.keys(samples);
  if (variables.length === 0) throw new RangeError('samples must have at least one variable, got {}');
  variables.forEach((name, i) => {
    requireNewVariable(name, variables.slice(0, i));
  });
  const { n, columns, build } =
    estimator === 'gaussian' || estimator === 'knn'
      ? fromNumbers(samples as Record<string, SampleInput>, estimator, k)
      : fromLabels(samples as Record<string, ArrayLike<Label>>, estimator);
  const resample = estimator === 'knn' ? subsampling : bootstrap;
  return {
    ...build(columns),
    n,
    estimate(expression, uncertainty) {
      requireKnownOptions('estimate', uncertainty, UNCERTAINTY_OPTIONS);
      requireText('expression', expression);
      const parsed = parseExpression(expression);
      return resample((...resampled: Matrix[]) => evaluateExpression(parsed, build(resampled)), columns, uncertainty);
    },
  };
}

function fromNumbers(samples: Record<string, SampleInput>, estimator: 'gaussian' | 'knn', k: number): Source {
  requirePositiveInteger('k', k);
  const build = (columns: Record<string, SampleInput>) => {
    const read = toJointSamples(columns);
    return estimator === 'knn' ? knnSystem(read, k) : gaussianSystem(read);
  };
  const names = Object.keys(samples);
  // Copies: what becomes of the arrays later does not matter.
  const columns = Object.values<Samples>(toJointSamples(samples));
  return {
    n: columns[0].n,
    columns: columns.map(toMatrix),
    build: (columns) => build(Object.fromEntries(names.map((name, i) => [name, columns[i]]))),
  };
}

function fromLabels(samples: Record<string, ArrayLike<Label>>, estimator: EntropyEstimator): Source {
  const entropyOf = entropyEstimate('fromSamples', { estimator });
  const variables = Object.keys(samples);
  const read = variables.map((name) => readLabels(name, samples[name]));
  const n = read[0].indices.length;
  read.forEach(({ indices }, i) => {
    if (indices.length !== n) {
      throw new RangeError(`${variables[i]} must have as many rows as ${variables[0]}, ${n}, got ${indices.length}`);
    }
  });
  return {
    n,
    columns: read.map(({ indices }) => indices),
    build: (columns) => {
      // Labels that a resample lacks stay possible.
      const joint = toJointSamples(Object.fromEntries(variables.map((name, i) => [name, columns[i]])));
      const labels = new Map<string, IndexColumn>(
        variables.map((name, i) => [name, { size: read[i].size, indices: Int32Array.from(joint[name].data) }]),
      );
      return {
        variables,
        kind: 'discrete',
        entropy(subset) {
          requireList('subset', subset);
          requireVariables(subset, variables);
          const distinct = [...new Set(subset)];
          return distinct.length === 0 ? 0 : entropyOf(profileOf(distinct.map((name) => labels.get(name)!)));
        },
      };
    },
  };
}
