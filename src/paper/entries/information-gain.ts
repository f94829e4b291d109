import {
  bottleneckDefinition,
  figure3Evidence,
  informationGainDefinition,
  syntheticFactorsDefinition,
} from '../checks/definitions.js';
import { displayedLines, restated } from '../displayed-lines.js';
import type { Entry } from '../entry.js';
import { place } from '../notebooks.js';
import {
  CHAIN_OF_MODEL,
  CHAIN_OF_PROMPT,
  G_INJECTIVE,
  INDEPENDENT_FACTORS,
  INDEPENDENT_MODEL,
  LITERAL_CHAINS,
  NATURAL_PREMISES,
  PROMPT_FACTOR,
  REVERSIBLE_PROMPT,
} from '../premise.js';
import { COMPRESSION_BOTTLENECK, INFORMATION_GAIN } from '../quantities.js';

const { raw } = String;
const notebook = 'informationGain';

const [E2] = displayedLines({
  number: '2',
  notebook,
  first: { latex: raw`\Delta I` },
  steps: [
    {
      relation: '=',
      latex: 'H(M(p)) - I(h(e_p), M(p))',
      role: 'definition',
      statement: 'Information gain: the entropy of the output, less what the output says of h(e_p).',
      check: informationGainDefinition,
      facts: [
        {
          says: 'ΔI is what is left of the output once h(e_p) is known, and also of g(e_M).',
          claim: `${INFORMATION_GAIN} = H(M|h) = H(g|h)`,
        },
        {
          says: 'So it is at most the entropy of the model’s factor.',
          claim: `${INFORMATION_GAIN} <= H(e_M)`,
        },
        {
          says: 'It is that entropy where factors are independent and g is injective.',
          claim: `${INFORMATION_GAIN} = H(e_M)`,
          assuming: [INDEPENDENT_FACTORS, G_INJECTIVE],
        },
        {
          says: 'Where e_p is a function of the prompt, it is no less than what the output leaves open once the anchor data are known …',
          claim: `${INFORMATION_GAIN} >= H(M|S_anchor)`,
          assuming: [PROMPT_FACTOR],
        },
        {
          says: '… and just that where e_M is independent of both besides: then it does not depend on how M(p) is split.',
          claim: `${INFORMATION_GAIN} = H(M|S_anchor)`,
          assuming: [PROMPT_FACTOR, INDEPENDENT_MODEL],
        },
      ],
    },
  ],
});

const [E3] = displayedLines({
  number: '3',
  notebook,
  first: { latex: raw`B_{\text{syn}}` },
  steps: [
    {
      relation: '=',
      latex: 'I(e_M, W) + I(e_p, W)',
      role: 'definition',
      statement: 'Compression bottleneck: what the trained model knows of each factor, added up.',
      check: bottleneckDefinition,
      facts: [
        {
          says: 'It counts what W knows of both factors twice, and what W knows only of both together not at all.',
          claim: `${COMPRESSION_BOTTLENECK} = I(e_p, e_M; W) + I(e_p; e_M) - I(e_p; e_M|W)`,
        },
        {
          says: 'What W knows of both factors together is what it knows of the output.',
          claim: 'I(e_p, e_M; W) = I(M; W)',
        },
        {
          says: 'For independent factors it is at most what W knows of them together.',
          claim: `${COMPRESSION_BOTTLENECK} <= I(e_p, e_M; W)`,
          assuming: [INDEPENDENT_FACTORS],
        },
      ],
    },
  ],
});

const LITERAL = { process: LITERAL_CHAINS };

const CHAIN_OF_THE_PROMPT: Entry = {
  id: 'chain-4.1.1',
  kind: 'chain',
  role: 'assumption',
  notebook: place(notebook, 'chain-4.1'),
  latex: raw`S_{\text{anchor}} \to p \to e_p \to W`,
  statement: 'The trained model knows of the anchor data and the prompt only what e_p says.',
  claimed: { claim: 'S_anchor -> p -> e_p -> W', assuming: [REVERSIBLE_PROMPT], extra: NATURAL_PREMISES },
};

const CHAIN_OF_THE_MODEL: Entry = {
  id: 'chain-4.1.2',
  kind: 'chain',
  role: 'assumption',
  notebook: place(notebook, 'chain-4.1'),
  latex: raw`M(p) \to e_M \to W`,
  statement: 'The trained model knows of the output only what e_M says.',
  claimed: {
    claim: 'M -> e_M -> W',
    candidates: [
      { name: 'h(e_p) is constant', statements: ['H(h) = 0'] },
      { name: 'S_gen is a function of e_M', statements: ['S_gen = f(e_M)'] },
    ],
    extra: NATURAL_PREMISES,
  },
  facts: [
    {
      says: 'It forces that W knows of e_M exactly what it knows of the output.',
      claim: 'I(M; W) = I(e_M; W)',
      assuming: [CHAIN_OF_MODEL],
    },
    {
      says: 'It forces that W knows nothing of e_p that e_M does not say …',
      claim: 'I(e_p; W|e_M) = 0',
      assuming: [CHAIN_OF_MODEL],
    },
    {
      says: '… and so at most what e_M says of it.',
      claim: 'I(e_p; W) <= I(e_p; e_M)',
      assuming: [CHAIN_OF_MODEL],
    },
    {
      says: 'For independent factors it forces that W knows nothing of e_p at all, so that B_syn is I(e_M, W).',
      claim: 'I(e_p; W) = 0',
      assuming: [CHAIN_OF_MODEL, INDEPENDENT_FACTORS],
    },
    {
      says: 'With the chain before it, W then knows nothing of the anchor data either.',
      claim: 'I(S_anchor; W) = 0',
      assuming: [CHAIN_OF_PROMPT, CHAIN_OF_MODEL, INDEPENDENT_FACTORS],
    },
    {
      says: 'For dependent factors both chains leave room for W to know of e_p.',
      claim: 'I(e_p; W) = 0',
      assuming: [CHAIN_OF_PROMPT, CHAIN_OF_MODEL],
    },
    {
      says: 'They do not force W to know nothing of its training data, or of the output.',
      claim: 'I(M; W) = 0',
      assuming: [CHAIN_OF_PROMPT, CHAIN_OF_MODEL, INDEPENDENT_FACTORS],
    },
    {
      says: 'The chains alone, without the generating process, force the same of h(e_p) …',
      claim: 'I(h; W|e_M) = 0',
      ...LITERAL,
    },
    {
      says: '… but not of e_p, which W may then know by another way than the data.',
      claim: 'I(e_p; W|e_M) = 0',
      ...LITERAL,
    },
  ],
};

/** §4.1. */
export const INFORMATION_GAIN_SECTION: readonly Entry[] = [
  {
    id: 'def-4.1',
    kind: 'definition',
    role: 'definition',
    notebook: place(notebook, 'def-4.1'),
    latex: raw`S_{\text{gen}} = M(p) + \epsilon, \qquad M(p) = h(e_p) + g(e_M)`,
    statement: 'Synthetic factors: the output is the sum of a part from the prompt and a part from the model.',
    check: syntheticFactorsDefinition,
  },
  restated(E2, {
    id: 'def-4.2',
    kind: 'definition',
    notebook,
    latex: raw`\Delta I = H(M(p)) - I(h(e_p), M(p))`,
    statement: E2.statement,
  }),
  E2,
  restated(E3, {
    id: 'def-4.3',
    kind: 'definition',
    notebook,
    latex: raw`B_{\text{syn}} = I(e_M, W) + I(e_p, W)`,
    statement: E3.statement,
  }),
  E3,
  CHAIN_OF_THE_PROMPT,
  CHAIN_OF_THE_MODEL,
  {
    id: 'figure-3',
    kind: 'figure',
    role: 'definition',
    notebook: place('reverseBottleneck', 'figure-3'),
    latex: raw`\text{synthetic data generation gains information from } M \text{, constituting a reverse-bottleneck}`,
    statement: 'The flow of information in generation, beside that of classical learning.',
    check: figure3Evidence,
    facts: [
      {
        says: 'Of the anchor data, synthetic data say at most what the output does: the classical half of the figure.',
        claim: 'I(S_anchor; S_gen) <= I(S_anchor; M)',
      },
    ],
  },
];
