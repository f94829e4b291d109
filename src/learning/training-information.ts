import { requireAtMost, requireNonNegativeInteger } from '../numeric/arguments.js';
import { informationOf } from './channel.js';
import { requireTraining, type Training } from './training.js';

/** I(S;W) in nats. Where order makes no difference it is in what the dataset is up to order. */
export function datasetInformation(training: Training): number {
  requireTraining('training', training);
  const { outcomes } = training;
  return informationOf(
    outcomes.map(({ probability }) => probability),
    outcomes.map(({ posterior }) => posterior),
  );
}

/**
 * I(Zᵢ;W) in nats, of the point of the dataset at place i, from 0; the same for all, if order makes no difference.
 *
 * @throws RangeError if there is no such place
 */
export function pointInformation(training: Training, place: number): number {
  requireTraining('training', training);
  const { law, outcomes, problem, sampleSize, symmetric } = training;
  requireNonNegativeInteger('place', place);
  requireAtMost('place', place, sampleSize - 1);
  const joint = law.map(() => problem.hypotheses.map(() => 0));
  for (const { dataset, probability, posterior } of outcomes) {
    joint.forEach((row, z) => {
      const share = symmetric ? dataset.counts[z] / sampleSize : Number(dataset.points[place] === z);
      posterior.forEach((p, w) => {
        row[w] += probability * share * p;
      });
    });
  }
  const support = law.flatMap((p, z) => (p > 0 ? [z] : []));
  return informationOf(
    support.map((z) => law[z]),
    support.map((z) => joint[z].map((p) => p / law[z])),
  );
}
