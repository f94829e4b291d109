import {
  brief,
  requireKnownOptions,
  requireList,
  requirePositiveInteger,
  requireProbabilities,
} from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { mixture } from './channel.js';
import { type Dataset, type DatasetOutcome, orderedDatasets, unorderedDatasets } from './datasets.js';
import { type LearningAlgorithm, requireAlgorithm } from './learning-algorithm.js';
import { LearningProblem, requireLaw, requireRoom } from './learning-problem.js';
import { empiricalRisks } from './risk.js';

export interface TrainingOptions {
  /** Of the instances. */
  readonly law: readonly number[];
  /** The number n of independent points. */
  readonly sampleSize: number;
}

/** The exact joint distribution of a dataset S of n independent points and the hypothesis W learned from it. */
export interface Training {
  readonly problem: LearningProblem;
  readonly law: readonly number[];
  readonly sampleSize: number;
  readonly symmetric: boolean;
  /** Every dataset of positive probability (up to order if order makes no difference), with P(W | S). */
  readonly outcomes: readonly TrainingOutcome[];
  /** P(W). */
  readonly hypothesisLaw: readonly number[];
}

export interface TrainingOutcome extends DatasetOutcome {
  readonly posterior: readonly number[];
  /** R̂_S(w) for each hypothesis w. */
  readonly empiricalRisks: readonly number[];
}

/**
 * Trains on all datasets there are. For an algorithm to which order makes no difference and k instances these are
 * C(n + k − 1, n), so that n = 20 and k = 4 take no time; kⁿ otherwise.
 *
 * @throws RangeError if the law is no distribution over the instances, n is no positive integer, there are more than
 *   2¹⁸ datasets or 2²⁴ probabilities P(w | S), or the algorithm gives no distribution over the hypotheses
 * @throws TypeError if an option is unknown
 */
export function enumerateTraining(
  problem: LearningProblem,
  algorithm: LearningAlgorithm,
  options: TrainingOptions,
): Training {
  requireKnownOptions('enumerateTraining', options, ['law', 'sampleSize']);
  const { law, sampleSize } = options;
  requireLaw('law', law, problem);
  requirePositiveInteger('sampleSize', sampleSize);
  requireAlgorithm('algorithm', algorithm);
  const { symmetric } = algorithm;
  const datasets = symmetric ? unorderedDatasets(law, sampleSize) : orderedDatasets(law, sampleSize);
  const { length } = problem.hypotheses;
  requireRoom(`P(W | S) of ${length} hypotheses and ${datasets.length} datasets`, length * datasets.length);
  const outcomes = datasets.map(({ dataset, probability }) => ({
    dataset,
    probability,
    posterior: requirePosterior(problem, algorithm, dataset),
    empiricalRisks: empiricalRisks(problem, dataset.counts),
  }));
  const hypothesisLaw = mixture(
    outcomes.map(({ probability }) => probability),
    outcomes.map(({ posterior }) => posterior),
  );
  return { problem, law, sampleSize, symmetric, outcomes, hypothesisLaw };
}

/**
 * What the algorithm makes of a dataset.
 *
 * @throws RangeError unless that is a distribution over the hypotheses
 */
export function requirePosterior(
  problem: LearningProblem,
  algorithm: LearningAlgorithm,
  dataset: Dataset,
): readonly number[] {
  const posterior = algorithm.posterior(problem, dataset);
  const name = `posterior(${dataset.points.map((z) => problem.instances[z]).join(', ')})`;
  requireList(name, posterior);
  if (posterior.length !== problem.hypotheses.length) {
    throw new RangeError(`${name} must have ${problem.hypotheses.length} probabilities, got ${posterior.length}`);
  }
  requireProbabilities(name, posterior);
  return posterior;
}

/** @throws TypeError unless the value is what `enumerateTraining` returns */
export function requireTraining(name: string, value: Training): void {
  if (!(value?.problem instanceof LearningProblem) || !Array.isArray(value.outcomes)) {
    throw new TypeError(`${name} must come from enumerateTraining, got ${brief(value)}`);
  }
}

/** E f(w, S) over datasets and the hypotheses learned from them. */
export function trainingExpectation(
  { outcomes, problem }: Training,
  f: (hypothesis: number, outcome: TrainingOutcome) => number,
): number {
  return compensatedSum(outcomes.length, (i) => {
    const outcome = outcomes[i];
    const { posterior, probability } = outcome;
    return (
      probability *
      compensatedSum(problem.hypotheses.length, (w) => (posterior[w] > 0 ? posterior[w] * f(w, outcome) : 0))
    );
  });
}
