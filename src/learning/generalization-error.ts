import { populationRisks } from './risk.js';
import { requireTraining, type Training, trainingExpectation } from './training.js';

/**
 * E R(W) under a law of the instances: that of the data, or another one.
 *
 * @throws RangeError if the law is no distribution over the instances
 */
export function expectedPopulationRisk(training: Training, law?: readonly number[]): number {
  const risks = risksUnder(training, law);
  return trainingExpectation(training, (w) => risks[w]);
}

/**
 * The expected generalization error E[R(W) − R̂_S(W)], the left side of (4), which may be negative. R is the risk under
 * the law of the data, or under another one.
 *
 * @throws RangeError if the law is no distribution over the instances
 */
export function expectedGeneralizationError(training: Training, law?: readonly number[]): number {
  const risks = risksUnder(training, law);
  return trainingExpectation(training, (w, { empiricalRisks }) => risks[w] - empiricalRisks[w]);
}

/**
 * E |R(W) − R̂_S(W)|: the left side of (6) with the law of the data, and E Err, the left side of (7) and (8), with that of
 * the task. Never less than the absolute value of the expected generalization error.
 *
 * @throws RangeError if the law is no distribution over the instances
 */
export function expectedAbsoluteError(training: Training, law?: readonly number[]): number {
  const risks = risksUnder(training, law);
  return trainingExpectation(training, (w, { empiricalRisks }) => Math.abs(risks[w] - empiricalRisks[w]));
}

function risksUnder(training: Training, law?: readonly number[]): number[] {
  requireTraining('training', training);
  return populationRisks(training.problem, law === undefined ? training.law : law);
}
