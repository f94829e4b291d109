import type { FiniteDistribution } from '../../information/finite-distribution.js';
import { erased } from '../../synthesis/process/symbols.js';
import type { Computed, Evidence } from '../finding.js';
import { CHAIN_OF_MODEL, GENERATING_PROCESS } from '../premise.js';
import type { Term } from '../terms.js';
import { computed, evidence } from './computed.js';
import { EXPLORATION, erasure, exploration, KNOB, noise, PROCESS } from './knobs.js';
import {
  ADDS_BIT,
  ADDS_BIT_OF_TWO,
  LEARNS_PROMPT,
  LEARNS_SUM,
  REPEATS_PROMPT,
  SPLIT,
  TO_MODEL,
  TO_PROMPT,
  twoBits,
} from './splits.js';
import { Change } from './terms.js';

/** The other three terms of (5) stay as they are. */
const alone = (change: Change, term: Term) => {
  const others = (['ΔI', 'B_syn', 'H(e_M)', 'δ_{ε,p}'] as const).filter((other) => other !== term);
  return others.every((other) => change.stays(other));
};
const ALONE = 'the other three terms of (5) as they were';

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
    .channel('W', ['g'], (bit) => erased(bit, probability))
    .map("W'", ['S_anchor'], (anchor) => anchor);
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
  const knob = noise(KNOB);
  return evidence(
    computed(knob.rises('δ_{ε,p}') && knob.rises('bound (5)') && knob.rises('I(S_gen; W)'), {
      reading: 'copy-or-explore, as the noise of curation grows',
      because: 'as said, though by −δ_ε: noise adds to what W learns of its data, I(S_gen, W) − I(M(p), W) >= 0',
      numbers: knob.ends(['δ_{ε,p}', 'bound (5)', 'I(S_gen; W)']),
      cases: knob.steps,
    }),
  );
}
