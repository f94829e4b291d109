import type { FiniteDistribution } from '../../information/finite-distribution.js';
import { empiricalRiskMinimiser } from '../../learning/empirical-risk-minimiser.js';
import { LearningProblem } from '../../learning/learning-problem.js';
import { constantAlgorithm } from '../../learning/simple-algorithms.js';
import { enumerateTraining } from '../../learning/training.js';
import { erased } from '../../synthesis/process/symbols.js';
import { compareTraining } from '../bounds/compare-training.js';
import type { Computed, Evidence } from '../finding.js';
import { computed, evidence } from './computed.js';
import { EXPLORATION, erasure, exploration, KNOB, PROCESS } from './knobs.js';
import { SPLIT, TO_MODEL, TO_PROMPT, TO_PROMPT_HALF_LEARNED, twoBits } from './splits.js';
import { Change } from './terms.js';

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
    .channel("W'", ['S_anchor'], (anchor) => erased(anchor, anchorErasure));
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
