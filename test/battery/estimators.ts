import {
  additiveUniform,
  biasCheck,
  bootstrap,
  bootstrapOfCounts,
  conditionalMutualInformationGaussian,
  conditionalMutualInformationKnn,
  conditionalMutualInformationOfCounts,
  createRng,
  dither,
  entropyKnn,
  entropyOfCounts,
  fromSamples,
  klDivergenceKnn,
  localConditionalMutualInformationKnn,
  localEntropyKnn,
  localKlDivergenceKnn,
  localMutualInformationKsg,
  localMutualInformationMixed,
  localMutualInformationRoss,
  multivariateNormal,
  multivariateStudent,
  mutualInformationGaussian,
  mutualInformationKsg,
  mutualInformationMixed,
  mutualInformationOfCounts,
  mutualInformationRoss,
  percentileBootstrap,
  permutationTest,
  rankCorrelation,
  standardise,
  subsampling,
  totalVariationKnn,
  totalVariationOfCounts,
  zeroInflatedPoisson,
} from '../../src/index.js';
import { type Argument, argument, count, object, options, type Parts, positive, probability } from './argument.js';
import { type Calls, call } from './call.js';

const points = Array.from({ length: 20 }, (_, i) => [Math.sin(7 * i), Math.cos(11 * i)]);
const numbers = (factor: number) => argument(Float64Array.from({ length: 20 }, (_, i) => Math.sin(factor * i)));
const [x, y, z] = [1, 2, 3].map(numbers);
const many = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i));
const rng = argument(createRng('battery'));
const first = (sample: { get(row: number, column: number): number }) => sample.get(0, 0);

/** Options of which some must be there. */
const withRequired = (required: Record<string, Argument>, others: Record<string, Argument>): Parts =>
  object({ ...required, ...options(others).parts });

const resampling = { replicates: count(3), level: argument(0.9, '0.5') };
const k = count(4);
const ofPairs = { dimension: count(1), correlation: argument(0.3, '0', '0.5'), structure: argument('dense') };

const families = [
  additiveUniform(0.3),
  multivariateNormal({ dimension: 1, correlation: 0.5, structure: 'dense' }),
  multivariateStudent({ dimension: 1, correlation: 0.5, structure: 'dense', degreesOfFreedom: 3 }),
  zeroInflatedPoisson(0.4),
];

const labels = argument(['a', 'b', 'a'], "['1', '2']");
const systems = [
  fromSamples({ X: x.value as Float64Array }, { estimator: 'knn' }),
  fromSamples({ X: x.value as Float64Array }, { estimator: 'gaussian' }),
  fromSamples({ X: ['a', 'b', 'a'] }, { estimator: 'plug-in' }),
];

export const estimatorsCalls: Calls = [
  call('additiveUniform', additiveUniform, positive(0.3)),
  call('multivariateNormal', multivariateNormal, object(ofPairs)),
  call('multivariateStudent', multivariateStudent, object({ ...ofPairs, degreesOfFreedom: positive(3) })),
  call('zeroInflatedPoisson', zeroInflatedPoisson, probability(0.4)),
  ...families.map((family) =>
    call('BenchmarkFamily.sample', (n: never, rng: never) => family.sample(n, rng), count(3), rng),
  ),
  ...[entropyKnn, localEntropyKnn].map((estimator) =>
    call(estimator.name, estimator, argument(points), options({ k, norm: argument('max') })),
  ),
  ...[klDivergenceKnn, localKlDivergenceKnn].map((estimator) =>
    call(estimator.name, estimator, x, y, options({ k, norm: argument('max') })),
  ),
  ...[mutualInformationKsg, localMutualInformationKsg].map((estimator) =>
    call(estimator.name, estimator, x, y, options({ k, algorithm: argument(1, '2') })),
  ),
  ...[mutualInformationMixed, localMutualInformationMixed].map((estimator) =>
    call(estimator.name, estimator, x, y, options({ k })),
  ),
  call('totalVariationKnn', totalVariationKnn, argument(x.value, '[1]'), argument(y.value, '[1]'), options({ k })),
  ...[conditionalMutualInformationKnn, localConditionalMutualInformationKnn].map((estimator) =>
    call(estimator.name, estimator, x, y, z, options({ k })),
  ),
  call('mutualInformationGaussian', mutualInformationGaussian, x, y),
  call('conditionalMutualInformationGaussian', conditionalMutualInformationGaussian, x, y, z),
  call('entropyOfCounts', entropyOfCounts, argument([3, 1, 0], '[1]'), object({ estimator: argument('nsb') })),
  call(
    'mutualInformationOfCounts',
    mutualInformationOfCounts,
    argument([
      [3, 1],
      [0, 2],
    ]),
    object({ estimator: argument('miller-madow') }),
  ),
  call(
    'conditionalMutualInformationOfCounts',
    conditionalMutualInformationOfCounts,
    argument([[[3, 1]], [[0, 2]]]),
    object({ estimator: argument('miller-madow') }),
  ),
  call(
    'fromSamples',
    fromSamples,
    object({ X: x, Y: y }),
    object({ estimator: argument('knn'), k: argument(3, 'undefined', '2') }),
  ),
  call('fromSamples', fromSamples, object({ X: labels, Y: labels }), object({ estimator: argument('nsb') })),
  ...systems.flatMap((system) => [
    call('SampleSystem.entropy', (subset: never) => system.entropy(subset), argument(['X'], '[]')),
    call(
      'SampleSystem.estimate',
      (text: never, options: never) => system.estimate(text, options),
      argument('H(X)'),
      withRequired({ rng }, resampling),
    ),
  ]),
  call('totalVariationOfCounts', totalVariationOfCounts, argument([3, 1, 0]), argument([1, 1, 2])),
  call('rankCorrelation', rankCorrelation, argument([[1, 2], [3]])),
  ...[bootstrap, subsampling].map((method) =>
    call(
      method.name,
      method,
      argument(first),
      argument([x.value]),
      withRequired({ rng }, { ...resampling, rows: argument('joint') }),
    ),
  ),
  call(
    'dither',
    dither,
    argument(x.value, '[1]'),
    object({ width: argument(0.1, '0', '0.5', '2', '1e308', '[1]'), rng }),
  ),
  call('standardise', standardise, x),
  ...[mutualInformationRoss, localMutualInformationRoss].map((estimator) =>
    call(
      estimator.name,
      estimator,
      argument(points),
      argument(points.map((_, i) => i % 2 === 0)),
      options({ k: count(3) }),
    ),
  ),
  call(
    'biasCheck',
    biasCheck,
    argument(first),
    argument([many]),
    withRequired({ rng }, { ...resampling, rows: argument('joint') }),
  ),
  call(
    'bootstrapOfCounts',
    bootstrapOfCounts,
    argument((counts: number[]) => counts[0]),
    argument([[3, 1, 2]]),
    withRequired({ rng }, resampling),
  ),
  call(
    'percentileBootstrap',
    percentileBootstrap,
    argument(([list]: readonly Float64Array[]) => list[0]),
    argument([[3, 1, 2]]),
    withRequired({ rng }, resampling),
  ),
  call(
    'permutationTest',
    permutationTest,
    argument(first),
    x,
    y,
    withRequired({ rng }, { permutations: count(3), shuffle: argument('rotation') }),
  ),
];
