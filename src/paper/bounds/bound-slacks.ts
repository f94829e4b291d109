import { binarySymmetricChannel } from '../../learning/channel.js';
import { empiricalRiskMinimiser } from '../../learning/empirical-risk-minimiser.js';
import { gibbsAlgorithm } from '../../learning/gibbs-algorithm.js';
import { type LayerReading, layeredBound } from '../../learning/layered-bound.js';
import { LearningProblem } from '../../learning/learning-problem.js';
import { empiricalRisks } from '../../learning/risk.js';
import { memorisingAlgorithm } from '../../learning/simple-algorithms.js';
import { enumerateTraining } from '../../learning/training.js';
import { requireKnownOptions, requirePositiveInteger } from '../../numeric/arguments.js';
import { type Rng, requireRng } from '../../random/rng.js';
import { decomposeError, type ErrorDecomposition } from './error-decomposition.js';
import { lemma46, type StatementCheck, theorem47 } from './printed-bounds.js';

export interface BoundSlacksOptions {
  /** Learning problems drawn. */
  readonly problems: number;
  readonly rng: Rng;
}

/** One of the paper's bounds of an error, as it is printed or repaired, on random learning problems. */
export interface BoundSlacks {
  /** The item of the ledger. */
  readonly id: string;
  readonly form: string;
  readonly repaired: boolean;
  /** Right side less left side, in units of max ℓ − min ℓ, for each problem; negative where the bound is violated. */
  readonly slacks: readonly number[];
}

interface Sides {
  readonly left: number;
  readonly right: number;
}

/** A random learning problem with what the statements say of it. */
interface Case {
  readonly decomposition: ErrorDecomposition;
  readonly layered: (reading: LayerReading) => Sides;
  readonly generalization: StatementCheck;
  readonly onTask: StatementCheck;
  readonly oscillation: number;
}

type Form = readonly [id: string, form: string, sides: (of: Case) => Sides];

const PRINTED: readonly Form[] = [
  ['lemma-3.1', 'as printed, |ℓ| ≤ C', ({ decomposition }) => decomposition.printed],
  ['lemma-4.4', 'as printed, noise at evaluation', ({ layered }) => layered('network')],
  ['lemma-4.6', 'as printed', ({ generalization }) => generalization.printed],
  ['theorem-4.7', 'as printed', ({ onTask }) => onTask.printed],
];
const REPAIRED: readonly Form[] = [
  ['lemma-3.1', 'max ℓ − min ℓ for C', ({ decomposition }) => decomposition.sharp],
  ['lemma-4.4', 'σ after the last layer', ({ layered }) => layered('evaluation')],
  ['lemma-4.4', 'noise on the parameters', ({ layered }) => layered('parameters')],
  ['lemma-4.6', '|E[R − R̂]| on the left', ({ generalization }) => generalization.signed],
  ['lemma-4.6', 'σ/√n added, or log 2 to I', ({ generalization }) => generalization.repaired],
  ['theorem-4.7', '|E[R − R̂]| on the left, max ℓ − min ℓ for C', ({ onTask }) => onTask.signed],
  ['theorem-4.7', 'σ/√n or log 2 added, max ℓ − min ℓ for C', ({ onTask }) => onTask.repaired],
];

/**
 * How tight the bounds of Lemmas 3.1, 4.4 and 4.6 and of Theorem 4.7 are, as printed and repaired, on random learning
 * problems of two instances and two hypotheses with losses in −1 … 1; (8) is (6) for other data. All are exact, by
 * enumeration of datasets.
 *
 * @throws TypeError if an option is unknown or there is no rng
 * @throws RangeError if `problems` is no positive integer
 */
export function boundSlacks(options: BoundSlacksOptions): BoundSlacks[] {
  requireKnownOptions('boundSlacks', options, ['problems', 'rng']);
  const { problems, rng } = options;
  requirePositiveInteger('problems', problems);
  requireRng(rng);
  const drawn = Array.from({ length: problems }, (_, i) => randomCase(rng.split(i)));
  const slacks = (forms: readonly Form[], repaired: boolean) =>
    forms.map(([id, form, sides]) => ({
      id,
      form,
      repaired,
      slacks: drawn.map((of) => {
        const { left, right } = sides(of);
        return (right - left) / of.oscillation;
      }),
    }));
  return [...slacks(PRINTED, false), ...slacks(REPAIRED, true)];
}

function randomCase(rng: Rng): Case {
  const losses = [0, 1].map(() => [0, 1].map(() => 2 * rng.uniform() - 1));
  const problem = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => losses[w][z] });
  const algorithm = [memorisingAlgorithm, empiricalRiskMinimiser, gibbsAlgorithm(10)][rng.integer(3)];
  const layers = [binarySymmetricChannel(rng.uniform() / 2)];
  const sampleSize = 1 + rng.integer(3);
  const [task, model, generated] = [0, 1, 2].map(() => rng.dirichlet([1, 1]));
  const training = enumerateTraining(problem, algorithm, { law: generated, sampleSize });
  const drawn = rng.multinomial(sampleSize, generated);
  const empiricalRisk = empiricalRisks(problem, drawn)[0];
  return {
    decomposition: decomposeError(problem, 0, empiricalRisk, { task, model, generated }),
    layered: (reading) => layeredBound(reading, { problem, algorithm, layers, law: generated, sampleSize }),
    generalization: lemma46(training),
    onTask: theorem47(training, { task, model }),
    oscillation: problem.oscillation,
  };
}
