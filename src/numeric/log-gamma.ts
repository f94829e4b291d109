import { ln, log1p } from './logarithm.js';

/** log Γ(x) for x > 0: recurrence up to 8, then Stirling's series (absolute error below 1e-13 for moderate x). */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 8; y++) product *= y;
  return (y - 0.5) * ln(y) - y + 0.5 * ln(2 * Math.PI) + stirling(y) - ln(product);
}

/**
 * log Γ(x + n)/Γ(x) for x > 0 and an integer n >= 0, to an absolute accuracy of about 1e-15 n log(x + n): log Γ of a large x
 * is large, the difference is not.
 */
export function logRisingFactorial(x: number, n: number): number {
  if (x < 8) return logGamma(x + n) - logGamma(x);
  return (x - 0.5) * log1p(n / x) + n * (ln(x + n) - 1) + stirling(x + n) - stirling(x);
}

/** What Stirling's formula lacks, for y >= 8. */
function stirling(y: number): number {
  const inverse = 1 / y;
  const square = inverse * inverse;
  // Bernoulli numbers: B₂ₖ / (2k (2k − 1)).
  return (
    inverse *
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square / 528)))))
  );
}
