import { expect, test } from 'vitest';
import { distributionFunctionFigure } from '../../../notebooks/figures/distribution-function-figure.js';

const figure = distributionFunctionFigure({
  title: 'Uniform',
  sample: { name: 'draws', points: Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000), color: '#000000' },
  range: [0, 1],
  steps: 4,
  curves: [{ name: 'x', probability: (x) => x, color: '#ff0000' }],
});
const [band, curve] = figure.data;

test('a distribution function is drawn at the ends of the steps', () => {
  expect(curve.x).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(curve.y).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('the band is the share of the draws, give or take the bound of Dvoretzky, Kiefer, Wolfowitz and Massart', () => {
  const half = Math.sqrt(Math.log(40) / 2000);
  const edges = [
    ...[half, 0.25 + half, 0.5 + half, 0.75 + half, 1],
    ...[1 - half, 0.75 - half, 0.5 - half, 0.25 - half, 0],
  ];
  for (const [i, y] of (band.y as number[]).entries()) expect(y).toBeCloseTo(edges[i], 12);
  expect(band.x).toEqual([0, 0.25, 0.5, 0.75, 1, 1, 0.75, 0.5, 0.25, 0]);
  expect(band.name).toBe('draws (1,000 draws, 95 % band)');
});
