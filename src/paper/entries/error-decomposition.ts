import {
  decompositionLine,
  errorBound,
  riskDifferenceEnds,
  riskDifferenceLine,
} from '../checks/error-decomposition.js';
import { displayedLines, restated } from '../displayed-lines.js';
import type { Entry } from '../entry.js';

const { raw } = String;
const notebook = 'errorDecomposition';

const ERROR = raw`\mathrm{Err}(\pi^{S_{\text{gen}}})`;
const risk = (law: string) => raw`R_{\mathcal{D}${law}}(\pi^{S_{\text{gen}}})`;
const [ON_TASK, ON_MODEL, ON_GENERATED] = ['', '_M', raw`_{\text{gen}}`].map(risk);
const EMPIRICAL = raw`\widehat{R}_{S_{\text{gen}}}(\pi^{S_{\text{gen}}})`;
const between = (one: string, other: string) => raw`\left| ${one} - ${other} \right|`;
const GENERALIZATION = between(ON_GENERATED, EMPIRICAL);
const THREE_DIFFERENCES = `${between(ON_TASK, ON_MODEL)} + ${between(ON_MODEL, ON_GENERATED)} + ${GENERALIZATION}`;
const TASK_DIVERGENCE = raw`D_{\mathrm{TV}}(\mathcal{D}, \mathcal{D}_M)`;
const GENERATION_DIVERGENCE = raw`D_{\mathrm{TV}}(\mathcal{D}_M, \mathcal{D}_{\text{gen}})`;

const [E1] = displayedLines({
  number: '1',
  notebook,
  first: { latex: ERROR },
  steps: [
    {
      relation: '<=',
      latex: raw`C \left( ${TASK_DIVERGENCE} + ${GENERATION_DIVERGENCE} \right) + ${GENERALIZATION}`,
      statement:
        'The error on the task is at most C times two distances, of the model from the task and of the synthetic data from the model, plus the generalization error on synthetic data.',
      check: errorBound,
    },
  ],
});

/** Lemma 3.1. */
export const LEMMA_31: readonly Entry[] = [
  restated(E1, {
    id: 'lemma-3.1',
    kind: 'lemma',
    notebook,
    latex: raw`${ERROR} \le C \left( ${TASK_DIVERGENCE} + ${GENERATION_DIVERGENCE} \right) + ${GENERALIZATION}`,
    statement: E1.statement,
  }),
  E1,
];

const E11 = displayedLines({
  number: '11',
  notebook,
  first: { latex: ERROR },
  steps: [
    {
      relation: '<=',
      latex: THREE_DIFFERENCES,
      statement: 'The error is at most the sum of three differences.',
      check: () => decompositionLine(1),
    },
  ],
});

/** (12) and (13). */
function riskDifference(
  number: string,
  [one, other]: readonly [string, string],
  [p, q]: readonly [string, string],
): Entry[] {
  const loss = raw`\ell(\pi^{S_{\text{gen}}}, \mathbf{z})`;
  const difference = raw`\left( \mathbb{P}_{${p}}(\mathbf{z}) - \mathbb{P}_{${q}}(\mathbf{z}) \right)`;
  return displayedLines({
    number,
    notebook,
    first: { latex: between(one, other) },
    ends: {
      statement: 'The risks of a hypothesis under two laws differ by at most C times their distance, up to a constant.',
      check: riskDifferenceEnds,
    },
    steps: [
      {
        relation: '=',
        latex: raw`\left| \int_{\mathbf{z}} ${loss} ${difference} d\mathbf{z} \right|`,
        statement: 'Risks are means of the loss.',
        check: () => riskDifferenceLine(1),
      },
      {
        relation: '<=',
        latex: raw`\int_{\mathbf{z}} \left| ${loss} ${difference} \right| d\mathbf{z}`,
        statement: 'The absolute value goes inside of the integral.',
        check: () => riskDifferenceLine(2),
      },
      {
        relation: '<=',
        latex: raw`C \int_{\mathbf{z}} \left| \mathbb{P}_{${p}}(\mathbf{z}) - \mathbb{P}_{${q}}(\mathbf{z}) \right|`,
        statement: 'The loss is bounded by C.',
        check: () => riskDifferenceLine(3),
      },
      {
        relation: '<=',
        sign: raw`\lesssim`,
        latex: raw`C D_{\mathrm{TV}}(${p}, ${q})`,
        statement: 'The integral is at most a constant times the total variation distance.',
        check: () => riskDifferenceLine(4),
      },
    ],
  });
}

const E12 = riskDifference('12', [ON_TASK, ON_MODEL], [raw`\mathcal{D}`, raw`\mathcal{D}_M`]);
const E13 = riskDifference('13', [ON_MODEL, ON_GENERATED], [raw`\mathcal{D}_M`, raw`\mathcal{D}_{\text{gen}}`]);

const E14 = displayedLines({
  number: '14',
  notebook,
  first: { latex: ERROR },
  ends: { statement: 'Lemma 3.1.', check: errorBound },
  steps: [
    {
      relation: '<=',
      latex: THREE_DIFFERENCES,
      statement: '(11).',
      check: () => decompositionLine(1),
    },
    {
      relation: '<=',
      latex: `C ${TASK_DIVERGENCE} + C ${GENERATION_DIVERGENCE} + ${GENERALIZATION}`,
      statement: '(12) and (13), with the constant that ≲ leaves open taken for 1.',
      check: () => decompositionLine(2),
    },
    {
      relation: '=',
      latex: raw`C \left( ${TASK_DIVERGENCE} + ${GENERATION_DIVERGENCE} \right) + ${GENERALIZATION}`,
      statement: 'C taken out.',
      check: () => decompositionLine(3),
    },
  ],
});

/** Appendix D. */
export const APPENDIX_D: readonly Entry[] = [...E11, ...E12, ...E13, ...E14];
