import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { ln } from '../numeric/logarithm.js';
import type { Density } from './density.js';
import type { Functional } from './functional.js';
import { singleGaussian } from './gaussian.js';
import { type ByMethod, type ByMonteCarlo, evaluateBy } from './methods.js';
import type { MonteCarloEstimate } from './monte-carlo.js';

const DIFFERENTIAL_ENTROPY: Functional = {
  name: 'the differential entropy',
  from: 'p',
  g: (logP) => -logP,
  range: [-Infinity, Infinity],
};
const LOG_2PI_E = ln(2 * Math.PI * Math.E);

/**
 * Differential entropy −∫ p log p in nats (Definition A.1), by one of these methods:
 *
 * - `'quadrature'`: to 1e-10 in one dimension and 1e-7 in two.
 * - `'monte-carlo'`: the mean of −log p at points drawn from p, with its standard error; unbiased, in any dimension.
 * - `'closed-form'`: for single Gaussians, ½ log |2πe Σ|.
 *
 * @throws RangeError if the method is unknown, quadrature is asked for in more than 2 dimensions, or a closed form for
 *   several components
 * @throws TypeError if p is no density, an option is unknown, or Monte Carlo has no rng
 */
export function differentialEntropy(p: Density, options: ByMonteCarlo): MonteCarloEstimate;
export function differentialEntropy(p: Density, options: ByMethod<'quadrature'>): number;
export function differentialEntropy(p: GaussianMixture, options: ByMethod<'closed-form' | 'quadrature'>): number;
export function differentialEntropy(p: Density, options: ByMethod<string>): number | MonteCarloEstimate {
  return evaluateBy('differentialEntropy', options, DIFFERENTIAL_ENTROPY, { 'closed-form': closedForm }, [p, p]);
}

function closedForm(p: GaussianMixture): number {
  const { factor, mean } = singleGaussian('p', p);
  const d = mean.length;
  return mean.reduce((sum, _, i) => sum + ln(factor[i * d + i]), (d * LOG_2PI_E) / 2);
}
