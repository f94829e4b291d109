import { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { requireKnownOptions, requireOneOf } from '../numeric/arguments.js';
import { requireDensities } from './density.js';
import type { Functional } from './functional.js';
import { byMonteCarlo, type MonteCarloEstimate, type MonteCarloOptions } from './monte-carlo.js';
import { byQuadrature } from './quadrature.js';

export interface ByMonteCarlo extends MonteCarloOptions {
  readonly method: 'monte-carlo';
}

/** `samples` and `rng` may be given to every method, for programs that go through several of them. */
export interface ByMethod<Method extends string> extends Partial<MonteCarloOptions> {
  readonly method: Method;
}

/** Ways to compute something of Gaussian mixtures only, in closed form or approximately. */
export type MixtureMethods = Readonly<Record<string, (p: GaussianMixture, q: GaussianMixture) => number>>;

/**
 * A functional of two densities: by quadrature or Monte Carlo for all, or in a way that is for Gaussian mixtures only.
 *
 * @throws TypeError if they are no densities, an option is unknown, or the method is not for these densities
 * @throws RangeError if their dimensions differ, or the method is unknown or missing
 */
export function evaluateBy(
  name: string,
  options: ByMethod<string> | undefined,
  functional: Functional,
  mixtureMethods: MixtureMethods,
  pair: readonly [unknown, unknown],
): number | MonteCarloEstimate {
  requireDensities(pair);
  const [p, q] = pair;
  const chosen: Partial<ByMethod<string>> = options === undefined ? {} : options;
  requireKnownOptions(name, chosen, ['method', 'samples', 'rng']);
  const { method, ...rest } = chosen;
  requireOneOf('method', method, [...Object.keys(mixtureMethods), 'quadrature', 'monte-carlo']);
  if (method === 'quadrature') return byQuadrature(functional, p, q);
  if (method === 'monte-carlo') return byMonteCarlo(functional, p, q, rest);
  if (!(p instanceof GaussianMixture && q instanceof GaussianMixture)) {
    throw new TypeError(`the method '${method}' is for Gaussian mixtures; use 'quadrature' or 'monte-carlo'`);
  }
  return mixtureMethods[method](p, q);
}
