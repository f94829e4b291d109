import type { Samples } from '../numeric/samples.js';
import { softmaxColumns } from '../numeric/softmax.js';
import { GaussianComponents } from './components.js';
import { logDensitiesInto } from './evaluation.js';

/** Units in the last place by which the log-densities far out may be off. */
const ROUNDING = 4 * Number.EPSILON;
/** How much of that is put up with, in nats, where it matters. */
const ACCURACY = 1e-6;
/** Nats by which a component leads that has everything. */
const CLEAR = 40;

/** The shares w_c N(x; μ_c, Σ_c)/p(x) of the components in points. */
export interface Responsibilities {
  /** Component by component, k×n. */
  readonly shares: Float64Array;
  /** The first point that is too far out for its shares to be told, or −1. */
  readonly unclear: number;
}

export function responsibilities(
  components: GaussianComponents,
  weights: readonly number[],
  { data, n }: Samples,
): Responsibilities {
  const shares = new Float64Array(weights.length * n);
  weights.forEach((weight, c) => {
    logDensitiesInto(only(components, c, weight), data, shares.subarray(c * n, (c + 1) * n));
  });
  const unclear = firstUnclear(shares, n);
  softmaxColumns(shares, new Float64Array(n));
  return { shares, unclear };
}

/** One of the components, with its weight. */
function only({ dimension: d, means, covariances }: GaussianComponents, c: number, weight: number): GaussianComponents {
  const component = new GaussianComponents(1, d);
  component.means.set(means.subarray(c * d, (c + 1) * d));
  component.covariances.set(covariances.subarray(c * d * d, (c + 1) * d * d));
  component.factorise([weight]);
  return component;
}

/** Where two components are about as likely, and their logarithms are so large that the difference is lost in rounding. */
function firstUnclear(logs: Float64Array, n: number): number {
  for (let i = 0; i < n; i++) {
    let [first, second] = [-Infinity, -Infinity];
    for (let at = i; at < logs.length; at += n) {
      if (logs[at] > first) [first, second] = [logs[at], first];
      else if (logs[at] > second) second = logs[at];
    }
    const error = ROUNDING * Math.abs(first);
    if (first === -Infinity || (error > ACCURACY && first - second < CLEAR + error)) return i;
  }
  return -1;
}
