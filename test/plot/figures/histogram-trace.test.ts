import { describe, expect, test } from 'vitest';
import { highestBar, histogramTrace } from '../../../src/plot/figures/histogram-trace.js';

const bars = histogramTrace({
  name: 'draws',
  points: [-3, 0.1, 0.2, 0.3, 1.5, 5],
  color: '#000000',
  edges: [0, 1, 1.5, 2],
});

describe('a histogram', () => {
  test('has bars whose areas are shares of all draws, also of those outside its bins', () => {
    expect(bars.y).toEqual([3 / 6, 0, 1 / 6 / 0.5]);
    expect(bars.x).toEqual([0.5, 1.25, 1.75]);
    expect(bars.width).toEqual([1, 0.5, 0.5]);
  });

  test('has error bars of two binomial standard errors', () => {
    const { array } = bars.error_y as { array: number[] };
    expect(array[0]).toBeCloseTo(2 * Math.sqrt((0.5 * 0.5) / 6), 12);
    expect(array[1]).toBe(0);
    expect(array[2]).toBeCloseTo((2 * Math.sqrt(((1 / 6) * (5 / 6)) / 6)) / 0.5, 12);
    expect(highestBar(bars)).toBeCloseTo(1 / 3 + array[2], 12);
  });

  test('says how many draws there are', () => {
    expect(bars.name).toBe('draws (6 draws, ± 2 standard errors)');
  });
});
