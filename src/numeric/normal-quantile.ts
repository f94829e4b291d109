import { brief } from './arguments.js';
import { erf } from './error-function.js';
import { exp } from './exponential.js';

/**
 * The standard normal quantile Φ⁻¹(p), 0 < p < 1, by Newton's method from the median: above it Φ is concave, so that the
 * steps approach from below. The error is about 1e-15 in p.
 *
 * @throws RangeError if p is not between 0 and 1
 */
export function normalQuantile(p: number): number {
  if (!(typeof p === 'number' && p > 0 && p < 1)) throw new RangeError(`p must be between 0 and 1, got ${brief(p)}`);
  if (p < 0.5) return -normalQuantile(1 - p);
  let x = 0;
  for (;;) {
    const missing = p - (1 + erf(x / Math.SQRT2)) / 2;
    const step = missing * Math.sqrt(2 * Math.PI) * exp((x * x) / 2);
    if (!(step > 1e-14)) return x;
    x += step;
  }
}
