import { fitGaussianMixture } from '../src/mixture/fit-gaussian-mixture.js';
import { GaussianMixture } from '../src/mixture/gaussian-mixture.js';
import { createRng } from '../src/random/rng.js';
import { work } from './contender.js';
import { python } from './program.js';
import { sideBySide } from './side-by-side.js';

const COMPONENTS = 8;
const ITERATIONS = 20;

/** EM from one start, for a fixed number of iterations, against scikit-learn. */
export default async function gaussianMixture(): Promise<void> {
  for (const [n, d] of [
    [1000, 2],
    [10_000, 2],
    [1000, 8],
    [10_000, 8],
  ]) {
    const { X, initial } = problem(n, d);
    await sideBySide(`EM: n = ${n}, d = ${d}, ${COMPONENTS} components, ${ITERATIONS} iterations`, [
      work('fitGaussianMixture', () => {
        const options = { initial, maxIterations: ITERATIONS, tolerance: 0 };
        return fitGaussianMixture(X, COMPONENTS, options).lowerBound.toFixed(9);
      }),
      python('scikit-learn', 'scikit_learn_em.py', {
        modules: ['numpy', 'sklearn'],
        line: JSON.stringify({ X, initial, iterations: ITERATIONS }),
      }),
    ]);
  }
}

/** Overlapping clusters, and a start that is not the truth. */
function problem(n: number, d: number) {
  const rng = createRng('bench').split(d);
  const identity = Array.from({ length: d }, (_, i) => Array.from({ length: d }, (_, j) => (i === j ? 1 : 0)));
  const parameters = {
    weights: new Array<number>(COMPONENTS).fill(1 / COMPONENTS),
    means: Array.from({ length: COMPONENTS }, () => Array.from({ length: d }, () => 3 * rng.normal())),
    covariances: new Array<number[][]>(COMPONENTS).fill(identity),
  };
  const X = new GaussianMixture(parameters).sample(n, rng).to2DArray();
  return { X, initial: { ...parameters, means: X.slice(0, COMPONENTS) } };
}
