import { displayedLines } from '../displayed-lines.js';
import type { Entry } from '../entry.js';
import { place } from '../notebooks.js';
import { PROMPT_PART } from '../premise.js';
import { GGMI, GGMI_BOUND, INFORMATION_GAIN, SCALED_ANCHOR_ENTROPY, TRAINING_COMPRESSION } from '../quantities.js';
import { GGMI_TRIALS, NOISE } from './trials.js';

const { raw } = String;
const notebook = 'generalizationGain';

const CHAIN_OF_NOISE: Entry = {
  id: 'chain-appendix-f',
  kind: 'chain',
  role: 'assumption',
  notebook: place(notebook, 'chain-appendix-f'),
  latex: raw`h(e_p) \to M(p) \to S_{\text{gen}}`,
  statement: 'What synthetic data say of h(e_p), they say by the output of the model.',
  claimed: { claim: 'h -> M -> S_gen' },
  facts: [
    {
      says: 'What follows from it is data processing for h(e_p), nothing about H(M(p)) and H(S_gen).',
      claim: 'I(h; S_gen) <= I(h; M)',
    },
  ],
};

const E28 = displayedLines({
  number: '28',
  notebook,
  first: { latex: 'H(M(p))', terms: 'H(M)' },
  steps: [
    {
      relation: '>=',
      latex: raw`H(S_{\text{gen}})`,
      terms: 'H(S_gen)',
      statement: 'Synthetic data have at most the entropy of what the model puts out: (15) again.',
      corrections: NOISE,
    },
  ],
});

const E29 = displayedLines({
  number: '29',
  notebook,
  first: { latex: raw`I(S_{\text{anchor}}, M(p))`, terms: 'I(S_anchor; M)' },
  steps: [
    {
      relation: '>=',
      latex: 'I(h(e_p), M(p))',
      terms: 'I(h; M)',
      statement: 'The output says at least as much of the anchor data as of what h makes of the prompt factor.',
      candidates: [PROMPT_PART],
      corrections: ['I(h; M|S_anchor)', 'H(e_p|S_anchor)'],
    },
  ],
});

const E30 = displayedLines({
  number: '30',
  notebook,
  first: { latex: raw`\Delta I`, terms: INFORMATION_GAIN },
  ends: {
    statement: 'ΔI is at least I(S_gen, W) + H(S_gen|W) − I(S_anchor, M(p)).',
    from: ['eq-28', 'eq-29'],
    ...GGMI_TRIALS,
  },
  steps: [
    {
      relation: '=',
      latex: 'H(M(p)) - I(h(e_p), M(p))',
      terms: 'H(M) - I(h; M)',
      statement: 'The definition of ΔI, (2).',
    },
    {
      relation: '>=',
      latex: raw`H(S_{\text{gen}}) - I(S_{\text{anchor}}, M(p))`,
      terms: 'H(S_gen) - I(S_anchor; M)',
      statement: '(28) in the first term and (29) in the second.',
      from: ['eq-28', 'eq-29'],
      ...GGMI_TRIALS,
    },
    {
      relation: '=',
      latex: raw`I(S_{\text{gen}}, W) + H(S_{\text{gen}}|W) - I(S_{\text{anchor}}, M(p))`,
      terms: 'I(S_gen; W) + H(S_gen|W) - I(S_anchor; M)',
      statement: 'The entropy of S_gen is what W knows of it and what W does not.',
    },
  ],
});

const ANCHOR_INFORMATION = { latex: raw`I(S_{\text{anchor}}; W')`, terms: "I(S_anchor; W')" };

const E31 = displayedLines({
  number: '31',
  notebook,
  first: ANCHOR_INFORMATION,
  ends: { statement: 'I(S_anchor, W′) in terms of W and α.' },
  steps: [
    {
      relation: '=',
      latex: raw`H(S_{\text{anchor}}) - H(S_{\text{anchor}}|W')`,
      terms: "H(S_anchor) - H(S_anchor|W')",
      statement: 'Mutual information as a difference of entropies (Definition A.5).',
    },
    {
      relation: '=',
      latex: raw`H(S_{\text{anchor}}) - \alpha H(S_{\text{anchor}}|W)`,
      terms: `H(S_anchor) - ${SCALED_ANCHOR_ENTROPY}`,
      statement: 'The definition of α, which exists unless W determines S_anchor and W′ does not.',
    },
    {
      relation: '=',
      latex: raw`I(S_{\text{anchor}}, W) + (1 - \alpha) H(S_{\text{anchor}}|W)`,
      terms: `I(S_anchor; W) + H(S_anchor|W) - ${SCALED_ANCHOR_ENTROPY}`,
      statement: 'The entropy of S_anchor is what W knows of it and what W does not.',
    },
  ],
});

const E32 = displayedLines({
  number: '32',
  notebook,
  first: { latex: raw`I(S_{\text{anchor}}, M(p))`, terms: 'I(S_anchor; M)' },
  ends: { statement: 'The output knows ε_{W,p} more of the anchor data than W does.' },
  steps: [
    {
      relation: '=',
      latex: raw`H(S_{\text{anchor}}) - H(S_{\text{anchor}}|M(p))`,
      terms: 'H(S_anchor) - H(S_anchor|M)',
      statement: 'Mutual information as a difference of entropies (Definition A.5).',
    },
    {
      relation: '=',
      latex: raw`I(S_{\text{anchor}}, W) + H(S_{\text{anchor}}|W) - H(S_{\text{anchor}}|M(p))`,
      terms: 'I(S_anchor; W) + H(S_anchor|W) - H(S_anchor|M)',
      statement: 'The entropy of S_anchor is what W knows of it and what W does not.',
    },
    {
      relation: '=',
      latex: raw`I(S_{\text{anchor}}, W) + \epsilon_{W,p}`,
      terms: `I(S_anchor; W) + ${TRAINING_COMPRESSION}`,
      statement: 'The definition of ε_{W,p}.',
    },
  ],
});

const E33 = displayedLines({
  number: '33',
  notebook,
  first: { latex: raw`\mathrm{GGMI}`, terms: GGMI },
  ends: { statement: 'GGMI, with terms added and subtracted.' },
  steps: [
    {
      relation: '=',
      latex: raw`I(S_{\text{anchor}}, W') - I(S_{\text{gen}}, W)`,
      terms: "I(S_anchor; W') - I(S_gen; W)",
      statement: 'The definition of GGMI, (9).',
    },
    {
      relation: '=',
      latex: raw`I(S_{\text{anchor}}, W) + (1 - \alpha) H(S_{\text{anchor}}|W) - I(S_{\text{gen}}, W)`,
      terms: `I(S_anchor; W) + H(S_anchor|W) - ${SCALED_ANCHOR_ENTROPY} - I(S_gen; W)`,
      statement: 'The two ends of (31).',
    },
    {
      relation: '=',
      latex: raw`I(S_{\text{gen}}, W) + H(S_{\text{gen}}|W) - I(S_{\text{anchor}}, M(p)) - I(S_{\text{gen}}, W) - H(S_{\text{gen}}|W) + I(S_{\text{anchor}}, M(p)) + I(S_{\text{anchor}}, W) + (1 - \alpha) H(S_{\text{anchor}}|W) - I(S_{\text{gen}}, W)`,
      terms: `I(S_gen; W) + H(S_gen|W) - I(S_anchor; M) - I(S_gen; W) - H(S_gen|W) + I(S_anchor; M) + I(S_anchor; W) + H(S_anchor|W) - ${SCALED_ANCHOR_ENTROPY} - I(S_gen; W)`,
      statement: 'The right side of (30) added and subtracted.',
    },
  ],
});

const E34 = displayedLines({
  number: '34',
  notebook,
  first: { latex: raw`\mathrm{GGMI}`, terms: GGMI },
  ends: { statement: 'Theorem 4.10, with ΔH written out.', from: ['eq-30.2'], ...GGMI_TRIALS },
  steps: [
    {
      relation: '<=',
      latex: raw`\Delta I - 2I(S_{\text{gen}}, W) - H(S_{\text{gen}}|W) + I(S_{\text{anchor}}, W) + (1 - \alpha) H(S_{\text{anchor}}|W) + I(S_{\text{anchor}}, M(p))`,
      terms: `${INFORMATION_GAIN} - 2 I(S_gen; W) - H(S_gen|W) + I(S_anchor; W) + H(S_anchor|W) - ${SCALED_ANCHOR_ENTROPY} + I(S_anchor; M)`,
      statement: '(33), with the right side of (30) replaced by ΔI, where it is added.',
      from: ['eq-30.2'],
      ...GGMI_TRIALS,
      facts: [
        {
          says: 'It is (30.2) again: W and W′ cancel.',
          claim: `${INFORMATION_GAIN} - 2 I(S_gen; W) - H(S_gen|W) + I(S_anchor; W) + H(S_anchor|W) - ${SCALED_ANCHOR_ENTROPY} + I(S_anchor; M) - ${GGMI} = ${INFORMATION_GAIN} - H(S_gen) + I(S_anchor; M)`,
        },
      ],
    },
    {
      relation: '=',
      latex: raw`\Delta I - 2I(S_{\text{gen}}, W) - H(S_{\text{gen}}|W) + 2I(S_{\text{anchor}}, W) + (1 - \alpha) H(S_{\text{anchor}}|W) + \epsilon_{W,p}`,
      terms: `${INFORMATION_GAIN} - 2 I(S_gen; W) - H(S_gen|W) + 2 I(S_anchor; W) + H(S_anchor|W) - ${SCALED_ANCHOR_ENTROPY} + ${TRAINING_COMPRESSION}`,
      statement: 'The two ends of (32).',
    },
    {
      relation: '=',
      latex: raw`\Delta I - 2H(S_{\text{gen}}) + H(S_{\text{gen}}|W) + 2H(S_{\text{anchor}}) - (\alpha + 1) H(S_{\text{anchor}}|W) + \epsilon_{W,p}`,
      terms: `${INFORMATION_GAIN} - 2 H(S_gen) + H(S_gen|W) + 2 H(S_anchor) - ${SCALED_ANCHOR_ENTROPY} - H(S_anchor|W) + ${TRAINING_COMPRESSION}`,
      statement: 'Mutual informations as differences of entropies (Definition A.5).',
    },
  ],
});

const E35 = displayedLines({
  number: '35',
  notebook,
  first: { latex: raw`\mathrm{GGMI}`, terms: GGMI },
  steps: [
    {
      relation: '<=',
      latex: raw`\Delta I - (\alpha + 1) H(S_{\text{anchor}}|W) + 2\Delta H + H(S_{\text{gen}}|W) + \epsilon_{W,p}`,
      terms: GGMI_BOUND,
      statement: 'Theorem 4.10.',
      from: ['eq-34'],
      ...GGMI_TRIALS,
    },
  ],
});

/** Appendix F, the proof of Theorem 4.10. */
export const APPENDIX_F: readonly Entry[] = [
  CHAIN_OF_NOISE,
  ...E28,
  ...E29,
  ...E30,
  ...E31,
  ...E32,
  ...E33,
  ...E34,
  ...E35,
];
