import { LearningProblem } from '../../learning/learning-problem.js';
import { decomposeError, type ErrorDecomposition } from '../bounds/error-decomposition.js';
import { type RiskDifference, riskDifference } from '../bounds/risk-difference.js';
import type { Computed, Evidence } from '../finding.js';
import { once } from '../once.js';
import { evidence, onAll, type Sides } from './computed.js';

/** A case of Lemma 3.1, and of (12) for the laws of the task and the model. */
interface Case {
  readonly decomposition: ErrorDecomposition;
  readonly difference: RiskDifference;
}

/** What a loss may be: as the printed proof uses it, and as losses usually are. */
const BOUNDED = { reading: '|ℓ| <= C', cases: once(() => enumerate([-1, 0, 1])) };
const NON_NEGATIVE = { reading: 'ℓ >= 0', cases: once(() => enumerate([0, 1 / 2, 1])) };
type LossRange = typeof BOUNDED;

const HOLDS_UP_TO = 1e-12;

/** Losses with these values and laws in quarters on two instances, and the training errors of two points: all there are. */
function enumerate(values: readonly number[]): Case[] {
  const laws = [0, 1, 2, 3, 4].map((quarters) => [quarters / 4, 1 - quarters / 4]);
  const losses = values.flatMap((first) => values.map((second) => [first, second]));
  return losses.flatMap(([first, second]) => {
    const loss = (_: number, instance: number) => (instance === 0 ? first : second);
    const problem = new LearningProblem({ instances: [0, 1], hypotheses: [0], loss });
    return laws.flatMap((task) =>
      laws.flatMap((model) => {
        const difference = riskDifference(problem, 0, task, model);
        return laws.flatMap((generated) =>
          [first, (first + second) / 2, second].map((empiricalRisk) => ({
            decomposition: decomposeError(problem, 0, empiricalRisk, { task, model, generated }),
            difference,
          })),
        );
      }),
    );
  });
}

function on({ reading, cases }: LossRange, sides: (of: Case) => Sides, because: string, as = reading): Computed {
  return onAll(cases().map(sides), as, because);
}

/** With the oscillation of the loss for C. */
const SHARP = () =>
  on(
    BOUNDED,
    ({ decomposition }) => decomposition.sharp,
    'risks under two laws differ by at most (max ℓ − min ℓ)·TV, and a loss that is greatest where one law exceeds the other attains it',
    'max ℓ − min ℓ in place of C',
  );

/** (1), and the two ends of (14): Lemma 3.1. */
export function errorBound(): Evidence<Computed> {
  const printed = ({ decomposition }: Case) => decomposition.printed;
  return evidence(
    on(
      BOUNDED,
      printed,
      'by a factor of up to 2, as for a loss of −C on all of 𝒟_gen and C on all of 𝒟: risks may differ by 2C·TV',
    ),
    {
      premises: [
        on(
          NON_NEGATIVE,
          printed,
          'risks differ by at most (max ℓ − min ℓ)·TV, which is at most C·TV for a loss in [0, C]',
        ),
      ],
      instead: [
        SHARP(),
        on(
          BOUNDED,
          ({ decomposition }) => decomposition.direct,
          'it is never more than the sum: the law of the model makes no difference to the error',
          'max ℓ − min ℓ in place of C, and TV(𝒟, 𝒟_gen) in place of the sum of the two distances',
        ),
      ],
    },
  );
}

/** The relations of (14), the first of which is (11). */
export function decompositionLine(line: 1 | 2 | 3): Evidence<Computed> {
  const relation = ({ decomposition }: Case) => decomposition.lines[line - 1];
  if (line === 1) return evidence(on(BOUNDED, relation, 'the triangle inequality'));
  if (line === 3) return evidence(on(BOUNDED, relation, 'C taken out of the sum'));
  return evidence(
    on(
      BOUNDED,
      relation,
      '(12) and (13) show as much with 2C·TV, since C·∫|p − q| is that; a loss from −C to C needs the 2, which is lost where ≲ becomes ≤',
    ),
    {
      premises: [
        on(
          NON_NEGATIVE,
          relation,
          'not by way of (12), but since p − q sums to zero: the constant is max ℓ − min ℓ, which is at most C',
        ),
      ],
      instead: [SHARP()],
    },
  );
}

const TRIVIAL = [
  'a difference of two means of one loss',
  'the absolute value taken inside of the integral',
  '|ℓ| <= C at every point',
];

/** The relations of (12), and of (13), which says the same of two other laws. */
export function riskDifferenceLine(line: 1 | 2 | 3 | 4): Evidence<Computed> {
  const relation = ({ difference }: Case): Sides => difference.lines[line - 1];
  if (line < 4) return evidence(on(BOUNDED, relation, TRIVIAL[line - 1]));
  return evidence(
    on(
      BOUNDED,
      (of) => upToTwo(relation(of)),
      'by Definition A.4 the left side is 2C·TV, exactly: the constant is 2',
      '≲ leaves a constant open',
    ),
    { readings: [on(BOUNDED, relation, '2C·TV against C·TV, as soon as the two laws differ', '≲ read as ≤')] },
  );
}

/** The two ends of (12) and of (13). */
export function riskDifferenceEnds(): Evidence<Computed> {
  const ends = ({ difference: { lines } }: Case): Sides => {
    const [left, right] = [lines[0].left, lines[3].right];
    return { left, right, holds: left <= right + HOLDS_UP_TO };
  };
  return evidence(
    on(BOUNDED, (of) => upToTwo(ends(of)), 'with the constant 2, as the lines show', '≲ leaves a constant open'),
    {
      readings: [
        on(NON_NEGATIVE, ends, 'the 2 that the lines cost is not needed', '≲ read as ≤, for 0 <= ℓ <= C'),
        on(BOUNDED, ends, 'by a factor of up to 2', '≲ read as ≤, for |ℓ| <= C'),
      ],
    },
  );
}

function upToTwo({ left, right }: Sides): Sides {
  return { left, right: 2 * right, holds: left <= 2 * right + HOLDS_UP_TO };
}
