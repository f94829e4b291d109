import { digamma } from '../numeric/digamma.js';
import { exp } from '../numeric/exponential.js';
import { logRisingFactorial } from '../numeric/log-gamma.js';
import { ln } from '../numeric/logarithm.js';
import { integrate } from '../numeric/quadrature.js';
import { trigamma } from '../numeric/trigamma.js';
import { type CountProfile, sumOverCells } from './counts.js';

/** Of the posterior mean, in nats for each nat; and what rounding makes of it, for each draw. */
const TOLERANCE = 1e-10;
const ROUNDING = 1e-14;
/** How far the integral goes beyond where its integrand falls like e^{−|u|}. */
const REACH = 40;
/** Beyond it, what the prior is made of cancels, and its expansion is exact. */
const LARGE = 1e4;
const HALVINGS = 40;

/**
 * The posterior mean of the entropy by Nemenman, Shafee and Bialek (2002, arXiv:physics/0108025): probabilities of K cells
 * come from a symmetric Dirichlet distribution, and its concentration β from the prior under which the entropy expected for
 * it, ψ(Kβ + 1) − ψ(β + 1), is uniform. The integral over u = log β is by quadrature.
 */
export function nemenmanShafeeBialek(profile: CountProfile): number {
  const { total, cells } = profile;
  if (cells === 1) return 0;
  const [low, high] = [-REACH - ln(cells), REACH + ln(total)];
  const peak = highestPoint((u) => logWeight(u, profile), low, high);
  const height = logWeight(peak, profile);
  const near = [1 / 64, 1 / 16, 1 / 4, 1, 4, 16].flatMap((distance) => [peak - distance, peak + distance]);
  const breakpoints = [low, peak, high, ...near.filter((u) => u > low && u < high)].sort((a, b) => a - b);
  const { value, mass } = integrate(
    (u, values, weights) => {
      u.forEach((at, i) => {
        weights[i] = exp(logWeight(at, profile) - height);
        values[i] = weights[i] === 0 ? 0 : weights[i] * expectedEntropy(exp(at), profile);
      });
    },
    breakpoints,
    TOLERANCE + ROUNDING * total,
  );
  return value / mass;
}

/** Given β: of the Dirichlet distribution that the counts make of the prior. */
function expectedEntropy(beta: number, profile: CountProfile): number {
  const { total, cells, observed } = profile;
  const all = total + cells * beta;
  const seen = sumOverCells(profile, (count) => ((count + beta) / all) * digamma(count + beta + 1));
  return digamma(all + 1) - seen - (cells - observed) * (beta / all) * digamma(beta + 1);
}

/** The logarithm of likelihood times prior times dβ/du, up to a constant. */
function logWeight(u: number, profile: CountProfile): number {
  const { total, cells } = profile;
  const beta = exp(u);
  const likelihood =
    sumOverCells(profile, (count) => logRisingFactorial(beta, count)) - logRisingFactorial(cells * beta, total);
  return likelihood + ln(priorOfEntropy(beta, cells)) + u;
}

/** d/dβ of ψ(Kβ + 1) − ψ(β + 1). */
function priorOfEntropy(beta: number, cells: number): number {
  if (beta < LARGE) return cells * trigamma(cells * beta + 1) - trigamma(beta + 1);
  const share = 1 / cells;
  return ((1 - share) / 2 - (1 - share * share) / (6 * beta)) / (beta * beta);
}

/** Where f is highest, if it rises and then falls around the highest of some points. */
function highestPoint(f: (u: number) => number, low: number, high: number): number {
  const points = Array.from({ length: Math.ceil(high - low) + 1 }, (_, i) => Math.min(low + i, high));
  const values = points.map(f);
  const highest = values.indexOf(Math.max(...values));
  let [from, to] = [points[Math.max(0, highest - 1)], points[Math.min(points.length - 1, highest + 1)]];
  for (let i = 0; i < HALVINGS; i++) {
    const [a, b] = [from + (to - from) / 3, to - (to - from) / 3];
    if (f(a) < f(b)) from = a;
    else to = b;
  }
  return (from + to) / 2;
}
