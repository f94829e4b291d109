import { ln } from '../numeric/logarithm.js';

/**
 * The logarithm of a draw from the gamma distribution of this shape and scale 1 (Marsaglia & Tsang 2000,
 * doi:10.1145/358407.358414). Draws of a small shape are often below the smallest number there is; their logarithms are not.
 */
export function logGammaDraw(shape: number, rng: { uniform(): number; normal(): number }): number {
  // G(a) = G(a + 1) · U^(1/a); 1 − uniform is in (0, 1].
  if (shape < 1) return logGammaDraw(shape + 1, rng) + ln(1 - rng.uniform()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const cubeRoot = 1 + c * x;
    if (cubeRoot <= 0) continue;
    const logV = 3 * ln(cubeRoot);
    const v = cubeRoot * cubeRoot * cubeRoot;
    if (ln(1 - rng.uniform()) < 0.5 * x * x + d * (1 - v + logV)) return ln(d) + logV;
  }
}
