import {
  requireAtMost,
  requireList,
  requireNonNegativeInteger,
  requireRecord,
  requireWeights,
} from '../numeric/arguments.js';
import { exp } from '../numeric/exponential.js';
import { logFactorial } from '../numeric/log-factorial.js';
import { ln } from '../numeric/logarithm.js';
import { pow } from '../numeric/power.js';
import { type LearningProblem, requireRoom } from './learning-problem.js';

/** n points: their instances in order, and how often each instance is among them. */
export interface Dataset {
  readonly points: readonly number[];
  readonly counts: readonly number[];
}

export interface DatasetOutcome {
  readonly dataset: Dataset;
  readonly probability: number;
}

/** What enumeration is limited to. */
const MOST_DATASETS = 1 << 18;

/** @throws TypeError or RangeError unless the value is a dataset of instances of the problem, all of which are counted */
export function requireDataset(dataset: Dataset, { instances }: LearningProblem): void {
  requireRecord('dataset', dataset);
  const { points, counts } = dataset;
  requireList('points', points);
  const total = requireWeights('counts', counts);
  if (counts.length !== instances.length) {
    throw new RangeError(`counts must have ${instances.length} entries, got ${counts.length}`);
  }
  if (total !== points.length) throw new RangeError(`counts must sum to ${points.length} points, got ${total}`);
  for (let i = 0; i < points.length; i++) {
    requireNonNegativeInteger(`points[${i}]`, points[i]);
    requireAtMost(`points[${i}]`, points[i], instances.length - 1);
  }
}

/** All datasets of n independent points of positive probability, in order of points: as many as instances to the n-th. */
export function orderedDatasets(law: readonly number[], n: number): DatasetOutcome[] {
  const support = supportOf(law);
  requireEnumerable(pow(support.length, n), n, support.length);
  let outcomes: DatasetOutcome[] = [{ dataset: { points: [], counts: law.map(() => 0) }, probability: 1 }];
  for (let i = 0; i < n; i++) {
    outcomes = outcomes.flatMap(({ dataset, probability }) =>
      support.map((z) => ({ dataset: withPoint(dataset, z), probability: probability * law[z] })),
    );
  }
  return outcomes;
}

/**
 * All datasets of n independent points up to order, each with the probability of all its orders: C(n + k − 1, n) of them
 * for k instances (the method of types, Csiszár 1998). Points are listed in order of instances.
 */
export function unorderedDatasets(law: readonly number[], n: number): DatasetOutcome[] {
  const support = supportOf(law);
  requireEnumerable(multisets(support.length, n), n, support.length);
  const outcomes: DatasetOutcome[] = [];
  const counts = law.map(() => 0);
  const choose = (place: number, left: number, logProbability: number): void => {
    const z = support[place];
    for (let count = place === support.length - 1 ? left : 0; count <= left; count++) {
      counts[z] = count;
      const log = logProbability + count * ln(law[z]) - logFactorial(count);
      if (count === left) {
        const points = counts.flatMap((times, instance) => new Array<number>(times).fill(instance));
        outcomes.push({ dataset: { points, counts: [...counts] }, probability: exp(log) });
      } else choose(place + 1, left - count, log);
    }
    counts[z] = 0;
  };
  choose(0, n, logFactorial(n));
  return outcomes;
}

/** The dataset with one more point. */
export function withPoint({ points, counts }: Dataset, z: number): Dataset {
  return { points: [...points, z], counts: counts.with(z, counts[z] + 1) };
}

function supportOf(law: readonly number[]): number[] {
  return law.flatMap((p, z) => (p > 0 ? [z] : []));
}

function multisets(k: number, n: number): number {
  let number = 1;
  for (let i = 1; i < k; i++) number = (number * (n + i)) / i;
  return number;
}

function requireEnumerable(datasets: number, n: number, instances: number): void {
  if (datasets > MOST_DATASETS) {
    throw new RangeError(
      `there are ${datasets} datasets of sampleSize ${n} from ${instances} instances, more than ${MOST_DATASETS}: estimate instead`,
    );
  }
  requireRoom(`the points of ${datasets} datasets of sampleSize ${n}`, datasets * n);
}
