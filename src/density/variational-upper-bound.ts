import type { GaussianMixture } from '../mixture/gaussian-mixture.js';
import { exp } from '../numeric/exponential.js';
import { greatest } from '../numeric/extremes.js';
import { logSumExp } from '../numeric/log-sum-exp.js';
import { withinRange } from '../numeric/range.js';
import { gaussianDivergence, gaussians } from './gaussian.js';

/** How far above its minimum, in nats, the bound may be, unless the iterations run out: it is a bound all the same. */
const GAP = 1e-12;
const MOST_ITERATIONS = 10_000;
const ROUNDING = 1e-10;

/**
 * The least upper bound on D_KL(p ‖ q) that the convexity of the divergence gives once both mixtures are cut into as many
 * pieces as there are pairs of components: min Σ_ab φ_ab (D(f_a ‖ g_b) + log φ_ab/ψ_ab), where φ_ab >= 0 cut the weights of
 * p, Σ_b φ_ab = π_a, and ψ_ab those of q, Σ_a ψ_ab = ω_b (Hershey & Olsen 2007). The start ψ_ab = π_a ω_b is below the
 * bound Σ_ab π_a ω_b D(f_a ‖ g_b); each iteration lowers it. As the minimand is convex, how far there is to go is known.
 */
export function variationalUpperBound(p: GaussianMixture, q: GaussianMixture): number {
  const [f, g] = [gaussians(p), gaussians(q)];
  const divergences = f.map((a) => g.map((b) => gaussianDivergence(a, b)));
  let logPsi = f.map((a) => g.map((b) => a.logWeight + b.logWeight));
  for (let iteration = 1; ; iteration++) {
    // The best φ for this ψ is π_a ψ_ab e^{−D_ab}/S_a with S_a = Σ_b ψ_ab e^{−D_ab}, where the minimand is Σ_a π_a log π_a/S_a.
    const logS = f.map((_, a) => logSumExp(g.map((_, b) => logPsi[a][b] - divergences[a][b])));
    const bound = f.reduce((sum, { logWeight }, a) => sum + exp(logWeight) * (logWeight - logS[a]), 0);
    if (bound === Infinity) return bound;
    // φ_ab/ψ_ab.
    const logRatios = f.map(({ logWeight }, a) => g.map((_, b) => logWeight - divergences[a][b] - logS[a]));
    // By Jensen’s inequality no ψ' is better by more than log Σ_ab ψ'_ab φ_ab/ψ_ab.
    const gap = logSumExp(g.map(({ logWeight }, b) => logWeight + greatest(logRatios.map((row) => row[b]))));
    if (gap <= GAP || iteration === MOST_ITERATIONS) return withinRange('the bound', bound, [0, Infinity], ROUNDING);
    // The best ψ for this φ is ω_b φ_ab/Σ_a' φ_a'b.
    const logPhi = logPsi.map((row, a) => row.map((log, b) => log + logRatios[a][b]));
    const logSums = g.map((_, b) => logSumExp(logPhi.map((row) => row[b])));
    logPsi = logPhi.map((row) => row.map((log, b) => g[b].logWeight + log - logSums[b]));
  }
}
