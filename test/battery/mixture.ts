import { createRng, fitGaussianMixture, GaussianMixture } from '../../src/index.js';
import { argument, count, nonNegative, object, options } from './argument.js';
import { type Calls, call } from './call.js';

const rng = createRng('battery');
const parameters = {
  weights: [0.5, 0.5],
  means: [
    [0, 0],
    [3, 1],
  ],
  covariances: [
    [
      [1, 0.5],
      [0.5, 2],
    ],
    [
      [2, 0],
      [0, 1],
    ],
  ],
};
const mixture = new GaussianMixture(parameters);
const points = mixture.sample(20, rng).to2DArray();
const flat = (...numbers: number[]) => argument(Float64Array.from(numbers));
const parts = object({
  weights: argument(parameters.weights),
  means: argument(parameters.means),
  covariances: argument(parameters.covariances),
});

export const mixtureCalls: Calls = [
  call('new GaussianMixture', (given: typeof parameters) => new GaussianMixture(given), parts),
  call('GaussianMixture.toString', () => mixture.toString()),
  call('GaussianMixture.logDensity', (X: number[][]) => mixture.logDensity(X), argument(points)),
  call(
    'GaussianMixture.logDensityOf',
    (at: Float64Array, out: Float64Array) => mixture.logDensityOf(at, out),
    flat(1, 2, 3, 4),
    flat(0, 0),
  ),
  call('GaussianMixture.posterior', (X: number[][]) => mixture.posterior(X), argument(points)),
  call('GaussianMixture.marginal', (dimensions: number[]) => mixture.marginal(dimensions), argument([0], '[1]')),
  call(
    'GaussianMixture.conditional',
    (dimensions: number[], values: number[]) => mixture.conditional(dimensions, values),
    argument([0], '[1]'),
    argument([0.5], '[1]'),
  ),
  call(
    'GaussianMixture.breakpoints',
    (preceding: number[]) => mixture.breakpoints(preceding),
    argument([0], '[1]', '[]', 'undefined'),
  ),
  call('GaussianMixture.sample', (n: number, stream: typeof rng) => mixture.sample(n, stream), count(5), argument(rng)),
  call(
    'GaussianMixture.sampleLabelled',
    (n: number, stream: typeof rng) => mixture.sampleLabelled(n, stream),
    count(5),
    argument(rng),
  ),
  call(
    'GaussianMixture.sampleInto',
    (target: Float64Array, stream: typeof rng) => mixture.sampleInto(target, stream),
    flat(0, 0, 0, 0),
    argument(rng),
  ),
  call(
    'fitGaussianMixture',
    fitGaussianMixture,
    argument(points),
    count(2),
    object({
      ...options({
        covariance: argument('full'),
        tolerance: nonNegative(1e-3),
        regularization: nonNegative(1e-6),
        maxIterations: count(5),
        restarts: count(1),
      }).parts,
      rng: argument(rng),
    }),
  ),
  call('fitGaussianMixture', fitGaussianMixture, argument(points), count(2), object({ initial: parts })),
];
