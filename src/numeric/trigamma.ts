/** ψ′(x) = d²/dx² log Γ(x) for x > 0: recurrence up to 8, then the asymptotic series (relative error below 1e-12). */
export function trigamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < 8; y++) shift += 1 / (y * y);
  const inverse = 1 / y;
  const square = inverse * inverse;
  // Bernoulli numbers: 1/6, −1/30, 1/42, −1/30, 5/66.
  const tail =
    square * inverse * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - (square * 5) / 66))));
  return shift + inverse + square / 2 + tail;
}
