/** erf(x) = 2/√π ∫₀ˣ e^{−t²} dt to about 1e-15: its series of positive terms, and Laplace's continued fraction beyond 2. */
export function erf(x: number): number {
  if (Math.abs(x) > 2) {
    const y = Math.abs(x);
    let fraction = y;
    for (let n = 60; n >= 1; n--) fraction = y + n / 2 / fraction;
    return Math.sign(x) * (1 - Math.exp(-y * y) / Math.sqrt(Math.PI) / fraction);
  }
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
