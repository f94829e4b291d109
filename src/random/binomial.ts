import { exp } from '../numeric/exponential.js';
import { logFactorial } from '../numeric/log-factorial.js';
import { ln, log1p } from '../numeric/logarithm.js';

/**
 * A binomial draw: the number of successes in n trials of probability p.
 * Sequential search while few successes are expected, otherwise transformed rejection (BTRS, Hörmann 1993,
 * doi:10.1080/00949659308811496).
 */
export function binomial(n: number, p: number, uniform: () => number): number {
  if (p > 0.5) return n - binomial(n, 1 - p, uniform);
  if (n === 0 || p === 0) return 0;
  return n * p < 10 ? sequentialSearch(n, p, uniform) : transformedRejection(n, p, uniform);
}

function sequentialSearch(n: number, p: number, uniform: () => number): number {
  const odds = p / (1 - p);
  let remaining = uniform();
  let probability = exp(n * log1p(-p));
  let successes = 0;
  while (remaining >= probability && successes < n) {
    remaining -= probability;
    successes++;
    probability *= ((n - successes + 1) / successes) * odds;
  }
  return successes;
}

function transformedRejection(n: number, p: number, uniform: () => number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (distance >= 0.07 && v <= squeeze) return k;
    // One draw in seven comes here.
    const modeTerm = logFactorial(mode) + logFactorial(n - mode);
    const logOdds = ln(p / (1 - p));
    const height = ln((v * alpha) / (a / (distance * distance) + b));
    if (height <= modeTerm - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}
