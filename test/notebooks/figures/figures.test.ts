import { describe, expect, test } from 'vitest';
import { distributionsFigure } from '../../../notebooks/figures/distributions-figure.js';
import { setupFigure } from '../../../notebooks/figures/setup-figure.js';
import { GaussianMixture } from '../../../src/mixture/gaussian-mixture.js';
import { mean } from '../../../src/numeric/summary.js';
import { componentNames, componentOutline, topOfOutline } from '../../../src/plot/figures/component-outline.js';
import { createRng } from '../../../src/random/rng.js';
import { simulate } from '../../../src/synthesis/simulation.js';

const simulation = simulate({ K: 2, J: 3, L: 1 }, { protocol: 'paper-text', rng: createRng(1) });

describe('an outline', () => {
  const mixture = new GaussianMixture({
    weights: [1],
    means: [[3, -1]],
    covariances: [
      [
        [2, 1.2],
        [1.2, 1],
      ],
    ],
  });

  test('is a level line of the density, closed, that holds nine tenths of the draws', () => {
    const { x, y } = componentOutline(mixture, 0);
    expect([x.at(-1), y.at(-1)]).toEqual([x[0], y[0]]);
    const levels = mixture.logDensity(x.map((value, i) => [value, y[i]]));
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(0.02);
    const draws = mixture.logDensity(mixture.sample(20_000, createRng(1)));
    const inside = draws.filter((level) => level > mean(levels)).length / 20_000;
    expect(Math.abs(inside - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / 20_000));
  });

  test('has its top where it is highest', () => {
    const { x, y } = componentOutline(mixture, 0);
    const top = topOfOutline(mixture, 0);
    const highest = y.indexOf(Math.max(...y));
    expect(Math.abs(top.y - y[highest])).toBeLessThan(0.01);
    expect(Math.abs(top.x - x[highest])).toBeLessThan(0.2);
  });
});

describe('Figure 5', () => {
  test('shows every component once by name, and the anchor data', () => {
    const names = [
      'K<sub>1</sub>',
      'K<sub>2</sub>',
      'J<sub>1</sub>',
      'J<sub>2</sub>',
      'J<sub>3</sub>',
      'L<sub>1</sub>',
    ];
    expect(componentNames(simulation)).toEqual(names);
    const { data } = setupFigure(simulation);
    expect(data.find((trace) => trace.mode === 'text')?.text).toEqual(names.map((name) => `<b>${name}</b>`));
    expect(data.find((trace) => trace.name === 'anchor data')?.x).toHaveLength(100);
  });

  test('fills the squares of the components that S_anchor, G and M have', () => {
    const { data } = setupFigure(simulation);
    const filled = data
      .filter((trace) => trace.yaxis === 'y2')
      .map(({ marker }) => (marker as { symbol: string[] }).symbol.map((symbol) => (symbol === 'square' ? 1 : 0)));
    expect(filled).toEqual([
      [1, 1, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, 0],
      [1, 1, 1, 1, 1, 1],
    ]);
  });
});

test('Figure 2 has all points, and outlines of M’s components and of the K with anchor data', () => {
  const sizes = distributionsFigure(simulation).data.map(
    ({ x }) => (x as (number | null)[]).filter((value) => value !== null).length,
  );
  expect(sizes).toEqual([1000, 6 * 61, 100, 2 * 61]);
});
