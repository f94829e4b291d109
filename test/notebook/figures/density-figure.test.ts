import { describe, expect, test } from 'vitest';
import { uniformDensity } from '../../../src/density/uniform-density.js';
import { densityFigure } from '../../../src/notebook/figures/density-figure.js';

const density = uniformDensity(0, 2);
const figure = densityFigure({
  title: 'Uniform',
  axis: 'x',
  sample: { name: 'draws', points: [0.1, 0.2, 0.3, 1.5, 5], color: '#000000' },
  edges: [0, 1, 2],
  curves: [{ name: 'density', density, color: '#ff0000' }],
});

describe('a density over a histogram', () => {
  const [bars, curve] = figure.data;

  test('has bars whose area is the share of the draws, with two standard errors of it', () => {
    expect(bars.y).toEqual([3 / 5, 1 / 5]);
    const { array } = bars.error_y as { array: number[] };
    expect(array[0]).toBeCloseTo(2 * Math.sqrt((0.6 * 0.4) / 5), 12);
    expect(bars.name).toContain('5 draws');
  });

  test('has the density within each bin', () => {
    expect(curve.y).toHaveLength(16);
    for (const height of curve.y as number[]) expect(height).toBeCloseTo(1 / 2, 12);
    expect((curve.x as number[]).every((x) => x > 0 && x < 2)).toBe(true);
  });
});
