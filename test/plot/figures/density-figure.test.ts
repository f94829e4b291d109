import { describe, expect, test } from 'vitest';
import { uniformDensity } from '../../../src/density/uniform-density.js';
import { densityFigure } from '../../../src/plot/figures/density-figure.js';

const density = uniformDensity(0, 2);
const curves = [{ name: 'density', density, color: '#ff0000' }];
const sample = { name: 'draws', points: [0.1, 0.2, 0.3, 1.5, 5], color: '#000000' };

describe('a density over a histogram', () => {
  const { data, layout } = densityFigure({ title: 'Uniform', axis: 'x', sample, edges: [0, 1, 2], curves });
  const [bars, curve] = data;

  test('has bars whose area is the share of the draws', () => {
    expect(bars.y).toEqual([3 / 5, 1 / 5]);
  });

  test('has the density over the range of the bins', () => {
    for (const height of curve.y as number[]) expect(height).toBeCloseTo(1 / 2, 12);
    expect((curve.x as number[]).every((x) => x > 0 && x < 2)).toBe(true);
  });

  test('shows the whole of both, from zero', () => {
    const { range } = (layout as { yaxis: { range: number[] } }).yaxis;
    expect(range[0]).toBe(0);
    expect(range[1]).toBeGreaterThan(3 / 5 + 2 * Math.sqrt((0.6 * 0.4) / 5));
  });
});

test('without draws there are only curves, filled if so asked', () => {
  const filled = [{ ...curves[0], filled: true }];
  const { data } = densityFigure({ title: 'Uniform', axis: 'x', edges: [0, 2], curves: [...curves, ...filled] });
  expect(data.map(({ fill }) => fill)).toEqual([undefined, 'tozeroy']);
});
