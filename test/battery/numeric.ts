import {
  cantorFunction,
  chiSquareTest,
  createRng,
  mean,
  median,
  standardDeviation,
  standardError,
  toMatrix,
  toSamples,
} from '../../src/index.js';
import { argument, count, countOrZero, finite, object, seed, text } from './argument.js';
import { type Calls, call } from './call.js';

const rng = createRng('battery');
const flat = Float64Array.from([1, 2, 3, 4, 5, 6]);

export const numericCalls: Calls = [
  call('cantorFunction', cantorFunction, finite(0.3)),
  call('chiSquareTest', chiSquareTest, argument([10, 20]), argument([12, 18])),
  call('mean', mean, argument([1, 2, 3], '[1]')),
  call('median', median, argument([1, 2, 3], '[1]')),
  call('standardDeviation', standardDeviation, argument([1, 2, 3], '[1]')),
  call('standardError', standardError, argument([1, 2, 3])),
  call('toSamples', toSamples, text('x'), argument([[1], [2]], '[1]')),
  call('toMatrix', toMatrix, object({ data: argument(flat), n: argument(3), d: argument(2, '2') })),
  call('createRng', createRng, seed(1)),
  call('Rng.uniform', () => rng.uniform()),
  call('Rng.normal', () => rng.normal()),
  call('Rng.fillNormal', (target: never) => rng.fillNormal(target), argument(new Float64Array(2))),
  call('Rng.integer', (n: never) => rng.integer(n), count(3)),
  call('Rng.categorical', (weights: never) => rng.categorical(weights), argument([1, 2], '[1]')),
  call(
    'Rng.multinomial',
    (n: never, probabilities: never) => rng.multinomial(n, probabilities),
    countOrZero(10),
    argument([0.5, 0.5], '[1]'),
  ),
  call('Rng.dirichlet', (concentrations: never) => rng.dirichlet(concentrations), argument([1, 2], '[1]')),
  call('Rng.split', (label: never) => rng.split(label), seed('label')),
];
