import {
  bottleneckRemark,
  efficiencyRemark,
  informationGainRemark,
  modelEntropyRemark,
} from '../checks/bound-remarks.js';
import {
  anchorBoundRemark,
  anchorGeneralizationBound,
  layeredInformationBound,
  postTrainingBound,
  syntheticGeneralizationBound,
} from '../checks/generalization-bounds.js';
import { displayedLines, restated } from '../displayed-lines.js';
import type { Entry, Fact } from '../entry.js';
import { place } from '../notebooks.js';
import { CHAIN_OF_MODEL, G_INJECTIVE, INDEPENDENT_FACTORS } from '../premise.js';
import {
  COMPRESSION_BOTTLENECK,
  EFFICIENCY,
  INFORMATION_FLOW_BOUND,
  INFORMATION_GAIN,
  NOISE_LOSS,
  PROMPT_EXCESS,
} from '../quantities.js';
import { CHANGED_LAMBDA, LAMBDA } from './trials.js';

const { raw } = String;
const notebook = 'bounds';

const DEPTH = raw`\exp\left(-\frac{L}{2} \log \frac{1}{\eta}\right)`;
const ANCHOR_DEPTH = raw`\exp\left(-\frac{L}{2} \log \frac{1}{\eta'}\right)`;
const BRACKET = raw`-\Delta I + B_{\text{syn}} + H(e_M) + \delta_{\epsilon,p}`;
const SYNTHETIC_BOUND = raw`${DEPTH} \sqrt{\frac{2\sigma^2 \left[${BRACKET}\right]}{n}}`;
const GENERALIZATION = raw`\left| R_{\mathcal{D}_{\text{gen}}}(\pi^{S_{\text{gen}}}) - \widehat{R}_{S_{\text{gen}}}(\pi^{S_{\text{gen}}}) \right|`;
const DIVERGENCES = raw`C \left( D_{\mathrm{TV}}(\mathcal{D}, \mathcal{D}_M) + D_{\mathrm{TV}}(\mathcal{D}_M, \mathcal{D}_{\text{gen}}) \right)`;

const [E4] = displayedLines({
  number: '4',
  notebook,
  first: { latex: raw`\mathbb{E}\left[R(W) - R_S(W)\right]` },
  steps: [
    {
      relation: '<=',
      latex: raw`${DEPTH} \sqrt{\frac{2\sigma^2}{n} I(S, W)}`,
      statement:
        'The expected generalization error is at most a term in I(S, W), which every contraction layer makes smaller by a factor √η.',
      check: layeredInformationBound,
    },
  ],
});

const [E5] = displayedLines({
  number: '5',
  notebook: 'informationFlow',
  first: { latex: raw`I(S_{\text{gen}}, W)`, terms: 'I(S_gen; W)' },
  steps: [
    {
      relation: '<=',
      latex: BRACKET,
      terms: INFORMATION_FLOW_BOUND,
      ...LAMBDA,
      statement: 'What the trained model knows of the synthetic data is at most −ΔI + B_syn + H(e_M) + δ_{ε,p}.',
      from: ['eq-27'],
      corrections: CHANGED_LAMBDA,
      facts: [
        {
          says: 'It is (26): δ_ε stands on both sides, so that S_gen and ε cancel.',
          claim: `${INFORMATION_FLOW_BOUND} - I(S_gen; W) = -${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) + ${PROMPT_EXCESS} - I(M; W)`,
        },
        {
          says: 'Information gain never makes the bound less than B_syn + δ_{ε,p}: it is made up for by H(e_M).',
          claim: `-${INFORMATION_GAIN} + H(e_M) >= 0`,
        },
        {
          says: 'For independent factors and an injective g the two cancel.',
          claim: `-${INFORMATION_GAIN} + H(e_M) = 0`,
          assuming: [INDEPENDENT_FACTORS, G_INJECTIVE],
        },
        {
          says: 'Where M(p) → e_M → W saves it, the term with λ is not needed.',
          claim: `I(S_gen; W) <= -${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) - ${NOISE_LOSS}`,
          assuming: [CHAIN_OF_MODEL],
        },
        {
          says: 'Without any premise there is an equation: B_syn counts what is known of both factors twice, and leaves out what is known of both together only, or of the noise.',
          claim: `I(S_gen; W) = ${COMPRESSION_BOTTLENECK} - I(e_p; e_M) + I(e_p; e_M|W) + I(epsilon; W|M)`,
        },
      ],
    },
  ],
});

const [E6] = displayedLines({
  number: '6',
  notebook,
  first: { latex: raw`\mathbb{E} ${GENERALIZATION}` },
  steps: [
    {
      relation: '<=',
      latex: SYNTHETIC_BOUND,
      statement: 'The expected absolute generalization error on synthetic data is at most what (4) and (5) give.',
      check: syntheticGeneralizationBound,
    },
  ],
});

const [E7] = displayedLines({
  number: '7',
  notebook,
  first: { latex: raw`\mathbb{E}(\mathrm{Err}(\pi^{S_{\text{gen}}}))` },
  steps: [
    {
      relation: '<=',
      latex: `${DIVERGENCES} + ${SYNTHETIC_BOUND}`,
      statement: 'The expected error on the task is at most the distances of (1) plus the bound of (6).',
      check: postTrainingBound,
    },
  ],
});

const [E8] = displayedLines({
  number: '8',
  notebook,
  first: { latex: raw`\mathbb{E}(\mathrm{Err}(\pi^{S_{\text{anchor}}}))` },
  steps: [
    {
      relation: '<=',
      latex: raw`${ANCHOR_DEPTH} \sqrt{\frac{2\sigma^2}{m} I(S_{\text{anchor}}, W')}`,
      statement: 'The expected absolute generalization error on anchor data is at most what (4) gives.',
      check: anchorGeneralizationBound,
    },
  ],
});

function lemma(entry: Entry, id: string, text: Pick<Entry, 'latex' | 'statement'>): Entry {
  return restated(entry, { ...text, id, kind: id.startsWith('lemma') ? 'lemma' : 'theorem', notebook });
}

function remark(
  number: number,
  text: Pick<Entry, 'latex' | 'statement' | 'facts'> & { readonly check: NonNullable<Entry['check']> },
): Entry {
  const id = `remark-4.6.${number}`;
  return { ...text, id, kind: 'remark', role: 'statement', notebook: place('remarks', id) };
}

const WASTE: Fact = {
  says: 'Together, ΔI and H(e_M) charge for what of e_M is not used, and for what the used part says again of the prompt.',
  claim: `H(e_M) - ${INFORMATION_GAIN} = H(e_M|g) + I(g; h)`,
};

/** §4.2. */
export const BOUNDS: readonly Entry[] = [
  lemma(E4, 'lemma-4.4', {
    latex: raw`\mathbb{E}\left[R(W) - R_S(W)\right] \le ${DEPTH} \sqrt{\frac{2\sigma^2}{n} I(S, W)}`,
    statement: `After Zhang, Liu & Tao (2018), for a σ-sub-Gaussian loss and L contraction layers. ${E4.statement}`,
  }),
  E4,
  restated(E5, {
    id: 'lemma-4.5',
    kind: 'lemma',
    notebook: 'informationFlow',
    latex: raw`I(S_{\text{gen}}, W) \le ${BRACKET}`,
    statement: `Information-flow upper bound. ${E5.statement}`,
  }),
  E5,
  lemma(E6, 'lemma-4.6', {
    latex: raw`\mathbb{E} ${GENERALIZATION} \le ${SYNTHETIC_BOUND}`,
    statement: `Generalization error upper bound with respect to synthetic data. ${E6.statement}`,
  }),
  E6,
  remark(1, {
    latex: raw`\text{an increase in information extracted from the model } M \text{ enhances the quality of the generated data}`,
    statement: 'A larger ΔI makes for a smaller bound of what is lost in generalization.',
    check: informationGainRemark,
    facts: [
      {
        says: 'ΔI cannot grow beyond H(e_M), which stands in the bound with the other sign.',
        claim: `${INFORMATION_GAIN} <= H(e_M)`,
      },
      WASTE,
    ],
  }),
  remark(2, {
    latex: raw`\text{a more pronounced compression of } B_{\text{syn}} \text{ leads to improved generalization performance}`,
    statement: 'A smaller B_syn makes for a better generalization.',
    check: bottleneckRemark,
    facts: [
      {
        says: 'With M(p) → e_M → W, B_syn by itself bounds what W knows of the output.',
        claim: `I(M; W) <= ${COMPRESSION_BOTTLENECK}`,
        assuming: [CHAIN_OF_MODEL],
      },
      {
        says: 'Without it, what W knows of both factors together and of neither alone is to be added.',
        claim: `I(M; W) <= ${COMPRESSION_BOTTLENECK} + I(e_p; e_M|W)`,
      },
    ],
  }),
  remark(3, {
    latex: raw`\text{reducing } H(e_M) \text{ by choosing a model } M \text{ more aligned with the specific tasks can substantially enhance downstream generalization}`,
    statement: 'A smaller H(e_M) makes for a smaller bound of what is lost in generalization.',
    check: modelEntropyRemark,
    facts: [WASTE],
  }),
  remark(4, {
    latex: raw`\delta_{\epsilon,p} \text{ concerns the efficiency during the data curation and model prompting process, highlighting the impact of noise}`,
    statement: 'Noise and inefficient prompting make δ_{ε,p} larger, and with it the bound.',
    check: efficiencyRemark,
    facts: [
      { says: 'δ_{ε,p} is never negative.', claim: `${EFFICIENCY} >= 0` },
      {
        says: 'Its part −δ_ε is what the noise adds to what W knows: the "loss" δ_ε is never positive.',
        claim: `${NOISE_LOSS} <= 0`,
      },
    ],
  }),
  lemma(E7, 'theorem-4.7', {
    latex: raw`\mathbb{E}(\mathrm{Err}(\pi^{S_{\text{gen}}})) \le ${DIVERGENCES} + ${SYNTHETIC_BOUND}`,
    statement: `Synthetic data post-training upper bound. ${E7.statement}`,
  }),
  E7,
];

/** §4.3, up to Definition 4.9. */
export const ANCHOR_BOUND: readonly Entry[] = [
  lemma(E8, 'lemma-4.8', {
    latex: raw`\mathbb{E}(\mathrm{Err}(\pi^{S_{\text{anchor}}})) \le ${ANCHOR_DEPTH} \sqrt{\frac{2\sigma^2}{m} I(S_{\text{anchor}}, W')}`,
    statement: `Anchor data post-training upper bound. ${E8.statement}`,
  }),
  E8,
  {
    id: 'remark-4.8.1',
    kind: 'remark',
    role: 'statement',
    notebook: place('remarks', 'remark-4.8.1'),
    latex: raw`m \ll n \text{: Lemma 4.8 often represents a less stringent upper bound compared to Lemma 4.4}`,
    statement: 'With fewer anchor data than synthetic data, the bound for anchor data is the larger one.',
    check: anchorBoundRemark,
  },
];
