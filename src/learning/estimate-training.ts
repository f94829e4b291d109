import type { MonteCarloEstimate } from '../density/monte-carlo.js';
import { relativeEntropy } from '../information/divergence.js';
import { requireAtMost, requireKnownOptions, requirePositiveInteger } from '../numeric/arguments.js';
import { compensatedSum } from '../numeric/compensated-sum.js';
import { pow } from '../numeric/power.js';
import { mean, standardError } from '../numeric/summary.js';
import { type Rng, requireRng } from '../random/rng.js';
import { type LearningAlgorithm, requireAlgorithm } from './learning-algorithm.js';
import { type LearningProblem, requireLaw } from './learning-problem.js';
import { empiricalRisks, populationRisks } from './risk.js';
import { requirePosterior, type TrainingOptions } from './training.js';

export interface EstimateOptions extends TrainingOptions {
  /** The law that R is the risk under; default that of the data. */
  readonly task?: readonly number[];
  /** How many datasets to draw. */
  readonly datasets: number;
  readonly rng: Rng;
}

/** Expectations over datasets and hypotheses, as means with standard errors. */
export interface TrainingEstimate {
  /** E[R(W) − R̂_S(W)]. */
  readonly generalizationError: MonteCarloEstimate;
  /** E |R(W) − R̂_S(W)|. */
  readonly absoluteError: MonteCarloEstimate;
  /**
   * An upper estimate of I(S;W) in nats: E D(P(W|S)‖Q) = I(S;W) + D(P(W)‖Q), with the mean Q of as many posteriors of
   * other datasets, so that what it bounds stays bounded on average.
   */
  readonly information: MonteCarloEstimate;
}

/** Of a dataset, all of which is kept at a time. */
const MOST_POINTS = pow(2, 24);
/** Of each a few numbers are kept. */
const MOST_DATASETS = pow(2, 20);

/**
 * What `enumerateTraining` finds, from datasets drawn at random: for as many points as one likes. Expectations over the
 * hypothesis are exact for each dataset.
 *
 * @throws RangeError if a law is no distribution over the instances, a number is no positive integer (two datasets at
 *   least), there are more than 2²⁰ datasets or 2²⁴ points in one, or the algorithm gives no distribution over the hypotheses
 * @throws TypeError if an option is unknown or rng missing
 */
export function estimateTraining(
  problem: LearningProblem,
  algorithm: LearningAlgorithm,
  options: EstimateOptions,
): TrainingEstimate {
  requireKnownOptions('estimateTraining', options, ['law', 'sampleSize', 'task', 'datasets', 'rng']);
  const { law, sampleSize, task = law, datasets, rng } = options;
  requireLaw('law', law, problem);
  requireLaw('task', task, problem);
  requirePositiveInteger('sampleSize', sampleSize);
  requirePositiveInteger('datasets', datasets);
  if (datasets < 2) throw new RangeError(`datasets must be at least 2, got ${datasets}`);
  requireAtMost('sampleSize', sampleSize, MOST_POINTS);
  requireAtMost('datasets', datasets, MOST_DATASETS);
  requireRng(rng);
  requireAlgorithm('algorithm', algorithm);
  const train = () => {
    const points = Array.from({ length: sampleSize }, () => rng.categorical(law));
    const counts = law.map(() => 0);
    for (const z of points) counts[z]++;
    return { posterior: requirePosterior(problem, algorithm, { points, counts }), counts };
  };
  const reference = meanPosterior(problem, datasets, () => train().posterior);
  const risks = populationRisks(problem, task);
  const runs = Array.from({ length: datasets }, () => {
    const { posterior, counts } = train();
    const empirical = empiricalRisks(problem, counts);
    const average = (f: (w: number) => number) => compensatedSum(risks.length, (w) => posterior[w] * f(w));
    return {
      generalizationError: average((w) => risks[w] - empirical[w]),
      absoluteError: average((w) => Math.abs(risks[w] - empirical[w])),
      information: relativeEntropy(posterior, reference),
    };
  });
  return {
    generalizationError: estimate(runs.map((run) => run.generalizationError)),
    absoluteError: estimate(runs.map((run) => run.absoluteError)),
    information: estimate(runs.map((run) => run.information)),
  };
}

/** The mean of posteriors, one of them uniform, so that no hypothesis is excluded by chance. */
function meanPosterior({ hypotheses }: LearningProblem, times: number, posterior: () => readonly number[]): number[] {
  const sum = hypotheses.map(() => 1 / hypotheses.length);
  for (let i = 0; i < times; i++) {
    posterior().forEach((p, w) => {
      sum[w] += p;
    });
  }
  return sum.map((p) => p / (times + 1));
}

function estimate(values: readonly number[]): MonteCarloEstimate {
  return { value: mean(values), standardError: standardError(values) };
}
