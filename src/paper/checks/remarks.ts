import { FiniteDistribution } from '../../information/finite-distribution.js';
import { compareTraining } from '../../learning/compare-training.js';
import { empiricalRiskMinimiser } from '../../learning/empirical-risk-minimiser.js';
import { LearningProblem } from '../../learning/learning-problem.js';
import { constantAlgorithm } from '../../learning/simple-algorithms.js';
import { enumerateTraining } from '../../learning/training.js';
import type { Computed, Evidence } from '../finding.js';
import { CHAIN_OF_MODEL, GENERATING_PROCESS } from '../premise.js';
import type { Term } from '../terms.js';
import { computed, evidence } from './computed.js';
import {
  ADDS_BIT,
  ADDS_BIT_OF_TWO,
  LEARNS_PROMPT,
  LEARNS_SUM,
  REPEATS_PROMPT,
  TO_MODEL,
  TO_PROMPT,
  TO_PROMPT_HALF_LEARNED,
} from './splits.js';
import { Change, mirror } from './terms.js';

const PROCESS = [GENERATING_PROCESS];
const KNOB = [0, 0.25, 0.5, 0.75, 1];
/** Short of 1, where M(p) says nothing of e_p and there is no λ. */
const EXPLORATION = [0, 0.2, 0.4, 0.6, 0.8];

const exploration = (values: readonly number[]) =>
  new Change(
    values.map((value) => mirror({ exploration: value })),
    PROCESS,
  );
const noise = () =>
  new Change(
    KNOB.map((value) => mirror({ noise: value })),
    PROCESS,
  );
const erasure = (values: readonly number[]) =>
  new Change(
    values.map((value) => mirror({ erasure: value })),
    PROCESS,
  );

/** The other three terms of (5) stay as they are. */
const alone = (change: Change, term: Term) => {
  const others = (['ΔI', 'B_syn', 'H(e_M)', 'δ_{ε,p}'] as const).filter((other) => other !== term);
  return others.every((other) => change.stays(other));
};
const ALONE = 'the other three terms of (5) as they were';

const SPLIT = 'one process, whose output is put down to the prompt, or to the model (Definition 4.1 allows both)';

/** Remark 4.6.1: a larger ΔI makes for a smaller bound of I(S_gen, W), or a smaller I(S_gen, W). */
export function informationGainRemark(): Evidence<Computed> {
  const change = new Change([TO_PROMPT, TO_MODEL], PROCESS);
  const ownBit = new Change([REPEATS_PROMPT, ADDS_BIT], PROCESS);
  const onItsOwn = alone(ownBit, 'ΔI') && ownBit.rises('ΔI');
  const knob = exploration(EXPLORATION);
  return evidence(
    computed(change.rises('ΔI') && (change.falls('bound (5)') || change.falls('I(S_gen; W)')), {
      reading: SPLIT,
      because:
        'ΔI rises from 0 to H(M(p)) while data, training and the bound (5) stay as they are, for H(e_M) rises with it',
      numbers: change.ends(['ΔI', 'H(e_M)', 'bound (5)', 'I(S_gen; W)']),
      cases: change.steps,
    }),
    {
      readings: [
        computed(onItsOwn && ownBit.falls('bound (5)'), {
          reading: `${ALONE}, and the bound taken for what it bounds`,
          because: 'ΔI stands in (5) with the factor −1',
          numbers: ownBit.ends(['ΔI', 'bound (5)']),
          cases: ownBit.steps,
        }),
        computed(onItsOwn && ownBit.falls('I(S_gen; W)'), {
          reading: ALONE,
          because:
            'where the model adds a bit of its own, in place of saying again what the prompt says, the bound falls by a bit while I(S_gen, W) rises by one',
          numbers: ownBit.ends(['ΔI', 'bound (5)', 'I(S_gen; W)']),
          cases: ownBit.steps,
        }),
        computed(knob.rises('ΔI') && (knob.falls('bound (5)') || knob.falls('I(S_gen; W)')), {
          reading: 'copy-or-explore, as the model explores more',
          because: 'reversed: ΔI rises, and so do the bound (5) and I(S_gen, W)',
          numbers: knob.ends(['ΔI', 'H(e_M)', 'bound (5)', 'I(S_gen; W)']),
          cases: knob.steps,
        }),
      ],
    },
  );
}

/** Remark 4.6.2: a smaller B_syn makes for a smaller I(S_gen, W). */
export function bottleneckRemark(): Evidence<Computed> {
  const change = new Change([LEARNS_PROMPT, LEARNS_SUM], PROCESS);
  const knob = erasure(KNOB);
  const chained = new Change(
    KNOB.map((probability) => learnsModelPart(probability)),
    [GENERATING_PROCESS, CHAIN_OF_MODEL],
  );
  const terms = ['B_syn', 'bound (5)', 'I(S_gen; W)'] as const;
  return evidence(
    computed(change.falls('B_syn') && change.falls('I(S_gen; W)'), {
      reading: 'generating process, with ΔI, H(e_M) and δ_{ε,p} as they were',
      because:
        'where W learns the sum of a bit from the prompt and one from the model, in place of the first: B_syn falls to 0, I(S_gen, W) stays',
      numbers: change.ends(terms),
      cases: change.steps,
    }),
    {
      readings: [
        computed(knob.falls('B_syn') && knob.falls('bound (5)') && knob.falls('I(S_gen; W)'), {
          reading: 'copy-or-explore, as training learns less',
          because: 'B_syn falls, and so do the bound (5) and I(S_gen, W)',
          numbers: knob.ends(terms),
          cases: knob.steps,
        }),
      ],
      premises: [
        computed(chained.falls('B_syn') && chained.falls('bound (5)'), {
          reading: 'M(p) → e_M → W, and the bound is taken for what it bounds',
          because: 'then (5) holds, and B_syn stands in it with the factor 1',
          numbers: chained.ends(terms),
          cases: chained.steps,
        }),
      ],
    },
  );
}

/** A bit from the prompt and one from the model, of which W learns the second unless it is erased. */
function learnsModelPart(probability: number): FiniteDistribution {
  return twoBits()
    .channel('W', ['g'], (bit) => [
      [bit, 1 - probability],
      ['erased', probability],
    ])
    .map("W'", ['S_anchor'], (anchor) => anchor);
}

/** S_gen = M(p) = (e_p, e_M), two fair bits as an element of Z_2 × Z_2, of which the first is the anchor data. */
function twoBits(): FiniteDistribution {
  const bit = [
    [0, 1 / 2],
    [1, 1 / 2],
  ] as const;
  return FiniteDistribution.empty()
    .source('S_anchor', bit)
    .map('e_p', ['S_anchor'], (anchor) => anchor)
    .map('h', ['e_p'], (factor) => factor)
    .source('e_M', bit)
    .map('g', ['e_M'], (factor) => factor)
    .map('M', ['h', 'g'], (h, g) => 2 * h + g)
    .map('epsilon', [], () => 0)
    .map('S_gen', ['M'], (output) => output);
}

/** Remark 4.6.3: a smaller H(e_M) makes for a smaller bound of I(S_gen, W), or a smaller I(S_gen, W). */
export function modelEntropyRemark(): Evidence<Computed> {
  const change = new Change([TO_MODEL, TO_PROMPT], PROCESS);
  const unused = new Change([ADDS_BIT_OF_TWO, ADDS_BIT], PROCESS);
  const onItsOwn = alone(unused, 'H(e_M)') && unused.falls('H(e_M)');
  const knob = exploration(EXPLORATION.toReversed());
  const terms = ['H(e_M)', 'ΔI', 'B_syn', 'bound (5)', 'I(S_gen; W)'] as const;
  return evidence(
    computed(change.falls('H(e_M)') && (change.falls('bound (5)') || change.falls('I(S_gen; W)')), {
      reading: SPLIT,
      because:
        'H(e_M) falls from H(M(p)) to 0 while data, training and the bound (5) stay as they are, for ΔI falls with it',
      numbers: change.ends(terms),
      cases: change.steps,
    }),
    {
      readings: [
        computed(onItsOwn && unused.falls('bound (5)'), {
          reading: `${ALONE}, and the bound taken for what it bounds`,
          because: 'H(e_M) stands in (5) with the factor 1',
          numbers: unused.ends(['H(e_M)', 'bound (5)']),
          cases: unused.steps,
        }),
        computed(onItsOwn && unused.falls('I(S_gen; W)'), {
          reading: ALONE,
          because:
            'where e_M leaves out a bit of which g takes no notice, the bound falls by a bit, and data and training are the same',
          numbers: unused.ends(['H(e_M)', 'bound (5)', 'I(S_gen; W)']),
          cases: unused.steps,
        }),
        computed(knob.falls('H(e_M)') && knob.falls('bound (5)') && knob.falls('I(S_gen; W)'), {
          reading: 'copy-or-explore, as the model explores less',
          because: 'as said, though not by H(e_M) − ΔI, which is 0 all along: there is less to learn from the data',
          numbers: knob.ends(terms),
          cases: knob.steps,
        }),
      ],
    },
  );
}

/** Remark 4.6.4: noise and losses make δ_{ε,p} larger, and with it the bound. */
export function efficiencyRemark(): Evidence<Computed> {
  const knob = noise();
  return evidence(
    computed(knob.rises('δ_{ε,p}') && knob.rises('bound (5)') && knob.rises('I(S_gen; W)'), {
      reading: 'copy-or-explore, as the noise of curation grows',
      because: 'as said, though by −δ_ε: noise adds to what W learns of its data, I(S_gen, W) − I(M(p), W) >= 0',
      numbers: knob.ends(['δ_{ε,p}', 'bound (5)', 'I(S_gen; W)']),
      cases: knob.steps,
    }),
  );
}

/** §4.3, before Theorem 4.10: a larger upper bound of GGMI signifies a larger GGMI, and that a better model. */
export function largerBoundRemark(): Evidence<Computed> {
  const change = new Change([TO_PROMPT_HALF_LEARNED, TO_MODEL], PROCESS);
  const { better, worse } = learnersOfABit();
  return evidence(
    computed(change.rises('bound (10)') && change.rises('GGMI'), {
      reading: 'generating process',
      because: 'a larger upper bound of a number is no larger number; here the bound rises while GGMI falls',
      numbers: change.ends(['bound (10)', 'GGMI']),
      cases: change.steps,
    }),
    {
      readings: [
        computed(worse.ggmi > better.ggmi && worse.synthetic.risk < better.synthetic.risk, {
          reading: 'a larger GGMI for a better model',
          because:
            'a model that learns nothing from S_gen has the largest GGMI there is, and a greater risk than one that learns',
          numbers: {
            'GGMI, learning nothing': worse.ggmi,
            'risk, learning nothing': worse.synthetic.risk,
            'GGMI, learning': better.ggmi,
            'risk, learning': better.synthetic.risk,
          },
          cases: 2,
        }),
      ],
    },
  );
}

function learnersOfABit() {
  const problem = new LearningProblem({ instances: [0, 1], hypotheses: [0, 1], loss: (w, z) => (w === z ? 0 : 1) });
  const law = [0.2, 0.8];
  const anchor = enumerateTraining(problem, empiricalRiskMinimiser, { law, sampleSize: 1 });
  const trained = [empiricalRiskMinimiser, constantAlgorithm([1 / 2, 1 / 2])].map((algorithm) =>
    compareTraining(anchor, enumerateTraining(problem, algorithm, { law, sampleSize: 10 }), law),
  );
  return { better: trained[0], worse: trained[1] };
}

/** §4.3, before Theorem 4.10: the bound isolates the influence of W′. */
export function isolationRemark(): Evidence<Computed> {
  const ownTraining = new Change([anchorLearned(1, 1), anchorLearned(1, 0)], PROCESS);
  const training = new Change([anchorLearned(1, 0), anchorLearned(0, 0)], PROCESS);
  return evidence(
    computed(ownTraining.stays('bound (10)'), {
      reading: 'W′ learns more of the anchor data, and nothing else changes',
      because: 'α H(S_anchor|W) is H(S_anchor|W′), and the bound moves with it as GGMI does',
      numbers: ownTraining.ends(["H(S_anchor|W')", 'bound (10)', 'GGMI']),
      cases: ownTraining.steps,
    }),
    {
      readings: [
        computed(training.falls('H(S_anchor|W)') && !training.stays('bound (10)'), {
          reading: 'W learns more of the anchor data and as much of S_gen, and nothing else changes: the bound moves',
          because: 'H(S_anchor|W) cancels with that in ε_{W,p}',
          numbers: training.ends(['H(S_anchor|W)', 'bound (10)', 'GGMI']),
          cases: training.steps,
        }),
      ],
    },
  );
}

/**
 * W learns one bit of two: with this probability the one from the model, otherwise the one that is the anchor data. W′
 * learns the anchor data, unless it is erased.
 */
function anchorLearned(modelShare: number, anchorErasure: number): FiniteDistribution {
  return twoBits()
    .channel('W', ['h', 'g'], (h, g) => [
      [`anchor ${h}`, 1 - modelShare],
      [`model ${g}`, modelShare],
    ])
    .channel("W'", ['S_anchor'], (anchor) => [
      [anchor, 1 - anchorErasure],
      ['erased', anchorErasure],
    ]);
}

/** Remark 4.10.1: a larger ΔI makes for a larger GGMI. */
export function gainRemark(): Evidence<Computed> {
  const change = new Change([TO_PROMPT, TO_MODEL], PROCESS);
  const knob = exploration(EXPLORATION);
  const terms = ['ΔI', 'bound (10)', 'GGMI'] as const;
  return evidence(
    computed(change.rises('ΔI') && change.rises('GGMI'), {
      reading: SPLIT,
      because: 'ΔI rises from 0 to H(M(p)), and the bound (10) with it, while data, training and GGMI stay as they are',
      numbers: change.ends(terms),
      cases: change.steps,
    }),
    {
      readings: [
        computed(change.rises('bound (10)'), {
          reading: 'the bound is taken for what it bounds, with its other terms as they were',
          because: 'ΔI stands in (10) with the factor 1',
          cases: change.steps,
        }),
        computed(knob.rises('ΔI') && knob.rises('GGMI'), {
          reading: 'copy-or-explore, as the model explores more',
          because: 'reversed: ΔI rises while GGMI falls, since there is more in S_gen to learn',
          numbers: knob.ends(terms),
          cases: knob.steps,
        }),
      ],
    },
  );
}

/** Remark 4.10.2: a smaller H(S_anchor|W) makes for a larger bound of GGMI. */
export function faithfulnessRemark(): Evidence<Computed> {
  const change = new Change([anchorLearned(1, 0.5), anchorLearned(0, 0.5)], PROCESS);
  const scaled = new Change([anchorLearned(1, 1), anchorLearned(0.5, 0.5)], PROCESS);
  const knob = erasure(KNOB.toReversed());
  const terms = ['H(S_anchor|W)', 'bound (10)', 'GGMI'] as const;
  return evidence(
    computed(change.falls('H(S_anchor|W)') && change.rises('bound (10)'), {
      reading: 'W learns more of the anchor data and as much of S_gen, and nothing else changes',
      because:
        'with α H(S_anchor|W) = H(S_anchor|W′), the rest of it cancels with that in ε_{W,p}; neither the bound nor GGMI moves',
      numbers: change.ends(terms),
      cases: change.steps,
    }),
    {
      readings: [
        computed(scaled.falls('H(S_anchor|W)') && scaled.rises('bound (10)'), {
          reading: 'α held fixed at 1, so that W′ learns as much more of the anchor data as W',
          because: 'as said, by what W′ learns, which raises GGMI and its bound alike',
          numbers: scaled.ends([...terms, "H(S_anchor|W')"]),
          cases: scaled.steps,
        }),
        computed(knob.falls('H(S_anchor|W)') && knob.rises('bound (10)'), {
          reading: 'copy-or-explore, as training learns more',
          because: 'reversed: H(S_anchor|W) falls, and so do the bound (10) and GGMI',
          numbers: knob.ends(terms),
          cases: knob.steps,
        }),
      ],
    },
  );
}

/** Remark 4.10.5: compression makes ε_{W,p} larger, and with it GGMI. */
export function compressionRemark(): Evidence<Computed> {
  const change = new Change([anchorLearned(0, 0.5), anchorLearned(1, 0.5)], PROCESS);
  const knob = erasure(KNOB);
  const terms = ['ε_{W,p}', 'bound (10)', 'GGMI'] as const;
  return evidence(
    computed(change.rises('ε_{W,p}') && (change.rises('bound (10)') || change.rises('GGMI')), {
      reading: 'W learns less of the anchor data and as much of S_gen, and nothing else changes',
      because: 'ε_{W,p} rises by as much as H(S_anchor|W), which is subtracted; neither the bound nor GGMI moves',
      numbers: change.ends(terms),
      cases: change.steps,
    }),
    {
      readings: [
        computed(knob.rises('ε_{W,p}'), {
          reading: 'its first half, in copy-or-explore as training learns less',
          because: 'ε_{W,p} rises with compression; GGMI does as well here, by H(S_gen|W)',
          numbers: knob.ends(terms),
          cases: knob.steps,
        }),
      ],
    },
  );
}

/** After Theorem 4.10: H(S_anchor|W) stands for faithfulness and ΔI for diversity, and the bound rewards both. */
export function objectivesRemark(): Evidence<Computed> {
  const faithful = new Change([anchorLearned(1, 0.5), anchorLearned(0, 0.5)], PROCESS);
  const diverse = new Change([TO_PROMPT, TO_MODEL], PROCESS);
  return evidence(
    computed(faithful.rises('bound (10)') && diverse.rises('bound (10)'), {
      reading:
        'the bound (10) rises where W learns more of the anchor data, and where ΔI is larger, and nothing else changes',
      because: 'for faithfulness, H(S_anchor|W) cancels; ΔI does raise the bound, for the same data and models',
      numbers: {
        ...faithful.ends(['H(S_anchor|W)']),
        ...faithful.ends(['bound (10)']),
        ...diverse.ends(['ΔI', 'GGMI']),
      },
      cases: faithful.steps + diverse.steps,
    }),
  );
}
