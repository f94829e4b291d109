import { describe, expect, test } from 'vitest';
import { mutualInformationGaussian } from '../../src/estimators/mutual-information-gaussian.js';
import { percentileBootstrap } from '../../src/estimators/percentile-bootstrap.js';
import { permutationTest } from '../../src/estimators/permutation-test.js';
import { bootstrap, bootstrapOfCounts, subsampling } from '../../src/estimators/uncertainty.js';
import { createRng } from '../../src/random/rng.js';

// What takes a statistic, with data that suit it.

const data = Array.from({ length: 40 }, (_, i) => (7 * i) % 40);
const options = () => ({ rng: createRng(1) });

describe.each<[string, (statistic: never) => unknown]>([
  ['bootstrap', (statistic) => bootstrap(statistic, [data, data], options())],
  ['subsampling', (statistic) => subsampling(statistic, [data, data], options())],
  ['bootstrapOfCounts', (statistic) => bootstrapOfCounts(statistic, [[3, 4, 5]], options())],
  ['percentileBootstrap', (statistic) => percentileBootstrap(statistic, [data], options())],
  ['permutationTest', (statistic) => permutationTest(statistic, data, data, options())],
])('%s', (_, run) => {
  test.each<[string, unknown, string]>([
    ['NaN', () => Number.NaN, 'statistic must return a number, got NaN'],
    ['nothing', () => {}, 'statistic must return a number, got undefined'],
    ['a text', () => '1', "statistic must return a number, got '1'"],
    ['a promise', () => Promise.resolve(1), 'statistic must return a number, got a Promise'],
    ['an estimate', () => ({ value: 1 }), 'statistic must return a number, got { value }'],
  ])('refuses a statistic that returns %s', (_, statistic, message) => {
    expect(() => run(statistic as never)).toThrow(new TypeError(message));
  });

  test('refuses what is no function, and NaN among numbers', () => {
    expect(() => run('mean' as never)).toThrow(new TypeError("statistic must be a function, got 'mean'"));
    let calls = 0;
    const now = () => (++calls === 10 ? Number.NaN : calls);
    expect(() => run(now as never)).toThrow(new TypeError('statistic must return a number, got NaN'));
  });
});

test('a spread needs finite numbers, an order does not', () => {
  // y is x: infinite information.
  expect(mutualInformationGaussian(data, data)).toBe(Infinity);
  expect(() => bootstrap(mutualInformationGaussian, [data, data], options())).toThrow(
    'statistic must return finite numbers, got Infinity',
  );
  const { value, pValue } = permutationTest(mutualInformationGaussian, data, data, options());
  expect([value, pValue]).toEqual([Infinity, 1 / 200]);
});
