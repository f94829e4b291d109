import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import type { Rng } from '../../src/random/rng.js';

/** A mixture with k components in d dimensions: uneven weights, means a few units apart, covariances A·Aᵀ + I/4. */
export function randomMixture(k: number, d: number, rng: Rng): GaussianMixture {
  const raw = Array.from({ length: k }, () => 0.2 + rng.uniform());
  const total = raw.reduce((a, b) => a + b);
  return new GaussianMixture({
    weights: raw.map((w) => w / total),
    means: Array.from({ length: k }, () => Array.from({ length: d }, () => 3 * rng.normal())),
    covariances: Array.from({ length: k }, () => {
      const root = Array.from({ length: d }, () => Array.from({ length: d }, () => rng.normal()));
      return root.map((a, i) => root.map((b, j) => a.reduce((s, x, m) => s + x * b[m], 0) + (i === j ? 0.25 : 0)));
    }),
  });
}
