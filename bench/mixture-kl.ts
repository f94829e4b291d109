import { KL_MIXTURE_METHODS, klDivergence } from '../src/density/kl-divergence.js';
import { totalVariation } from '../src/density/total-variation.js';
import { GaussianMixture } from '../src/mixture/gaussian-mixture.js';
import { createRng, type Rng } from '../src/random/rng.js';
import { work } from './contender.js';
import { sideBySide } from './side-by-side.js';

const SAMPLES = 10_000;
const MANY_SAMPLES = 2_000_000;

/** Ways to the divergence between two mixtures: what they cost, and how far off they are. */
export default async function mixtureKl(): Promise<void> {
  for (const [k, d] of [
    [1, 2],
    [3, 1],
    [3, 2],
    [8, 2],
    [8, 8],
  ]) {
    const rng = createRng('bench').split(k).split(d);
    const [p, q] = [randomMixture(k, d, rng), randomMixture(k, d, rng)];
    const { value, accuracy } = reference(p, q, rng);
    const answer = (estimate: number) => `${estimate.toFixed(6)}, off by ${(estimate - value).toExponential(1)}`;
    const methods = k === 1 ? KL_MIXTURE_METHODS : KL_MIXTURE_METHODS.filter((method) => method !== 'closed-form');
    await sideBySide(
      `D_KL between mixtures of ${k} in ${d} dimensions: ${value.toFixed(6)}, known to ${accuracy.toExponential(0)}`,
      [
        work(`Monte Carlo, ${SAMPLES} points`, () =>
          answer(klDivergence(p, q, { method: 'monte-carlo', samples: SAMPLES, rng }).value),
        ),
        ...(d <= 2 ? [work('quadrature', () => klDivergence(p, q, { method: 'quadrature' }).toFixed(6))] : []),
        ...methods.map((method) => work(method, () => answer(klDivergence(p, q, { method })))),
        ...(d <= 2
          ? [work('total variation by quadrature', () => totalVariation(p, q, { method: 'quadrature' }).toFixed(6))]
          : []),
      ],
    );
  }
}

/** Quadrature where there is, to the accuracy it states, and Monte Carlo with very many points elsewhere. */
function reference(p: GaussianMixture, q: GaussianMixture, rng: Rng): { value: number; accuracy: number } {
  if (p.dimension <= 2) {
    return { value: klDivergence(p, q, { method: 'quadrature' }), accuracy: p.dimension === 1 ? 1e-10 : 1e-7 };
  }
  const { value, standardError } = klDivergence(p, q, { method: 'monte-carlo', samples: MANY_SAMPLES, rng });
  return { value, accuracy: standardError };
}

/** Components that overlap: means a few deviations apart, covariances A·Aᵀ + I. */
function randomMixture(k: number, d: number, rng: Rng): GaussianMixture {
  const normals = (n: number) => Array.from({ length: n }, () => rng.normal());
  return new GaussianMixture({
    weights: rng.dirichlet(new Array<number>(k).fill(3)),
    means: Array.from({ length: k }, () => normals(d).map((x) => 2 * x)),
    covariances: Array.from({ length: k }, () => {
      const root = Array.from({ length: d }, () => normals(d));
      return root.map((a, i) => root.map((b, j) => a.reduce((sum, x, m) => sum + x * b[m], i === j ? 1 : 0)));
    }),
  });
}
