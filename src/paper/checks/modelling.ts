import { cantorMap } from '../../density/cantor-map.js';
import { changeOfVariables, type Diffeomorphism } from '../../density/change-of-variables.js';
import { differentialEntropy } from '../../density/differential-entropy.js';
import { uniformDensity } from '../../density/uniform-density.js';
import { totalVariationDistance } from '../../information/divergence.js';
import { FiniteDistribution } from '../../information/finite-distribution.js';
import { holds } from '../../information/holds.js';
import { GaussianMixture } from '../../mixture/gaussian-mixture.js';
import { exp } from '../../numeric/exponential.js';
import { ln } from '../../numeric/logarithm.js';
import { square } from '../../numeric/power.js';
import type { Computed, Evidence } from '../finding.js';
import { GENERATING_PROCESS } from '../premise.js';
import { computed, evidence } from './computed.js';
import { mirror } from './terms.js';

const STANDARD_NORMAL = new GaussianMixture({ weights: [1], means: [[0]], covariances: [[[1]]] });
const EXPONENTIAL: Diffeomorphism = {
  forward: ([x]) => [exp(1 + x)],
  inverse: ([y]) => [y > 0 ? ln(y) - 1 : Number.NaN],
  logAbsDetJacobian: ([x]) => 1 + x,
};

/** Points between which the formula is added up, for a map onto [0, 1]. */
const CELLS = 1000;

/** What the formula gives all prompts together where φ is reversible and continuous, and no diffeomorphism. */
function massWithoutDerivative(): number {
  const centres = Array.from({ length: CELLS }, (_, i) => (i + 1 / 2) / CELLS);
  const density = changeOfVariables(uniformDensity(0, 2), cantorMap).logDensity(centres);
  return density.reduce((sum, log) => sum + exp(log) / CELLS, 0);
}

/** The density of p = φ(S_anchor). */
export function promptDensity(): Evidence<Computed> {
  const density = changeOfVariables(STANDARD_NORMAL, EXPONENTIAL);
  const points = [0.1, 0.5, 1, 2, 5];
  const logDensities = density.logDensity(points);
  // Log-normal, in closed form.
  const errors = points.map((y, i) => {
    const expected = -square(ln(y) - 1) / 2 - ln(y) - ln(2 * Math.PI) / 2;
    return Math.abs(logDensities[i] - expected);
  });
  const anchor = differentialEntropy(STANDARD_NORMAL, { method: 'quadrature' });
  const prompt = differentialEntropy(density, { method: 'quadrature' });
  const largest = Math.max(...errors);
  const mass = massWithoutDerivative();
  return evidence(
    computed(largest < 1e-12, {
      reading: 'φ differentiable both ways, and S_anchor with a density',
      because:
        'the change of variables, here for the exponential of a normal variable; "reversible" alone gives no Jacobian',
      numbers: { 'largest error of log f': largest },
      cases: points.length,
    }),
    {
      readings: [
        computed(Math.abs(anchor - prompt) < 1e-6, {
          reading: 'p has the entropy of S_anchor, being a reversible function of it',
          because: 'true of Shannon entropy; differential entropy changes by E log |det ∂φ/∂x|',
          numbers: { 'h(S_anchor)': anchor, 'h(p)': prompt },
        }),
        computed(Math.abs(mass - 1) < 1e-9, {
          reading: 'φ reversible, and continuous both ways, no more',
          because:
            'φ may take half of the anchor data to Cantor’s set, of length 0: then p has no density, and the formula finds the other half only',
          numbers: { 'probability that the formula adds up to': mass },
        }),
      ],
    },
  );
}

const BIT = [
  [0, 1 / 2],
  [1, 1 / 2],
] as const;

/** S_gen = M(p) + ε on Z_3, with ε that depends on M(p) or not; the law of M(p), and of ε, depends on p. */
function curated(noiseDependsOnOutput: boolean): FiniteDistribution {
  return FiniteDistribution.empty()
    .source('p', BIT)
    .channel('M', ['p'], (p) => [
      [p, 2 / 3],
      [2, 1 / 3],
    ])
    .channel('epsilon', noiseDependsOnOutput ? ['M'] : ['p'], (x) =>
      noiseDependsOnOutput
        ? [[(3 - x) % 3, 1]]
        : [
            [0, 3 / 4],
            [1 + x, 1 / 4],
          ],
    )
    .map('S_gen', ['M', 'epsilon'], (m, noise) => (m + noise) % 3);
}

/** TV between the law of S_gen given p and the convolution of those of M(p) and ε, the greater for the two p. */
function distanceFromConvolution(system: FiniteDistribution): number {
  return Math.max(...[0, 1].map((p) => distanceInLaw(system.given({ p }))));
}

/** The same of their laws over all prompts. */
function distanceInLaw(system: FiniteDistribution): number {
  const law = (name: string) => [0, 1, 2].map((value) => system.probability({ [name]: value }));
  const [output, noise] = [law('M'), law('epsilon')];
  const convolution = [0, 1, 2].map((s) => output.reduce((sum, q, m) => sum + q * noise[(s - m + 3) % 3], 0));
  return totalVariationDistance(law('S_gen'), convolution);
}

/** D_gen(M, p) = D_M(·|p) * D_ε. */
export function curationConvolution(): Evidence<Computed> {
  const dependent = distanceFromConvolution(curated(true));
  const independent = distanceFromConvolution(curated(false));
  const overPrompts = distanceInLaw(curated(false));
  return evidence(
    computed(dependent < 1e-12, {
      reading: 'S_gen = M(p) + ε',
      because: 'for noise that depends on the output, such as curation that replaces all data by one value, ε = −M(p)',
      numbers: { 'TV from the convolution': dependent },
    }),
    {
      readings: [
        computed(overPrompts < 1e-12, {
          reading: 'the laws over all prompts, where ε is independent of M(p) given p',
          because: 'where both depend on the prompt, they depend on each other',
          numbers: { 'TV from the convolution': overPrompts },
        }),
      ],
      premises: [
        computed(holds('epsilon _|_ M | p', curated(false)) && independent < 1e-12, {
          reading: 'ε is independent of M(p) given p',
          because: 'the law of a sum of independent variables is the convolution of their laws',
          numbers: { 'TV from the convolution': independent },
          cases: 2,
        }),
      ],
    },
  );
}

/** p = φ(S_anchor), and its law, for data of any kind: the law of p is that of S_anchor under φ. */
export function promptLaw(): Evidence<Computed> {
  const system = FiniteDistribution.empty()
    .source('S_anchor', [
      [0, 1 / 2],
      [1, 1 / 3],
      [2, 1 / 6],
    ])
    .map('p', ['S_anchor'], (anchor) => ['who', 'what', 'where'][anchor]);
  const reversible = ['p = f(S_anchor)', 'S_anchor = f(p)'].every((statement) => holds(statement, system));
  const agrees = ['who', 'what', 'where'].every((p, i) => {
    return system.probability({ p }) === system.probability({ S_anchor: i });
  });
  return evidence(
    computed(reversible && agrees, {
      reading: 'φ a bijection onto the prompts',
      because: 'well defined: each prompt has the probability of the anchor data that it is made of',
      cases: 3,
    }),
  );
}

/** M(p) ~ D_M(·|p), a Markov kernel from prompts to outputs. */
export function outputLaw(): Evidence<Computed> {
  const system = curated(false);
  const totals = [0, 1].map((p) => {
    const given = system.given({ p });
    return [0, 1, 2].reduce((sum, m) => sum + given.probability({ M: m }), 0);
  });
  return evidence(
    computed(
      totals.every((total) => Math.abs(total - 1) < 1e-12),
      {
        reading: 'a Markov kernel from prompts to outputs',
        because: 'well defined: a distribution for each prompt; what the figures call D_M is its mixture over prompts',
        cases: totals.length,
      },
    ),
  );
}

/** Figure 1: anchor data, prompt, output and synthetic data, and their laws. */
export function figure1Evidence(): Evidence<Computed> {
  const system = mirror();
  const satisfied = GENERATING_PROCESS.statements.filter((statement) => holds(statement, system));
  return evidence(
    computed(satisfied.length === GENERATING_PROCESS.statements.length, {
      reading: 'copy-or-explore, the discrete mirror of the simulation',
      because: 'an illustration of the generating process: this system has every step of it',
      numbers: { 'premises of the process': satisfied.length },
    }),
  );
}
