import {
  createRng,
  entropy,
  evaluate,
  FiniteDistribution,
  gaussianBottleneckRelevance,
  H,
  holds,
  I,
  informationBottleneck,
  informationBottleneckCurve,
  informationFlow,
  LinearCode,
  LinearGaussian,
  parseExpression,
  parseStatement,
  toLatex,
  toText,
} from '../../src/index.js';
import { argument, count, nonNegative, object, optional, positive, SIMPLE } from './argument.js';
import { type Calls, call } from './call.js';

const code = new LinearCode({ X: ['a'], Y: ['b'], Z: ['a + b'] });
const gaussian = LinearGaussian.empty().source('X', 1).linear('Y', { X: 1 }, 0.5);
const empty = FiniteDistribution.empty();
const finite = empty.source('X', [
  [0, 0.5],
  [1, 0.5],
]);
const noisy = (x: number) => [
  [x, 0.9],
  [1 - x, 0.1],
];
const joint = [
  [0.4, 0.1],
  [0.1, 0.4],
];
const statement = parseStatement('I(X;Y) <= H(X)');
const expression = parseExpression('I(X;Y) - H(X)');
const system = argument(code);
const names = argument(['X'], '[]');
/** Values that a variable may have, of this one with probability 0. */
const LABELS = ['Infinity', '-Infinity', ...SIMPLE];
const bottleneck = {
  x: optional(argument('X')),
  y: optional(argument('Y')),
  clusters: optional(count(2)),
  rng: argument(createRng('battery')),
  restarts: optional(count(2)),
  tolerance: optional(nonNegative(1e-9)),
  maxIterations: optional(count(50)),
};

export const informationCalls: Calls = [
  call('evaluate', evaluate, argument('I(X;Y|Z)'), system),
  call('holds', holds, argument('X _|_ Y'), system, optional(nonNegative(1e-9))),
  call('H', H, system, argument('X, Y'), optional(argument(['Z'], '[]', 'empty text'))),
  call('I', I, system, argument('X'), argument(['Y']), optional(argument('Z', '[]', 'empty text'))),
  call('entropy', entropy, argument([0.5, 0.5], '[1]')),
  call('toText', toText, argument(statement, '[]')),
  call('toLatex', toLatex, argument(expression, '[]')),
  call('parseStatement', parseStatement, argument('X -> Y -> Z')),
  call('parseExpression', parseExpression, argument('H(X)')),
  call(
    'informationFlow',
    informationFlow,
    system,
    argument(['X', 'Y']),
    optional(object({ Y: argument('Z') }, '{}', 'an object without prototype')),
  ),
  call('gaussianBottleneckRelevance', gaussianBottleneckRelevance, nonNegative(1), argument(0.5, '0', '0.5')),
  call(
    'informationBottleneck',
    informationBottleneck,
    argument(joint, '[1]'),
    object({ beta: positive(2), ...bottleneck }),
  ),
  call(
    'informationBottleneckCurve',
    informationBottleneckCurve,
    argument(joint, '[1]'),
    object({ betas: argument([1, 2], '[]', '[1]'), ...bottleneck }),
  ),

  call('FiniteDistribution.empty', () => FiniteDistribution.empty()),
  call(
    'FiniteDistribution.fromTable',
    FiniteDistribution.fromTable,
    argument(['X']),
    argument([
      [[0], 0.5],
      [[1], 0.5],
    ]),
  ),
  call(
    'FiniteDistribution.source',
    empty.source.bind(empty),
    argument('X'),
    // Values by name, too.
    argument(
      [
        [0, 0.5],
        [1, 0.5],
      ],
      '{ x: 1 }',
    ),
  ),
  call(
    'FiniteDistribution.map',
    finite.map.bind(finite),
    argument('Y'),
    names,
    argument((x: number) => x + 1),
  ),
  call('FiniteDistribution.channel', finite.channel.bind(finite), argument('Y'), names, argument(noisy)),
  call('FiniteDistribution.marginal', finite.marginal.bind(finite), names),
  call(
    'FiniteDistribution.given',
    finite.given.bind(finite),
    object({ X: argument(1, '0', 'true') }, '{}', 'an object without prototype'),
  ),
  call(
    'FiniteDistribution.probability',
    finite.probability.bind(finite),
    object({ X: argument(1, ...LABELS) }, '{}', 'an object without prototype'),
  ),
  call(
    'FiniteDistribution.expectation',
    finite.expectation.bind(finite),
    names,
    argument((x: number) => x),
  ),
  call('FiniteDistribution.outcomes', finite.outcomes.bind(finite)),
  call('FiniteDistribution.toString', finite.toString.bind(finite)),
  call('FiniteDistribution.entropy', finite.entropy.bind(finite), names),

  call(
    'new LinearCode',
    (variables: Record<string, string[]>) => new LinearCode(variables),
    object({ X: argument(['a', 'a + b'], '[]') }, '{}', 'an object without prototype'),
  ),
  call('LinearCode.rank', code.rank.bind(code), names),
  call('LinearCode.entropy', code.entropy.bind(code), names),
  call('LinearCode.toString', code.toString.bind(code)),

  call('LinearGaussian.empty', () => LinearGaussian.empty()),
  call(
    'LinearGaussian.source',
    gaussian.source.bind(gaussian),
    argument('A'),
    argument(
      [
        [2, 1],
        [1, 2],
      ],
      '[1]',
      '0.5',
      '2',
      '1e308',
    ),
  ),
  call(
    'LinearGaussian.linear',
    gaussian.linear.bind(gaussian),
    argument('A'),
    object({ X: argument(2, '0', '0.5', '2', '-1', '1e308', '[1]') }),
    optional(argument(1, '0.5', '2', '1e308', '[1]')),
  ),
  call('LinearGaussian.covariance', gaussian.covariance.bind(gaussian), names),
  call('LinearGaussian.entropy', gaussian.entropy.bind(gaussian), names),
  call('LinearGaussian.toString', gaussian.toString.bind(gaussian)),
];
