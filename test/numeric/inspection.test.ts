import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { prove } from '../../src/inequality/prove.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { LinearCode } from '../../src/information/linear-code.js';
import { LinearGaussian } from '../../src/information/linear-gaussian.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';

// What Node prints of an object: by console.log, or as the last expression of a cell.

test('a linear code prints as its bits', () => {
  expect(inspect(new LinearCode({ X: ['a', 'a + b'], Y: ['0'], Z: [] }))).toBe(
    ['variable  bits', 'X         a, a + b', 'Y         0', 'Z         constant'].join('\n'),
  );
});

test('a distribution prints as a table', () => {
  const coins = FiniteDistribution.fromTable(
    ['X'],
    [
      [['heads'], 0.25],
      [['tails'], 0.75],
    ],
  );
  expect(inspect(coins)).toBe(['X      probability', 'heads  0.25', 'tails  0.75'].join('\n'));
});

test('a Gaussian system prints as its covariance', () => {
  const system = LinearGaussian.empty()
    .source('X', 1)
    .linear('Y', { X: 0.5 }, 1 / 3);
  expect(inspect(system)).toBe(['covariance  X    Y', 'X           1    0.5', 'Y           0.5  0.5833'].join('\n'));
});

test('a mixture prints as its components', () => {
  const mixture = new GaussianMixture({
    weights: [0.25, 0.75],
    means: [
      [0, 1],
      [2, 3],
    ],
    covariances: [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [2, 0.5],
        [0.5, 1],
      ],
    ],
  });
  expect(inspect(mixture)).toBe(
    [
      'component  weight  mean    covariance',
      '0          0.25    [0, 1]  [1, 0] [0, 1]',
      '1          0.75    [2, 3]  [2, 0.5] [0.5, 1]',
    ].join('\n'),
  );
});

test('a verdict prints as its proof or its counterexample', async () => {
  const proved = await prove('I(X;Z) <= I(X;Y)', { given: ['X -> Y -> Z'] });
  expect(inspect(proved)).toMatch(
    /^✓ Proved\nI\(X; Z\) <= I\(X; Y\), given X -> Y -> Z:\n.*For densities: holds as well/s,
  );
  expect(Object.keys(proved)).not.toContain('Symbol(nodejs.util.inspect.custom)');
  if (proved.status === 'proved') expect(inspect(proved.certificate)).toBe(proved.certificate.write('text'));
  const refuted = await prove('I(X;Y) <= I(X;Z)', { given: ['X -> Y -> Z'] });
  expect(inspect(refuted)).toMatch(/^✗ Refuted\nvariable {2}bits\nX {9}a\n.*1 <= 0, false/s);
  if (refuted.status === 'refuted') expect(inspect(refuted.evidence)).toBe(String(refuted.evidence));
});
