import { relativeEntropy, totalVariationDistance } from '../../information/divergence.js';
import type { EntropySystem } from '../../information/entropy-system.js';
import { evaluate } from '../../information/evaluate.js';
import { FiniteDistribution } from '../../information/finite-distribution.js';
import { holds } from '../../information/holds.js';
import { LinearCode } from '../../information/linear-code.js';
import { LinearGaussian } from '../../information/linear-gaussian.js';
import { ln } from '../../numeric/logarithm.js';
import type { Computed, Evidence } from '../finding.js';
import { GENERATING_PROCESS } from '../premise.js';
import { COMPRESSION_BOTTLENECK, GGMI, INFORMATION_GAIN } from '../quantities.js';
import { computed, evidence } from './computed.js';
import { TO_MODEL, TO_PROMPT } from './splits.js';
import { mirror } from './terms.js';

/** Values in floating point that are equal up to rounding. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-12;
}

function bits(expression: string, system: EntropySystem): number {
  return evaluate(expression, system) / Math.LN2;
}

/** Laws of three values, in quarters. */
const LAWS = Array.from({ length: 5 }, (_, a) =>
  Array.from({ length: 5 - a }, (_, b) => [a / 4, b / 4, (4 - a - b) / 4]),
).flat();
const PAIRS = LAWS.flatMap((p) => LAWS.map((q) => [p, q] as const));

/** A bit Y that is 0 with this probability, and X with one law or the other, by Y. */
function dependent(probability: number, [p, q]: (typeof PAIRS)[number]): FiniteDistribution {
  return FiniteDistribution.empty()
    .source('Y', [
      [0, probability],
      [1, 1 - probability],
    ])
    .channel('X', ['Y'], (y) => (y === 0 ? p : q).map((share, x) => [x, share] as const));
}

/** Definition A.1. */
export function entropyDefinition(): Evidence<Computed> {
  const entropies = LAWS.map((law) =>
    FiniteDistribution.fromTable(
      ['X'],
      law.map((p, x) => [[x], p]),
    ).entropy(['X']),
  );
  const narrow = LinearGaussian.empty().source('X', 0.01).entropy(['X']);
  return evidence(
    computed(
      entropies.every((entropy) => entropy >= 0 && entropy <= ln(3) + 1e-12),
      {
        reading: 'a discrete variable',
        because: 'well defined, and between 0 and log of the number of values; 0 log 0 is 0',
        numbers: { greatest: Math.max(...entropies) },
        cases: LAWS.length,
      },
    ),
    {
      readings: [
        computed(narrow >= 0, {
          reading: 'as an amount of information also for a variable with a density',
          because:
            'differential entropy may be negative, as for a normal variable of variance 0.01, and changes with the unit',
          numbers: { 'h(X)': narrow },
        }),
      ],
    },
  );
}

/** Definition A.2, by the chain rule. */
export function conditionalEntropyDefinition(): Evidence<Computed> {
  const cases = PAIRS.map((laws) => {
    const system = dependent(1 / 4, laws);
    const direct = -system.outcomes().reduce((sum, { values, probability }) => {
      return sum + probability * ln(probability / system.probability({ Y: values.Y }));
    }, 0);
    return Math.abs(direct - evaluate('H(X|Y)', system));
  });
  return evidence(
    computed(
      cases.every((error) => close(error, 0)),
      {
        reading: 'discrete variables',
        because: 'well defined, and H(X, Y) − H(Y)',
        numbers: { 'largest error': Math.max(...cases) },
        cases: cases.length,
      },
    ),
  );
}

/** Definition A.3. */
export function relativeEntropyDefinition(): Evidence<Computed> {
  const covered = PAIRS.filter(([p, q]) => p.every((probability, i) => probability === 0 || q[i] > 0));
  const values = covered.map(([p, q]) => relativeEntropy(p, q));
  return evidence(
    computed(
      values.every((value) => Number.isFinite(value) && value >= 0),
      {
        reading: 'q > 0 wherever p > 0',
        because: 'well defined and not negative where q excludes nothing that p allows; otherwise infinite',
        numbers: { greatest: Math.max(...values) },
        cases: values.length,
      },
    ),
  );
}

/** Definition A.4: the supremum over events against half the sum. */
export function totalVariationDefinition(): Evidence<Computed> {
  const errors = PAIRS.map(([p, q]) => {
    const events = Array.from({ length: 8 }, (_, event) => {
      return Math.abs(p.reduce((sum, probability, i) => sum + ((event >> i) & 1) * (probability - q[i]), 0));
    });
    return Math.abs(Math.max(...events) - totalVariationDistance(p, q));
  });
  return evidence(
    computed(
      errors.every((error) => close(error, 0)),
      {
        reading: 'A ⊆ E for the printed A ∈ E',
        because: 'both forms agree: the event where p exceeds q attains the supremum',
        numbers: { 'largest error': Math.max(...errors) },
        cases: errors.length,
      },
    ),
  );
}

/** Definition A.5. */
export function mutualInformationDefinition(): Evidence<Computed> {
  const cases = PAIRS.map((laws) => {
    const system = dependent(1 / 2, laws);
    const [one, other] = ['H(X) - H(X|Y)', 'H(Y) - H(Y|X)'].map((expression) => evaluate(expression, system));
    return { one, other };
  });
  return evidence(
    computed(
      cases.every(({ one, other }) => close(one, other) && one >= -1e-12),
      {
        reading: 'discrete variables',
        because: 'well defined, symmetric and not negative; infinite for a continuous variable and itself',
        numbers: { greatest: Math.max(...cases.map(({ one }) => one)) },
        cases: cases.length,
      },
    ),
  );
}

/** Definition 4.1. */
export function syntheticFactorsDefinition(): Evidence<Computed> {
  const systems = [TO_PROMPT, TO_MODEL];
  return evidence(
    computed(
      systems.every((system) => GENERATING_PROCESS.statements.every((statement) => holds(statement, system))),
      {
        reading: 'generating process',
        because:
          'can always be met, also by h = M(p), g = 0, and by h = 0, g = M(p): M(p) does not say which, and ΔI is 0 in one case and H(M(p)) in the other',
        numbers: {
          'ΔI in bits, all put down to the prompt': bits(INFORMATION_GAIN, TO_PROMPT),
          'ΔI in bits, all put down to the model': bits(INFORMATION_GAIN, TO_MODEL),
        },
        cases: systems.length,
      },
    ),
  );
}

/** Definition 4.2 and (2). */
export function informationGainDefinition(): Evidence<Computed> {
  const gains = [0, 0.25, 0.5, 0.75, 1].map((exploration) => {
    return evaluate(INFORMATION_GAIN, mirror({ exploration }));
  });
  const densities = LinearGaussian.empty().source('h', 1).source('g', 0.01).linear('M', { h: 1, g: 1 });
  const gaussian = evaluate(INFORMATION_GAIN, densities);
  return evidence(
    computed(
      gains.every((gain) => gain >= -1e-12),
      {
        reading: 'discrete variables',
        because: 'well defined for a given split of M(p), and H(M(p)|h(e_p)): not negative',
        numbers: { least: Math.min(...gains), greatest: Math.max(...gains) },
        cases: gains.length,
      },
    ),
    {
      readings: [
        computed(gaussian >= 0, {
          reading: 'differential entropy, as an amount of information',
          because: 'for densities ΔI is h(g(e_M)|h(e_p)), which may be negative and changes with the unit',
          numbers: { ΔI: gaussian },
        }),
      ],
    },
  );
}

/** Definition 4.3 and (3). */
export function bottleneckDefinition(): Evidence<Computed> {
  const together = 'I(e_p, e_M; W)';
  const synergy = new LinearCode({ e_p: ['a'], e_M: ['b'], W: ['a + b'] });
  const redundancy = new LinearCode({ e_p: ['a'], e_M: ['a'], W: ['a'] });
  const [less, more] = [synergy, redundancy].map((system) => bits(`${COMPRESSION_BOTTLENECK} - ${together}`, system));
  return evidence(
    computed(less < 0 && more > 0, {
      reading: 'discrete variables',
      because:
        'well defined; it may be less than what W knows of e_p and e_M together (W = e_p + e_M), and more (e_p = e_M = W)',
      numbers: { 'B_syn − I(e_p, e_M; W) in bits, synergy': less, 'and redundancy': more },
      cases: 2,
    }),
  );
}

/** Definition 4.9 and (9). */
export function ggmiDefinition(): Evidence<Computed> {
  const values = [0, 0.5, 1].map((erasure) => evaluate(GGMI, mirror({ erasure })));
  return evidence(
    computed(values[0] < 0 && values[1] > values[0] && values[2] > 0, {
      reading: 'discrete variables',
      because: 'well defined, and of either sign; greatest where training on S_gen learns nothing',
      numbers: { least: values[0], greatest: values[2] },
      cases: values.length,
    }),
  );
}

/** Figure 3: what synthetic generation has that a classical process has not. */
export function figure3Evidence(): Evidence<Computed> {
  const system = mirror();
  const gained = evaluate('I(e_M; S_gen|S_anchor)', system);
  const entropies = { 'H(S_anchor)': evaluate('H(S_anchor)', system), 'H(S_gen)': evaluate('H(S_gen)', system) };
  return evidence(
    computed(gained > 0 && entropies['H(S_gen)'] > entropies['H(S_anchor)'], {
      reading: 'copy-or-explore, the discrete mirror of the simulation',
      because: 'an illustration: S_gen can have more entropy than S_anchor, and say of e_M what S_anchor does not',
      numbers: { ...entropies, 'I(e_M; S_gen|S_anchor)': gained },
    }),
  );
}
