import { cosPi } from './cosine.js';

/** Steps of the finer of two rules; the other one has half as many. */
const STEPS = 20;
const POINTS = STEPS + 1;
/** The ends are looked at from just inside, so that a jump at a breakpoint is none within a panel. */
const END = 1 - 1e-12;
const NODES = Array.from({ length: POINTS }, (_, i) => Math.max(-END, Math.min(END, -cosPi(i / STEPS))));
const FINE = clenshawCurtisWeights(STEPS);
const COARSE = clenshawCurtisWeights(STEPS / 2);

/** Weights at the nodes −cos(πi/n) on [−1, 1], n even (Clenshaw & Curtis 1960). */
function clenshawCurtisWeights(n: number): number[] {
  return Array.from({ length: n + 1 }, (_, i) => {
    let weight = 1;
    for (let k = 1; k <= n / 2; k++) {
      weight -= ((k === n / 2 ? 1 : 2) * cosPi((2 * k * i) / n)) / (4 * k * k - 1);
    }
    return (weight * (i === 0 || i === n ? 1 : 2)) / n;
  });
}

/** Error that is put down to rounding: as a share of ∫|f|, or anyway where numbers are too small to have all their digits. */
const ROUNDING = 1e-14;
const UNDERFLOW = 1e-290;
/** The same for the values of f themselves: over a long interval little is not nothing. */
const UNDERFLOW_OF_VALUES = 1e-320;
/** Panels after which an integral is given up. */
const MOST_PANELS = 5000;

/** Fills `values` with f at each of the points `x`, and `weights` with w. */
export type Integrand = (x: Float64Array, values: Float64Array, weights: Float64Array) => void;

export interface Integral {
  /** ∫ f. */
  readonly value: number;
  /** ∫ w. */
  readonly mass: number;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

interface Panel extends Interval, Integral {
  /** ∫ |f|. */
  readonly magnitude: number;
  /** Estimated, as a rule far too high. */
  readonly error: number;
}

/**
 * ∫ f from the first breakpoint to the last, with an error of `tolerance` · ∫ w at most, or of rounding if that is more.
 * The weight w >= 0 says what the error is measured by: with w = |f| the tolerance is a relative one; with a density w and
 * f = w g it is an absolute one for the expectation of g.
 *
 * Adaptive Clenshaw–Curtis quadrature: panels between neighbouring breakpoints are halved until their errors add up to
 * little enough. The error of a panel is judged, as QUADPACK does (Piessens et al. 1983), by the difference of two rules.
 * They use the ends of panels, so that a kink next to one is noticed too, but not a peak between two points, which are up
 * to a twelfth of a panel apart: wherever something is narrow, there should be breakpoints.
 *
 * @throws RangeError if f is not finite at some point, or it takes more than 5000 panels
 */
export function integrate(f: Integrand, breakpoints: readonly number[], tolerance: number): Integral {
  const intervals = breakpoints.slice(1).map((to, i) => ({ from: breakpoints[i], to }));
  const underflow = intervals.reduce((sum, { from, to }) => sum + UNDERFLOW_OF_VALUES * (to - from), UNDERFLOW);
  let panels = measure(f, intervals);
  for (;;) {
    const { value, mass, magnitude, error } = total(panels);
    const allowed = tolerance * mass + ROUNDING * magnitude + underflow;
    if (error <= allowed) return { value, mass };
    if (!Number.isFinite(error) || panels.length > MOST_PANELS) {
      throw new RangeError(
        `the integral from ${breakpoints[0]} to ${breakpoints.at(-1)} does not converge: ` +
          `got ${value} with an error of ${error} from ${panels.length} panels`,
      );
    }
    // At least one panel has more than its equal share of the error.
    const share = allowed / panels.length;
    const coarse = panels.filter((panel) => panel.error > share);
    panels = panels.filter((panel) => panel.error <= share).concat(measure(f, coarse.flatMap(halves)));
  }
}

function halves({ from, to }: Interval): Interval[] {
  const middle = (from + to) / 2;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}

function total(panels: readonly Panel[]) {
  let [value, mass, magnitude, error] = [0, 0, 0, 0];
  for (const panel of panels) {
    value += panel.value;
    mass += panel.mass;
    magnitude += panel.magnitude;
    error += panel.error;
  }
  return { value, mass, magnitude, error };
}

/** Applies the rule to some intervals, with one call of f. */
function measure(f: Integrand, intervals: readonly Interval[]): Panel[] {
  const x = new Float64Array(POINTS * intervals.length);
  intervals.forEach(({ from, to }, i) => {
    for (let j = 0; j < POINTS; j++) x[POINTS * i + j] = (from + to) / 2 + ((to - from) / 2) * NODES[j];
  });
  const values = new Float64Array(x.length);
  const weights = new Float64Array(x.length);
  f(x, values, weights);
  return intervals.map(({ from, to }, i) => panel(from, to, values, weights, POINTS * i));
}

function panel(from: number, to: number, values: Float64Array, weights: Float64Array, at: number): Panel {
  let [fine, coarse, mass, magnitude, variation] = [0, 0, 0, 0, 0];
  for (let j = 0; j < POINTS; j++) {
    fine += FINE[j] * values[at + j];
    magnitude += FINE[j] * Math.abs(values[at + j]);
    mass += FINE[j] * weights[at + j];
    if (j % 2 === 0) coarse += COARSE[j / 2] * values[at + j];
  }
  for (let j = 0; j < POINTS; j++) variation += FINE[j] * Math.abs(values[at + j] - fine / 2);
  const difference = Math.abs(fine - coarse);
  const share = (200 * difference) / variation;
  const error = difference === 0 ? 0 : variation * Math.min(1, share * Math.sqrt(share));
  const radius = (to - from) / 2;
  return {
    from,
    to,
    value: radius * fine,
    mass: radius * mass,
    magnitude: radius * magnitude,
    error: radius * error,
  };
}
