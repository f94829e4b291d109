import { exp } from './exponential.js';

/** erf(x) = 2/√π ∫₀ˣ e^{−t²} dt to about 1e-15: its series of positive terms, and the complement beyond 2. */
export function erf(x: number): number {
  if (Math.abs(x) > 2) return Math.sign(x) * (1 - erfc(Math.abs(x)));
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * exp(-x * x) * sum;
}

/** erfc(x) = 1 − erf(x), to a relative accuracy of about 1e-13 however small it is: Laplace's continued fraction beyond 2. */
export function erfc(x: number): number {
  if (x <= 2) return 1 - erf(x);
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
