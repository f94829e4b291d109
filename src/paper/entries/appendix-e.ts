import { promptEfficiencyRemark } from '../checks/prompt-efficiency.js';
import { displayedLines, restated } from '../displayed-lines.js';
import type { Entry } from '../entry.js';
import { place } from '../notebooks.js';
import { H_INJECTIVE, INDEPENDENT_FACTORS, type Premise } from '../premise.js';
import {
  COMPRESSION_BOTTLENECK,
  EFFICIENCY,
  INFORMATION_GAIN,
  NOISE_LOSS,
  PROMPT_ENTROPY_BOUND,
  PROMPT_EXCESS,
} from '../quantities.js';
import { CHANGED_LAMBDA, LAMBDA, NOISE, SYNERGY } from './trials.js';

const { raw } = String;
const notebook = 'informationFlow';

const CHAIN_OF_CURATION: Entry = {
  id: 'chain-appendix-e',
  kind: 'chain',
  role: 'assumption',
  notebook: place(notebook, 'chain-appendix-e'),
  latex: raw`M(p) \to S_{\text{gen}} \to W`,
  statement: 'What the trained model knows of the output, it knows by the synthetic data.',
  claimed: { claim: 'M -> S_gen -> W' },
  facts: [
    {
      says: 'What follows from it is the reverse of (16): W knows at least as much of its training data as of M(p).',
      claim: 'I(S_gen; W) >= I(M; W)',
    },
  ],
};

const E15 = displayedLines({
  number: '15',
  notebook,
  first: { latex: raw`H(S_{\text{gen}})`, terms: 'H(S_gen)' },
  steps: [
    {
      relation: '<=',
      latex: 'H(M(p))',
      terms: 'H(M)',
      statement: 'Synthetic data have at most the entropy of what the model puts out.',
      corrections: NOISE,
    },
  ],
});

const E16 = displayedLines({
  number: '16',
  notebook,
  first: { latex: raw`I(S_{\text{gen}}, W)`, terms: 'I(S_gen; W)' },
  steps: [
    {
      relation: '<=',
      latex: 'I(M(p), W)',
      terms: 'I(M; W)',
      statement:
        'The trained model knows at most as much of the synthetic data as of what the model put out before curation.',
      from: ['eq-15'],
      corrections: NOISE,
    },
  ],
});

const E17 = displayedLines({
  number: '17',
  notebook,
  first: { latex: raw`I(S_{\text{gen}}, W)`, terms: 'I(S_gen; W)' },
  ends: {
    statement: 'As (16): what is lost to the noise is not negative.',
    from: ['eq-16'],
    corrections: NOISE,
  },
  steps: [
    {
      relation: '=',
      latex: raw`I(M(p), W) - \delta_{\epsilon}`,
      terms: `I(M; W) - ${NOISE_LOSS}`,
      role: 'definition',
      statement: 'Defines δ_ε = I(M(p), W) − I(S_gen, W), the information lost to the noise of curation.',
      facts: [
        {
          says: 'δ_ε is never positive: by M(p) → S_gen → W, the noise can only add to what W knows of its training data.',
          claim: `${NOISE_LOSS} <= 0`,
        },
      ],
    },
    {
      relation: '<=',
      latex: 'I(M(p), W)',
      terms: 'I(M; W)',
      statement: 'δ_ε is not negative.',
      from: ['eq-16'],
      corrections: NOISE,
    },
  ],
});

const E18 = displayedLines({
  number: '18',
  notebook,
  first: { latex: 'H(h(e_p))', terms: 'H(h)' },
  steps: [
    {
      relation: '<=',
      latex: 'H(e_p)',
      terms: 'H(e_p)',
      statement: 'A function of e_p has at most its entropy.',
    },
    {
      left: { latex: 'H(g(e_M))', terms: 'H(g)' },
      relation: '<=',
      latex: 'H(e_M)',
      terms: 'H(e_M)',
      statement: 'A function of e_M has at most its entropy.',
    },
  ],
});

/** (19) and (20). */
function dataProcessing(number: string, [f, h]: readonly [string, string], factor: string): Entry[] {
  const printed = `${f}(${factor})`;
  return displayedLines({
    number,
    notebook,
    first: { latex: `I(${printed}, W)`, terms: `I(${h}; W)` },
    ends: { statement: `W knows at most as much of ${printed} as of ${factor}: data processing.` },
    steps: [
      {
        relation: '=',
        latex: `H(${printed}) - H(${printed}|W)`,
        terms: `H(${h}) - H(${h}|W)`,
        statement: 'Mutual information as a difference of entropies (Definition A.5).',
      },
      {
        relation: '<=',
        latex: `H(${factor}) - H(${factor}|W)`,
        terms: `H(${factor}) - H(${factor}|W)`,
        statement: `The same difference is no smaller for ${factor}, though each of its terms is larger.`,
      },
      {
        relation: '=',
        latex: `I(${factor}, W)`,
        terms: `I(${factor}; W)`,
        statement: 'Mutual information as a difference of entropies (Definition A.5).',
      },
    ],
  });
}

const E19 = dataProcessing('19', ['h', 'h'], 'e_p');
const E20 = dataProcessing('20', ['g', 'g'], 'e_M');

/** That M(p) is the sum of Definition 4.1, as a variable of its own. */
const SUM: Premise = { name: 'sum = h(e_p) + g(e_M)', statements: ['sum = f(M)', 'M = f(sum)'] };

const E21 = displayedLines({
  number: '21',
  notebook,
  first: { latex: 'I(M(p), W)', terms: 'I(M; W)' },
  ends: {
    statement: 'W knows at most as much of the output as of e_p and of e_M, one by one.',
    corrections: SYNERGY,
  },
  steps: [
    {
      relation: '=',
      latex: 'I(h(e_p) + g(e_M), W)',
      terms: 'I(sum; W)',
      assuming: [SUM],
      statement: 'The output is the sum of Definition 4.1.',
    },
    {
      left: { latex: 'I(h(e_p) + g(e_M), W)', terms: 'I(M; W)' },
      relation: '<=',
      latex: 'I(h(e_p), W) + I(g(e_M), W)',
      terms: 'I(h; W) + I(g; W)',
      statement: 'What is known of a sum is known of its terms, one by one.',
      corrections: ['I(h; g|W)'],
    },
    {
      relation: '<=',
      latex: 'I(e_p, W) + I(e_M, W)',
      terms: 'I(e_p; W) + I(e_M; W)',
      statement: 'Data processing, (19) and (20), in both terms.',
    },
  ],
});

const [E22] = displayedLines({
  number: '22',
  notebook,
  first: { latex: 'H(e_p)', terms: 'H(e_p)' },
  steps: [
    {
      relation: '<=',
      latex: raw`\lambda I(e_p, M(p))`,
      terms: '0',
      role: 'assumption',
      assuming: [{ name: 'I(e_p, M(p)) = 0', statements: ['e_p _|_ M'] }],
      candidates: [{ name: 'e_p is a function of M(p)', statements: ['e_p = f(M)'] }],
      statement:
        'There is a λ ≥ 1 with H(e_p) ≤ λ I(e_p, M(p)). In one system there is, unless M(p) says nothing of an e_p that is not constant: what is asked here is whether that can be.',
      facts: [
        {
          says: 'Where there is a λ at all, the smallest, H(e_p)/I(e_p, M(p)), is at least 1.',
          claim: 'I(e_p; M) <= H(e_p)',
        },
        {
          says: 'λ = 1 does if e_p can be read off M(p).',
          claim: 'H(e_p) <= I(e_p; M)',
          assuming: [{ name: 'e_p is a function of M(p)', statements: ['e_p = f(M)'] }],
        },
        {
          says: 'It does not follow that there is one from h being injective and e_p, e_M independent.',
          claim: 'H(e_p) <= 0',
          assuming: [{ name: 'I(e_p, M(p)) = 0', statements: ['e_p _|_ M'] }, H_INJECTIVE, INDEPENDENT_FACTORS],
        },
      ],
    },
  ],
});

const LEMMA_E1 = restated(E22, {
  id: 'lemma-e.1',
  kind: 'lemma',
  notebook,
  latex: raw`\lambda \ge 1: \quad H(e_p) \le \lambda I(e_p, M(p))`,
  statement: `Efficiency of prompting, called a lemma and introduced as an assumption. ${E22.statement}`,
});

const REMARK_E1: Entry = {
  id: 'remark-e.1',
  kind: 'remark',
  role: 'statement',
  notebook: place(notebook, 'remark-e.1'),
  latex: raw`\text{a larger } \lambda \text{ indicates a smaller } I(e_p, M(p)) \text{, which implies that the } M(p) \text{ contains more information from the prompt } p`,
  statement: 'A larger λ goes with a smaller I(e_p, M(p)), and so with an output that says more of the prompt.',
  check: promptEfficiencyRemark,
};

const E23 = displayedLines({
  number: '23',
  notebook,
  first: { latex: 'I(M(p), W)', terms: 'I(M; W)' },
  ends: {
    statement: 'What W knows of the output is at most −ΔI + B_syn + H(e_M), without a term for λ.',
    corrections: SYNERGY,
  },
  steps: [
    {
      relation: '<=',
      latex: 'I(e_p, W) + I(e_M, W)',
      terms: 'I(e_p; W) + I(e_M; W)',
      statement: 'The two ends of (21).',
      from: ['eq-21.1', 'eq-21.2', 'eq-21.3'],
      corrections: SYNERGY,
    },
    {
      relation: '=',
      latex: 'H(e_p) - H(e_p|W) + I(e_M, W)',
      terms: 'H(e_p) - H(e_p|W) + I(e_M; W)',
      statement: 'Mutual information as a difference of entropies (Definition A.5).',
    },
    {
      relation: '=',
      latex: 'H(M(p)) - H(M(p)) + H(e_p) - H(e_p|W) + I(e_M, W)',
      terms: 'H(M) - H(M) + H(e_p) - H(e_p|W) + I(e_M; W)',
      statement: 'H(M(p)) added and subtracted.',
    },
    {
      relation: '<=',
      latex: raw`-H(M(p)) + I(e_p, M(p)) - I(e_p, M(p)) + \lambda I(e_p, M(p)) + H(M(p)) - H(e_p|W) + I(e_M, W)`,
      terms: `-H(M) + I(e_p; M) - I(e_p; M) + ${PROMPT_ENTROPY_BOUND} + H(M) - H(e_p|W) + I(e_M; W)`,
      ...LAMBDA,
      statement: 'H(e_p) replaced by λ I(e_p, M(p)), by (22).',
    },
    {
      relation: '<=',
      latex: raw`-\Delta I + I(e_M, W) + H(M(p)) - H(e_p|W) + (\lambda - 1) I(e_p, M(p))`,
      terms: `-${INFORMATION_GAIN} + I(e_M; W) + H(M) - H(e_p|W) + ${PROMPT_EXCESS}`,
      ...LAMBDA,
      statement: 'I(e_p, M(p)) replaced by I(h(e_p), M(p)), which makes −H(M(p)) + I(e_p, M(p)) into −ΔI.',
      corrections: ['I(e_p; M|h)', 'I(e_p; e_M)'],
    },
    {
      relation: '<=',
      latex: raw`-\Delta I + B_{\text{syn}} + H(e_M)`,
      terms: `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M)`,
      ...LAMBDA,
      statement: 'H(M(p)) − H(e_p|W) + (λ − 1) I(e_p, M(p)) is at most I(e_p, W) + H(e_M): the term with λ is dropped.',
      corrections: ['H(slack)'],
    },
  ],
});

const [E24] = displayedLines({
  number: '24',
  notebook,
  first: { latex: 'H(M(p)) - H(e_p)', terms: 'H(M) - H(e_p)' },
  steps: [
    {
      relation: '<=',
      latex: 'H(e_M)',
      terms: 'H(e_M)',
      statement: 'The output has at most the entropies of the two factors together.',
    },
  ],
});

const LEMMA_E2 = restated(E24, {
  id: 'lemma-e.2',
  kind: 'lemma',
  notebook,
  latex: raw`H(M(p)) - H(e_p) \le H(e_M)`,
  statement: `Entropy gap upper bound. ${E24.statement}`,
});

const E25 = displayedLines({
  number: '25',
  notebook,
  first: { latex: 'H(M(p)) - H(e_p)', terms: 'H(M) - H(e_p)' },
  ends: { statement: 'Lemma E.2.' },
  steps: [
    {
      relation: '=',
      latex: 'H(h(e_p) + g(e_M)) - H(e_p)',
      terms: 'H(sum) - H(e_p)',
      assuming: [SUM],
      statement: 'The output is the sum of Definition 4.1.',
    },
    {
      left: { latex: 'H(h(e_p) + g(e_M)) - H(e_p)', terms: 'H(M) - H(e_p)' },
      relation: '<=',
      latex: 'H(e(p)) + H(g(e_M)) - H(e_p)',
      terms: 'H(e_p) + H(g) - H(e_p)',
      statement:
        'A sum has at most the entropies of its terms. "H(e(p))" is read as H(e_p); with H(h(e_p)) it holds, too.',
      facts: [
        {
          says: 'With H(h(e_p)) for the printed "H(e(p))".',
          claim: 'H(M) - H(e_p) <= H(h) + H(g) - H(e_p) <= H(e_p) + H(e_M) - H(e_p)',
        },
      ],
    },
    {
      relation: '<=',
      latex: 'H(e_p) + H(e_M) - H(e_p)',
      terms: 'H(e_p) + H(e_M) - H(e_p)',
      statement: 'A function of e_M has at most its entropy, (18).',
    },
    {
      relation: '=',
      latex: 'H(e_M)',
      terms: 'H(e_M)',
      statement: 'H(e_p) cancels.',
    },
  ],
});

const E26 = displayedLines({
  number: '26',
  notebook,
  first: { latex: 'I(M(p), W)', terms: 'I(M; W)' },
  ends: {
    ...LAMBDA,
    statement: 'What W knows of the output is at most −ΔI + B_syn + H(e_M) + (λ − 1) I(e_p, M(p)).',
    from: ['eq-23.1'],
    corrections: CHANGED_LAMBDA,
  },
  steps: [
    {
      ...LAMBDA,
      relation: '<=',
      latex: raw`-\Delta I + I(e_M, W) + H(M(p)) - H(e_p|W) + (\lambda - 1) I(e_p, M(p))`,
      terms: `-${INFORMATION_GAIN} + I(e_M; W) + H(M) - H(e_p|W) + ${PROMPT_EXCESS}`,
      statement: 'The first five lines of (23).',
      from: ['eq-23.1', 'eq-23.5'],
      corrections: ['I(e_p; e_M|W)'],
    },
    {
      ...LAMBDA,
      relation: '<=',
      latex: raw`-\Delta I + B_{\text{syn}} - I(e_p, W) + H(M(p)) - H(e_p|W) + (\lambda - 1) I(e_p, M(p))`,
      terms: `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} - I(e_p; W) + H(M) - H(e_p|W) + ${PROMPT_EXCESS}`,
      statement: 'B_syn − I(e_p, W) is I(e_M, W), so that this is an equation.',
    },
    {
      ...LAMBDA,
      relation: '=',
      latex: raw`-\Delta I + B_{\text{syn}} + H(M(p)) - H(e_p) + (\lambda - 1) I(e_p, M(p))`,
      terms: `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(M) - H(e_p) + ${PROMPT_EXCESS}`,
      statement: 'I(e_p, W) + H(e_p|W) is H(e_p).',
    },
    {
      ...LAMBDA,
      relation: '<=',
      latex: raw`-\Delta I + B_{\text{syn}} + H(e_M) + (\lambda - 1) I(e_p, M(p))`,
      terms: `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) + ${PROMPT_EXCESS}`,
      statement: 'Lemma E.2.',
    },
  ],
});

const E27 = displayedLines({
  number: '27',
  notebook,
  first: { latex: raw`I(S_{\text{gen}}, W)`, terms: 'I(S_gen; W)' },
  ends: { ...LAMBDA, statement: 'Lemma 4.5.', from: ['eq-26'], corrections: CHANGED_LAMBDA },
  steps: [
    {
      relation: '=',
      latex: raw`I(M(p), W) - \delta_{\epsilon}`,
      terms: `I(M; W) - ${NOISE_LOSS}`,
      statement: 'The definition of δ_ε in (17).',
    },
    {
      ...LAMBDA,
      relation: '<=',
      latex: raw`-\Delta I + B_{\text{syn}} + H(e_M) + (\lambda - 1) I(e_p, M(p)) - \delta_{\epsilon}`,
      terms: `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) + ${PROMPT_EXCESS} - ${NOISE_LOSS}`,
      statement: 'The two ends of (26), less δ_ε.',
      from: ['eq-26'],
      corrections: CHANGED_LAMBDA,
    },
    {
      ...LAMBDA,
      relation: '<=',
      latex: raw`-\Delta I + B_{\text{syn}} + H(e_M) + \delta_{\epsilon,p}`,
      terms: `-${INFORMATION_GAIN} + ${COMPRESSION_BOTTLENECK} + H(e_M) + ${EFFICIENCY}`,
      statement: 'Defines δ_{ε,p} = (λ − 1) I(e_p, M(p)) − δ_ε, so that this is an equation.',
    },
  ],
});

/** Appendix E, the proof of Lemma 4.5. */
export const APPENDIX_E: readonly Entry[] = [
  CHAIN_OF_CURATION,
  ...E15,
  ...E16,
  ...E17,
  ...E18,
  ...E19,
  ...E20,
  ...E21,
  LEMMA_E1,
  E22,
  REMARK_E1,
  ...E23,
  LEMMA_E2,
  E24,
  ...E25,
  ...E26,
  ...E27,
];
