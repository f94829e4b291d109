import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from './random-mixture.js';

test('on the line they are around each component that has weight, in its deviations', () => {
  const mixture = new GaussianMixture({
    weights: [0.5, 0.5, 0],
    means: [0, 1000, 500],
    covariances: [[[1]], [[0.01]], [[1]]],
  });
  expect(mixture.breakpoints()).toEqual([-9, -4, 0, 4, 9, 999.1, 999.6, 1000, 1000.4, 1000.9]);
});

test('in the plane they follow a slanting component: its mean and deviation given the first coordinate', () => {
  const [sx, sy, correlation] = [2, 3, 0.8];
  const mixture = new GaussianMixture({
    weights: [1],
    means: [[1, -1]],
    covariances: [
      [
        [sx * sx, correlation * sx * sy],
        [correlation * sx * sy, sy * sy],
      ],
    ],
  });
  expect(mixture.breakpoints()).toEqual([-9, -4, 0, 4, 9].map((z) => expect.closeTo(1 + z * sx, 12)));
  const [x, mean, deviation] = [3, -1 + ((correlation * sy) / sx) * 2, sy * Math.sqrt(1 - correlation ** 2)];
  expect(mixture.breakpoints([x])).toEqual([-9, -4, 0, 4, 9].map((z) => expect.closeTo(mean + z * deviation, 12)));
});

test('there are none where the coordinates given are out of reach of all components', () => {
  const mixture = randomMixture(3, 2, createRng(1));
  expect(mixture.breakpoints([1e3])).toEqual([]);
});

test('all that is drawn lies between the first and the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.integer(), (k, d, seed) => {
      const rng = createRng(seed);
      const mixture = randomMixture(k, d, rng);
      for (const point of mixture.sample(10, rng).to2DArray()) {
        point.forEach((value, axis) => {
          const splits = mixture.breakpoints(point.slice(0, axis));
          expect(splits[0]).toBeLessThan(value);
          expect(splits.at(-1)).toBeGreaterThan(value);
        });
      }
    }),
  );
});
