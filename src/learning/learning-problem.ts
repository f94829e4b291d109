import { type Label, requireLabel } from '../information/finite-distribution.js';
import {
  brief,
  requireFunction,
  requireInstance,
  requireKnownOptions,
  requireList,
  requireProbabilities,
} from '../numeric/arguments.js';
import { greatest, least } from '../numeric/extremes.js';
import { pow } from '../numeric/power.js';
import { requirePlace } from '../numeric/shape.js';

/**
 * A finite learning problem: instances Z, hypotheses W, and a loss ℓ(w, z) for each pair. Everything else refers to
 * instances and hypotheses by their places in these lists; a law is a list of probabilities of the instances.
 *
 * @example
 * new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
 * @throws RangeError if a list is empty, a loss is not finite, or there are more than 2²⁴ pairs
 * @throws TypeError if an option is unknown, or something in a list is no string, number or boolean
 */
export class LearningProblem<Instance extends Label = Label, Hypothesis extends Label = Label> {
  /** Z, in the order that laws refer to. */
  readonly instances: readonly Instance[];
  /** W, in the order that algorithms refer to. */
  readonly hypotheses: readonly Hypothesis[];
  /** ℓ(w, z): a row for each hypothesis, a column for each instance. */
  readonly losses: readonly (readonly number[])[];

  /** Evaluates the loss once for each pair; the lists are copied. */
  constructor(options: {
    readonly instances: readonly Instance[];
    readonly hypotheses: readonly Hypothesis[];
    readonly loss: (hypothesis: Hypothesis, instance: Instance) => number;
  }) {
    requireKnownOptions('LearningProblem', options, ['instances', 'hypotheses', 'loss']);
    const { instances, hypotheses, loss } = options;
    requireLabels('instances', instances);
    requireLabels('hypotheses', hypotheses);
    requireFunction('loss', loss);
    requireRoom(
      `the losses of ${hypotheses.length} hypotheses on ${instances.length} instances`,
      hypotheses.length * instances.length,
    );
    this.instances = [...instances];
    this.hypotheses = [...hypotheses];
    this.losses = hypotheses.map((w) =>
      instances.map((z) => {
        const value = loss(w, z);
        if (!Number.isFinite(value))
          throw new RangeError(`the loss of ${w} on ${z} must be finite, got ${brief(value)}`);
        return value;
      }),
    );
  }

  /** The smallest C with |ℓ| <= C. */
  get lossBound(): number {
    return greatest(this.losses.map((row) => greatest(row.map(Math.abs))));
  }

  /**
   * The greatest difference of the losses of one hypothesis: no difference of two risks of it, on any laws or data, is
   * greater. At most C for a loss in [0, C], at most 2C for one in [−C, C].
   */
  get oscillation(): number {
    return greatest(this.losses.map((row) => greatest(row) - least(row)));
  }
}

/** Numbers that there is room for at a time. */
const MOST_NUMBERS = pow(2, 24);

/** @throws RangeError if there are more numbers than there is room for */
export function requireRoom(what: string, numbers: number): void {
  if (numbers > MOST_NUMBERS) throw new RangeError(`${what} are ${numbers} numbers, more than ${MOST_NUMBERS}`);
}

function requireLabels(name: string, labels: readonly Label[]): void {
  requireList(name, labels);
  if (labels.length === 0) throw new RangeError(`${name} must not be empty`);
  for (let i = 0; i < labels.length; i++) requireLabel(name, labels[i]);
}

/** @throws RangeError unless there is a hypothesis at that place */
export function requireHypothesis(hypothesis: number, problem: LearningProblem): void {
  requireInstance('problem', problem, LearningProblem);
  requirePlace('hypothesis', hypothesis, problem.hypotheses);
}

/** @throws RangeError unless the law is a distribution over the instances */
export function requireLaw(name: string, law: readonly number[], problem: LearningProblem): void {
  requireInstance('problem', problem, LearningProblem);
  requireList(name, law);
  if (law.length !== problem.instances.length) {
    throw new RangeError(`${name} must have ${problem.instances.length} probabilities, got ${law.length}`);
  }
  requireProbabilities(name, law);
}
