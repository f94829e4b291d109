import { expectedAbsoluteError, expectedPopulationRisk } from '../../learning/generalization-error.js';
import { requireTraining, type Training } from '../../learning/training.js';
import { datasetInformation } from '../../learning/training-information.js';
import { type StatementCheck, theorem47 } from './printed-bounds.js';

/** How a model does on the task 𝒟, and what the paper's bound says of it. */
export interface TaskPerformance {
  /** E R_𝒟(W): how well it does. */
  readonly risk: number;
  /** E Err = E|R_𝒟(W) − R̂_S(W)|: how far off its training error is. */
  readonly error: number;
  /** I(S;W) in nats. */
  readonly information: number;
  /** (7), or (8) where the law of the data is that of the task. */
  readonly bounds: StatementCheck;
}

/** Training on m points of anchor data and on n points of synthetic data (§4.3). */
export interface TrainingComparison {
  readonly anchor: TaskPerformance;
  readonly synthetic: TaskPerformance;
  /** I(S_anchor;W′) − I(S_gen;W) (9), in nats. */
  readonly ggmi: number;
}

/**
 * Compares a model trained on anchor data, whose law is that of the task, with one trained on synthetic data: by risk, by
 * error, by bound, and by GGMI. They need not agree: the last three may all prefer the model that does worse.
 *
 * @throws RangeError if `model`, the law of what the model puts out, is no distribution over the instances
 */
export function compareTraining(anchor: Training, synthetic: Training, model: readonly number[]): TrainingComparison {
  requireTraining('anchor', anchor);
  requireTraining('synthetic', synthetic);
  const task = anchor.law;
  return {
    anchor: performance(anchor, task, task),
    synthetic: performance(synthetic, task, model),
    ggmi: datasetInformation(anchor) - datasetInformation(synthetic),
  };
}

function performance(training: Training, task: readonly number[], model: readonly number[]): TaskPerformance {
  return {
    risk: expectedPopulationRisk(training, task),
    error: expectedAbsoluteError(training, task),
    information: datasetInformation(training),
    bounds: theorem47(training, { task, model }),
  };
}
