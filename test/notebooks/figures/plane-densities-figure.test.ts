import { expect, test } from 'vitest';
import { planeDensitiesFigure } from '../../../notebooks/figures/plane-densities-figure.js';
import { GaussianMixture } from '../../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../../src/random/rng.js';

const round = new GaussianMixture({
  weights: [1],
  means: [[0, 0]],
  covariances: [
    [
      [1, 0],
      [0, 1],
    ],
  ],
});
const panel = {
  variable: 'S',
  density: round,
  sample: round.sample(50, createRng(1)),
  window: { x: [-5, 5], y: [-4, 4] },
} as const;
const { data, layout } = planeDensitiesFigure({ title: 'Twice', color: '#000000', panels: [panel, panel] });

test('each panel has the regions of five probabilities, and the draws', () => {
  const radii = data.slice(0, 5).map(({ x }) => Math.max(...(x as number[])));
  // √(−2 log(1 − p)) of a standard Gaussian.
  const expected = [0.9, 0.7, 0.5, 0.3, 0.1].map((p) => Math.sqrt(-2 * Math.log(1 - p)));
  for (const [i, radius] of radii.entries()) expect(radius).toBeCloseTo(expected[i], 1);
  expect(data.map(({ xaxis }) => xaxis)).toEqual([...Array(6).fill(undefined), ...Array(6).fill('x2')]);
  expect(data[5].x).toHaveLength(50);
});

test('the axes name the variable, and show the window', () => {
  expect(layout?.xaxis2).toMatchObject({ title: { text: 'first coordinate of S' }, range: [-5, 5] });
  expect(layout?.yaxis).toMatchObject({ title: { text: 'second coordinate of S' }, range: [-4, 4] });
});
