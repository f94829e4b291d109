import { requirePositiveInteger } from '../numeric/arguments.js';
import { square } from '../numeric/power.js';
import { withinRange } from '../numeric/range.js';
import { mean, standardError } from '../numeric/summary.js';
import { type Rng, requireRng } from '../random/rng.js';
import { type Density, logDensityInto, sampleInto } from './density.js';
import type { Functional } from './functional.js';

const DEFAULT_SAMPLES = 100_000;
/** Of a mean of many numbers. */
const ROUNDING = 1e-9;

export interface MonteCarloOptions {
  /** Number of points, at least 2, drawn from p, or from each of p and q where both are drawn from; default 100,000. */
  readonly samples?: number;
  readonly rng: Rng;
}

/** A mean over random draws, in nats where it is of a divergence, an entropy or an information, and its standard error. */
export interface MonteCarloEstimate {
  readonly value: number;
  /** NaN if the value is infinite. */
  readonly standardError: number;
}

/**
 * An expectation as the mean over random points: unbiased. Of those from (p + q)/2, half come from p and half from q,
 * rather than by the toss of a coin, which adds no variance.
 *
 * @throws RangeError if there are fewer than 2 samples
 * @throws TypeError if rng is missing or a density that is drawn from cannot be sampled
 */
export function byMonteCarlo(
  { name, from, g, range, pointwise = false }: Functional,
  p: Density,
  q: Density,
  { samples = DEFAULT_SAMPLES, rng }: Partial<MonteCarloOptions>,
): MonteCarloEstimate {
  requirePositiveInteger('samples', samples);
  if (samples === 1) throw new RangeError('samples must be at least 2 for a standard error, got 1');
  requireRng(rng);
  const draws = new Draws(samples, p.dimension);
  const strata = (from === 'p' ? [p] : [p, q]).map((source) => {
    const values = draws.evaluate(g, p, q, source, rng);
    const average = mean(values);
    // One point where the value is infinite settles it.
    return { mean: average, standardError: Number.isFinite(average) ? standardError(values) : 0 };
  });
  const value = mean(strata.map((stratum) => stratum.mean));
  return {
    value: pointwise ? withinRange(name, value, range, ROUNDING) : value,
    standardError: Math.sqrt(strata.reduce((sum, stratum) => sum + square(stratum.standardError), 0)) / strata.length,
  };
}

/** Memory for n random points and what is computed of them, for many rounds of it. */
export class Draws {
  readonly #points: Float64Array;
  readonly #logP: Float64Array;
  readonly #logQ: Float64Array;

  constructor(n: number, dimension: number) {
    this.#points = new Float64Array(n * dimension);
    this.#logP = new Float64Array(n);
    this.#logQ = new Float64Array(n);
  }

  /** g(log p(x), log q(x)) for n points x drawn from `source`. Valid until the next call, which overwrites it. */
  evaluate(g: Functional['g'], p: Density, q: Density, source: Density, rng: Rng): Float64Array {
    sampleInto(this.#points, source, rng);
    const logP = logDensityInto(this.#logP, p, this.#points);
    const logQ = p === q ? logP : logDensityInto(this.#logQ, q, this.#points);
    for (let i = 0; i < logP.length; i++) logP[i] = g(logP[i], logQ[i]);
    return logP;
  }
}
