import { ggmiDefinition } from '../checks/definitions.js';
import {
  compressionRemark,
  faithfulnessRemark,
  gainRemark,
  isolationRemark,
  largerBoundRemark,
  objectivesRemark,
} from '../checks/gain-remarks.js';
import { displayedLines, restated } from '../displayed-lines.js';
import type { Basis, Entry, EntryText } from '../entry.js';
import { place } from '../notebooks.js';
import { INDEPENDENT_MODEL, INDEPENDENT_NOISE } from '../premise.js';
import {
  ENTROPY_DECREASE,
  GGMI,
  GGMI_BOUND,
  INFORMATION_GAIN,
  SCALED_ANCHOR_ENTROPY,
  TRAINING_COMPRESSION,
} from '../quantities.js';
import { GGMI_TRIALS } from './trials.js';

const { raw } = String;
const notebook = 'generalizationGain';

const [E9] = displayedLines({
  number: '9',
  notebook,
  first: { latex: raw`\mathrm{GGMI}` },
  steps: [
    {
      relation: '=',
      latex: raw`I(S_{\text{anchor}}, W') - I(S_{\text{gen}}, W)`,
      role: 'definition',
      statement: 'Generalization gain: what training on anchor data learns of them, less the same for synthetic data.',
      check: ggmiDefinition,
      facts: [
        {
          says: 'Of the terms of Theorem 4.10 it contains ΔH, H(S_gen|W) and α H(S_anchor|W), and no other.',
          claim: `${GGMI} = ${ENTROPY_DECREASE} + H(S_gen|W) - ${SCALED_ANCHOR_ENTROPY}`,
        },
      ],
    },
  ],
});

/** By how much the right side of (10) exceeds the left. */
const BOUND_ABOVE_GGMI = `${GGMI_BOUND} - ${GGMI} = ${INFORMATION_GAIN} + I(S_anchor; M) - H(S_gen)`;

/** The right side of (10), where H(S_anchor|W) cancels. */
const BOUND_WITHOUT_ANCHOR_TERM = `${GGMI_BOUND} = ${INFORMATION_GAIN} - ${SCALED_ANCHOR_ENTROPY} + 2 ${ENTROPY_DECREASE} + H(S_gen|W) - H(S_anchor|M)`;

const [E10] = displayedLines({
  number: '10',
  notebook,
  first: { latex: raw`\mathrm{GGMI}`, terms: GGMI },
  steps: [
    {
      relation: '<=',
      latex: raw`\Delta I - (\alpha + 1) H(S_{\text{anchor}}|W) + 2\Delta H + H(S_{\text{gen}}|W) + \epsilon_{W,p}`,
      terms: GGMI_BOUND,
      statement: 'GGMI is at most ΔI − (α + 1) H(S_anchor|W) + 2ΔH + H(S_gen|W) + ε_{W,p}.',
      from: ['eq-35'],
      ...GGMI_TRIALS,
      facts: [
        {
          says: 'The right side exceeds GGMI by ΔI + I(S_anchor, M(p)) − H(S_gen): W and W′ cancel, and the theorem says as much for every way of training, or none.',
          claim: BOUND_ABOVE_GGMI,
        },
        {
          says: 'In full: by what curation forgets, less what it adds, and by what the output says of the anchor data beyond h(e_p), less what it says of h(e_p) beyond the anchor data.',
          claim: `${GGMI_BOUND} - ${GGMI} = H(M|S_gen) - H(S_gen|M) + I(S_anchor; M|h) - I(h; M|S_anchor)`,
        },
        {
          says: 'Where e_M is independent of the prompt and ε of the rest, the reverse holds: GGMI is at least the right side.',
          claim: `${GGMI} >= ${GGMI_BOUND}`,
          assuming: [INDEPENDENT_MODEL, INDEPENDENT_NOISE],
        },
        {
          says: 'H(S_anchor|W) cancels on the right side.',
          claim: BOUND_WITHOUT_ANCHOR_TERM,
        },
      ],
    },
  ],
});

function remark(id: string, text: Pick<EntryText, 'latex' | 'statement' | 'facts'> & Basis): Entry {
  return { ...text, id, kind: 'remark', role: 'statement', notebook: place('remarks', id) };
}

/** What GGMI is made of: other terms as they are, it moves with ΔH and with H(S_gen|W), one for one. */
const SHARE_OF_GGMI = `${GGMI} = ${ENTROPY_DECREASE} + H(S_gen|W) - ${SCALED_ANCHOR_ENTROPY}`;

/** §4.3, from Definition 4.9 on. */
export const GENERALIZATION_GAIN: readonly Entry[] = [
  restated(E9, {
    id: 'def-4.9',
    kind: 'definition',
    notebook,
    latex: raw`\mathrm{GGMI} = I(S_{\text{anchor}}, W') - I(S_{\text{gen}}, W)`,
    statement: E9.statement,
  }),
  E9,
  remark('remark-4.9.1', {
    latex: raw`\text{a larger upper bound for the GGMI signifies greater potential generalization benefits when utilizing synthetic data}`,
    statement: 'Where the upper bound of GGMI is larger, so is GGMI, and synthetic data do more good.',
    check: largerBoundRemark,
    facts: [
      {
        says: 'What the bound exceeds GGMI by is about generation alone: for one way of generating, and any two of training, bound and GGMI differ by the same.',
        claim: BOUND_ABOVE_GGMI,
      },
    ],
  }),
  remark('remark-4.9.2', {
    latex: raw`\text{we isolate the influence of } W' \text{: GGMI is constrained by } \Delta I \text{ and various entropy components solely associated with } W`,
    statement: 'The bound of GGMI is about W and not about W′.',
    check: isolationRemark,
    facts: [
      {
        says: 'Of W′ the bound contains all that GGMI does, and of W only H(S_gen|W).',
        claim: BOUND_WITHOUT_ANCHOR_TERM,
      },
    ],
  }),
  restated(E10, {
    id: 'theorem-4.10',
    kind: 'theorem',
    notebook,
    latex: raw`\mathrm{GGMI} \le \Delta I - (\alpha + 1) H(S_{\text{anchor}}|W) + 2\Delta H + H(S_{\text{gen}}|W) + \epsilon_{W,p}`,
    statement: `Upper bound of GGMI. ${E10.statement}`,
  }),
  E10,
  remark('remark-4.10.1', {
    latex: raw`\text{an increase in } \Delta I \text{ typically leads to improved generalization capability for } \pi^{S_{\text{gen}}} \text{ compared to } \pi^{S_{\text{anchor}}}`,
    statement: 'A larger ΔI makes for a larger GGMI.',
    check: gainRemark,
    facts: [
      {
        says: 'GGMI does not contain ΔI: with ΔH, H(S_gen|W) and α H(S_anchor|W) as they are, it stays whatever becomes of ΔI.',
        claim: SHARE_OF_GGMI,
      },
    ],
  }),
  remark('remark-4.10.2', {
    latex: raw`\text{for a larger upper bound of GGMI, it is encouraged to decrease } H(S_{\text{anchor}}|W)`,
    statement: 'A model that knows more of the anchor data makes for a larger bound of GGMI.',
    check: faithfulnessRemark,
    facts: [
      {
        says: 'H(S_anchor|W) cancels on the right side of (10).',
        claim: `- ${SCALED_ANCHOR_ENTROPY} - H(S_anchor|W) + ${TRAINING_COMPRESSION} = - ${SCALED_ANCHOR_ENTROPY} - H(S_anchor|M)`,
      },
    ],
  }),
  remark('remark-4.10.3', {
    latex: raw`\text{more uncertainty is eliminated during synthetic data generation } (\Delta H) \text{ leads to more generalization ability}`,
    statement:
      'A larger ΔH makes for a larger GGMI. With H(S_gen|W) and α H(S_anchor|W) as they are, GGMI moves with it one for one.',
    claimed: { claim: SHARE_OF_GGMI },
    facts: [
      {
        says: 'It is greatest, H(S_anchor), where all synthetic data are the same, from which there is nothing to learn.',
        claim: `${ENTROPY_DECREASE} <= H(S_anchor)`,
      },
      {
        says: 'Noise that is independent of the rest never helps: S_gen then has at least the entropy of M(p).',
        claim: 'H(S_gen) >= H(M)',
        assuming: [INDEPENDENT_NOISE],
      },
    ],
  }),
  remark('remark-4.10.4', {
    latex: raw`\text{weakening the relevance between } S_{\text{gen}} \text{ and } W \text{ is encouraged: a larger } H(S_{\text{gen}}|W)`,
    statement:
      'A larger H(S_gen|W) makes for a larger GGMI. With ΔH and α H(S_anchor|W) as they are, GGMI moves with it one for one.',
    claimed: { claim: SHARE_OF_GGMI },
    facts: [
      {
        says: 'It is greatest, H(S_gen), where W learns nothing of S_gen.',
        claim: 'H(S_gen|W) <= H(S_gen)',
      },
    ],
  }),
  remark('remark-4.10.5', {
    latex: raw`\text{a more pronounced compression effect typically results in a higher } \epsilon_{W,p} \text{: efficient data representation contributes positively}`,
    statement: 'Compression by training makes ε_{W,p} larger, and with it the bound of GGMI.',
    check: compressionRemark,
    facts: [
      {
        says: 'ε_{W,p} is never negative: W knows no more of the anchor data than the output does.',
        claim: `${TRAINING_COMPRESSION} >= 0`,
      },
    ],
  }),
  remark('remark-4.10.6', {
    latex: raw`H(S_{\text{anchor}}|W) \text{ encourages faithfulness}, \qquad \Delta I \text{ promotes diversity}`,
    statement: 'The bound of GGMI rewards faithfulness, by H(S_anchor|W), and diversity, by ΔI.',
    check: objectivesRemark,
  }),
];
