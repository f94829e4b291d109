import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionalMutualInformationKnn,
  localConditionalMutualInformationKnn,
} from '../../src/estimators/conditional-mutual-information-knn.js';
import { mean } from '../../src/numeric/summary.js';
import { permutation } from '../../src/random/permutation.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { expectConsistent } from './consistency.js';
import { gridRows, normals, shuffled } from './random-samples.js';
import { frenzelPompe } from './slow-twins.js';

// So few points that ties are not refused.
const samples = fc
  .tuple(fc.integer({ min: 5, max: 19 }), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
  .chain(([n, dx, dz]) => fc.tuple(gridRows(n, dx), gridRows(n, 1), gridRows(n, dz)))
  // No point more than four times.
  .filter(([x, y, z]) => {
    const points = x.map((row, i) => [...row, ...y[i], ...z[i]].join());
    return points.every((point) => points.filter((other) => other === point).length <= 4);
  });

test('is its definition, ties and repeats included', () => {
  fc.assert(
    fc.property(samples, ([x, y, z]) => {
      expect(conditionalMutualInformationKnn(x, y, z, { k: 4 })).toBeCloseTo(frenzelPompe(x, y, z, 4), 12);
    }),
    { numRuns: 50 },
  );
});

test('is symmetric in x and y and does not depend on the order of rows', () => {
  fc.assert(
    fc.property(samples, ([x, y, z]) => {
      const value = conditionalMutualInformationKnn(x, y, z, { k: 4 });
      const order = permutation(x.length, createRng('order'));
      expect(conditionalMutualInformationKnn(y, x, z, { k: 4 })).toBeCloseTo(value, 12);
      const [a, b, c] = [x, y, z].map((rows) => shuffled(rows, order));
      expect(conditionalMutualInformationKnn(a, b, c, { k: 4 })).toBeCloseTo(value, 12);
    }),
    { numRuns: 50 },
  );
});

test('local values average to the estimate; k is 3 unless given', () => {
  const rng = createRng('local');
  const [x, y, z] = [0, 1, 2].map(() => normals(0, 1, 50, rng));
  const local = localConditionalMutualInformationKnn(x, y, z);
  expect(local).toHaveLength(50);
  expect(conditionalMutualInformationKnn(x, y, z, { k: 3 })).toBe(mean(local));
});

test('comes to zero where z makes x and y independent, and to the partial correlation’s value', () => {
  // X → Z → Y, and then the collider: X and Y independent, Z their sum with noise of variance 1.
  const chain = (rng: Rng) => {
    const x = normals(0, 1, 1000, rng);
    const z = x.map((value) => value + rng.normal());
    return conditionalMutualInformationKnn(
      x,
      z.map((value) => value + rng.normal()),
      z,
    );
  };
  expectConsistent(chain, { truth: 0, resolution: 0.01, repeats: 20 });
  const collider = (rng: Rng) => {
    const x = normals(0, 1, 1000, rng);
    const y = normals(0, 1, 1000, rng);
    return conditionalMutualInformationKnn(
      x,
      y,
      x.map((value, i) => value + y[i] + rng.normal()),
      { k: 2 },
    );
  };
  // Given Z, the correlation of X and Y is −1/2.
  expectConsistent(collider, { truth: 0.1438410362, resolution: 0.01, repeats: 20 });
});

describe('bad input', () => {
  const x = [1, 2, 3, 4, 5];
  test.each<[string, () => unknown, string]>([
    ['a short z', () => conditionalMutualInformationKnn(x, x, [1]), 'z must have as many rows as x, 5, got 1'],
    ['k = n', () => conditionalMutualInformationKnn(x, x, x, { k: 5 }), 'k must be less than the number of points, 5'],
    [
      'an unknown option',
      () => conditionalMutualInformationKnn(x, x, x, { norm: 'max' } as never),
      "conditionalMutualInformationKnn has no option 'norm'; it takes k",
    ],
    [
      'repeated points',
      () => conditionalMutualInformationKnn([0, 1, 1, 1], [0, 3, 3, 3], [2, 2, 2, 2], { k: 2 }),
      'x, y and z repeat row 1 too often: its distance to neighbour 2 is zero',
    ],
  ])('%s', (_, estimate, message) => {
    expect(estimate).toThrow(message);
  });
});
