import { ExactCode } from '../../inequality/refute/exact-code.js';
import { exactValue } from '../../inequality/refute/exact-system.js';
import { holds } from '../../information/holds.js';
import { linearForm } from '../../information/linear-form.js';
import { parseExpression } from '../../information/parse.js';
import { binarySymmetricChannel } from '../../learning/channel.js';
import { empiricalRiskMinimiser } from '../../learning/empirical-risk-minimiser.js';
import { gibbsAlgorithm } from '../../learning/gibbs-algorithm.js';
import { keepAllData } from '../../learning/keep-all-data.js';
import { type LayerReading, layeredBound } from '../../learning/layered-bound.js';
import { LearningProblem } from '../../learning/learning-problem.js';
import { constantAlgorithm, memorisingAlgorithm } from '../../learning/simple-algorithms.js';
import { enumerateTraining, type Training } from '../../learning/training.js';
import { lemma44, lemma46, type StatementCheck, theorem47 } from '../bounds/printed-bounds.js';
import type { Computed, Evidence } from '../finding.js';
import { once } from '../once.js';
import { CHAIN_OF_MODEL, CHAIN_OF_PROMPT, GENERATING_PROCESS, statementsOf } from '../premise.js';
import { INFORMATION_FLOW_BOUND } from '../quantities.js';
import { computed, evidence, onAll } from './computed.js';

const BIT = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
const SINGLE = new LearningProblem({ instances: [0, 1], hypotheses: ['w'], loss: (_, z) => z });
const FAIR = [1 / 2, 1 / 2];
const ALGORITHMS = [
  memorisingAlgorithm,
  empiricalRiskMinimiser,
  gibbsAlgorithm(1),
  gibbsAlgorithm(10),
  constantAlgorithm([1, 0]),
];
const LAWS = [FAIR, [0.3, 0.7], [0.1, 0.9]];
const SAMPLE_SIZES = [1, 2, 5, 10];

/** Learners of a bit: all of them on all laws and sample sizes. */
const learners = once((): Training[] =>
  ALGORITHMS.flatMap((algorithm) =>
    LAWS.flatMap((law) => SAMPLE_SIZES.map((sampleSize) => enumerateTraining(BIT, algorithm, { law, sampleSize }))),
  ),
);

/** Learners of a bit with two noisy layers. */
const layered = once(() =>
  ALGORITHMS.flatMap((algorithm) =>
    LAWS.flatMap((law) =>
      [0.05, 0.25, 0.4].map((flip) => ({
        problem: BIT,
        algorithm,
        law,
        sampleSize: 2,
        layers: [binarySymmetricChannel(flip), binarySymmetricChannel(flip / 2)],
      })),
    ),
  ),
);

/** (4), by what the noise of a contraction layer may act on. */
export function layeredInformationBound(): Evidence<Computed> {
  const on = (layers: LayerReading) => layered().map((learning) => layeredBound(layers, learning));
  const memorised = (layers: LayerReading, flip: number) =>
    layeredBound(layers, {
      problem: BIT,
      algorithm: memorisingAlgorithm,
      law: FAIR,
      sampleSize: 1,
      layers: [binarySymmetricChannel(flip)],
    });
  return evidence(
    onAll(
      [memorised('network', 1 / 4)],
      'layers add noise when the network is evaluated, and σ is that of the loss on (W, Z)',
      'for one memorised fair bit and one binary symmetric layer: such a σ has the contraction in it already, which η counts once more',
    ),
    {
      readings: [
        onAll(
          [memorised('training', 1 / 4)],
          'layers add noise to the data that W is learned from',
          'for one memorised fair bit: I(S, W) has the contraction in it already',
        ),
      ],
      premises: [
        onAll(
          learners().map((training) => lemma44(training)),
          'η = 1',
          'the bound of Xu & Raginsky (2017), by the variational formula of relative entropy; a layer that adds no noise has η = 1',
        ),
        onAll(
          on('evaluation'),
          'σ is that of the loss on what the last layer puts out',
          'the loss on the input is then √(η^L)·σ-sub-Gaussian, by contraction of relative entropy',
        ),
        onAll(
          on('parameters'),
          'the noise acts on the parameters, and I is that before it',
          'by contraction of mutual information, I(S; W) <= η^L I(S; W₀)',
        ),
      ],
    },
  );
}

/**
 * One hypothesis, learned from one fair bit that the model repeats from its prompt: nothing is learned, and all that is
 * assumed anywhere in the paper is satisfied.
 */
const NOTHING_LEARNED = new ExactCode(
  ['S_anchor', 'e_p', 'h', 'M', 'S_gen', 'e_M', 'g', 'epsilon', 'W', "W'", 'slack'],
  [[1], [1], [1], [1], [1], [], [], [], [], [], []],
);

function nothingLearned(): { training: Training; information: number; premises: readonly string[] } {
  const premises = statementsOf([GENERATING_PROCESS, CHAIN_OF_PROMPT, CHAIN_OF_MODEL]);
  const violated = premises.find((premise) => !holds(premise, NOTHING_LEARNED.toEntropySystem()));
  if (violated) throw new RangeError(`the system in which nothing is learned must satisfy ${violated}`);
  return {
    training: enumerateTraining(SINGLE, constantAlgorithm([1]), { law: FAIR, sampleSize: 1 }),
    information: exactValue(linearForm(parseExpression(INFORMATION_FLOW_BOUND)), NOTHING_LEARNED).valueOf(),
    premises,
  };
}

/** (6), (7) and (8): the absolute value, with the bound of each on the learners above, and on the one that learns nothing. */
function absoluteError(
  check: (training: Training, information?: number) => StatementCheck,
  changes: string,
): Evidence<Computed> {
  const { training, information, premises } = nothingLearned();
  const { printed } = check(training, information);
  const checks = learners().map((learner) => check(learner));
  return evidence(
    computed(printed.holds, {
      reading: 'generating process, also with the chains of §4.1',
      because: `where nothing is learned, E|R − R̂| = ${printed.left} against ${printed.right}: in (4) the absolute value is outside of the expectation`,
      numbers: { left: printed.left, right: printed.right, 'premises that the system satisfies': premises.length },
    }),
    {
      instead: [
        onAll(
          checks.map(({ signed }) => signed),
          `|E[R − R̂]| in place of E|R − R̂|${changes}`,
          'the bound of Xu & Raginsky (2017); what contraction layers it takes is said at Lemma 4.4',
        ),
        onAll(
          checks.map(({ repaired }) => repaired),
          `σ/√n added${changes}`,
          'by the variational formula for |R − R̂|, with E exp(λ|X|) <= exp(λ + λ²/2) for its multiple X of variance at most 1; attained where nothing is learned',
        ),
      ],
    },
  );
}

const WITH_INFORMATION = ', and I(S_gen, W) on the right, which (5) bounds if M(p) → e_M → W';

/** (6). */
export function syntheticGeneralizationBound(): Evidence<Computed> {
  return absoluteError((training, information) => lemma46(training, terms(information)), WITH_INFORMATION);
}

/** (7), where the task and the model have the law of the data: then it is (6). */
export function postTrainingBound(): Evidence<Computed> {
  return absoluteError(
    (training, information) => theorem47(training, { task: training.law, model: FAIR }, terms(information)),
    `, max ℓ − min ℓ in place of C${WITH_INFORMATION}`,
  );
}

/** (8). */
export function anchorGeneralizationBound(): Evidence<Computed> {
  return absoluteError((training, information) => lemma46(training, terms(information)), '');
}

function terms(information: number | undefined): { information?: number } {
  return information === undefined ? {} : { information };
}

/** §4.3: (8) is less stringent than (4), since m is far less than n. */
export function anchorBoundRemark(): Evidence<Computed> {
  const [m, n] = [1, 6];
  const compare = (trained: (sampleSize: number) => Training, information?: number) => ({
    anchor: lemma44(trained(m), terms(information)).right,
    synthetic: lemma44(trained(n), terms(information)).right,
  });
  const others = ALGORITHMS.flatMap((algorithm) =>
    LAWS.map((law) => compare((sampleSize) => enumerateTraining(BIT, algorithm, { law, sampleSize }))),
  );
  const closest = others.reduce((a, b) => (b.anchor - b.synthetic < a.anchor - a.synthetic ? b : a));
  const all = compare(keepAllData);
  const equal = compare(keepAllData, Math.LN2);
  return evidence(
    computed(all.anchor > all.synthetic + 1e-12, {
      reading: 'the same algorithm on m points of anchor data and n > m points of synthetic data, η = 1',
      because:
        'for a learner that keeps all of its data: I(S, W) grows as fast as the bound divides by n, and both bounds are the same',
      numbers: { m, n, ...all },
    }),
    {
      readings: [
        computed(
          others.every(({ anchor, synthetic }) => anchor >= synthetic - 1e-12),
          {
            reading: 'learners of one bit: at random from the data, of least risk, Gibbs, and constant',
            because: 'these have no room to remember more data',
            numbers: { m, n, ...closest },
            cases: others.length,
          },
        ),
      ],
      premises: [
        computed(equal.anchor > equal.synthetic, {
          reading: 'I(S_anchor, W′) = I(S_gen, W), and σ and η are the same',
          because: 'the bounds are then as √n to √m',
          numbers: { m, n, ...equal },
        }),
      ],
    },
  );
}
