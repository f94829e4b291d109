import { pow } from '../numeric/power.js';
import { type Channel, mixture, requireChannel } from './channel.js';
import { type Dataset, type DatasetOutcome, withPoint } from './datasets.js';
import type { LearningAlgorithm } from './learning-algorithm.js';

/** Of one dataset: training is enumerated on all of them for each of all datasets. */
const MOST_NOISY_DATASETS = pow(2, 14);

/**
 * The algorithm with noise behind it, S → W₀ → W: its hypothesis goes through a channel.
 *
 * @throws RangeError when it is run, unless the channel has an input for each hypothesis
 */
export function withParameterNoise(algorithm: LearningAlgorithm, channel: Channel): LearningAlgorithm {
  return {
    symmetric: algorithm.symmetric,
    posterior(problem, dataset) {
      requireChannel('channel', channel, problem.hypotheses.length);
      return mixture(algorithm.posterior(problem, dataset), channel);
    },
  };
}

/**
 * The algorithm with noise in front of it, S → T → W: each point goes through a channel of its own before training. The
 * work grows with the number of noisy datasets for each dataset.
 *
 * @throws RangeError when it is run, unless the channel has an input for each instance, and there are at most 2¹⁴
 *   noisy datasets
 */
export function withDataNoise(algorithm: LearningAlgorithm, channel: Channel): LearningAlgorithm {
  return {
    symmetric: algorithm.symmetric,
    posterior(problem, dataset) {
      requireChannel('channel', channel, dataset.counts.length);
      const outcomes = noisyDatasets(dataset, channel, algorithm.symmetric);
      const posteriors = outcomes.map((noisy) => algorithm.posterior(problem, noisy.dataset));
      return mixture(
        outcomes.map(({ probability }) => probability),
        posteriors,
      );
    },
  };
}

/** What the channel makes of a dataset; one of each order if order makes no difference. */
function noisyDatasets({ points }: Dataset, channel: Channel, symmetric: boolean): DatasetOutcome[] {
  const empty: DatasetOutcome = { dataset: { points: [], counts: channel[0].map(() => 0) }, probability: 1 };
  let outcomes = [empty];
  for (const z of points) {
    const next = new Map<string, DatasetOutcome>();
    for (const { dataset, probability } of outcomes) {
      channel[z].forEach((p, t) => {
        if (p === 0) return;
        const longer = withPoint(dataset, t);
        const key = (symmetric ? longer.counts : longer.points).join();
        const known = next.get(key)?.probability ?? 0;
        next.set(key, { dataset: longer, probability: known + probability * p });
      });
    }
    if (next.size > MOST_NOISY_DATASETS) {
      throw new RangeError(
        `there are more than ${MOST_NOISY_DATASETS} noisy datasets of one with ${points.length} points`,
      );
    }
    outcomes = [...next.values()];
  }
  return outcomes;
}
