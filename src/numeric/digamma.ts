import { ln } from './logarithm.js';

/** ψ(x) = d/dx log Γ(x) for x > 0: recurrence up to 6, then the asymptotic series (absolute error below 1e-12). */
export function digamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < 6; y++) shift -= 1 / y;
  const inverse = 1 / y;
  const square = inverse * inverse;
  // Bernoulli numbers over 2k: 1/12, −1/120, 1/252, −1/240, 1/132, −691/32760, 1/12.
  const tail =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))));
  return shift + ln(y) - inverse / 2 - tail;
}
