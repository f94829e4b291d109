import { describe, expect, test } from 'vitest';
import { klGapFigure } from '../../../notebooks/figures/kl-gap-figure.js';
import { mean, standardDeviation, standardError } from '../../../src/numeric/summary.js';
import type { KlGapCurve } from '../../../src/synthesis/kl-gap-sweep.js';

describe('Figure 4', () => {
  const summary = (values: number[]) => ({
    mean: mean(values),
    standardDeviation: standardDeviation(values),
    median: 0,
    n: values.length,
    values,
    standardErrors: values.map(() => 0.1),
    meanDivergences: { anchor: 0, synthetic: 0 },
  });
  const curve: KlGapCurve = { 2: summary([1, 2, 3, 6]), 5: summary([0, 1, 0, 1]) };
  const { data, layout } = klGapFigure({ K: curve, J: curve, L: curve }, 'title');

  test('has a panel each for K, J and L, named with what is held fixed', () => {
    const titles = ['xaxis', 'xaxis2', 'xaxis3'].map(
      (axis) => (layout![axis] as { title: { text: string } }).title.text,
    );
    expect(titles).toEqual(['K  (J = 2, L = 2)', 'J  (K = 2, L = 2)', 'L  (K = 2, J = 2)']);
    expect(data.map(({ xaxis }) => xaxis)).toEqual(['x', 'x', 'x2', 'x2', 'x3', 'x3']);
  });

  test('shades mean ± standard deviation and bars two standard errors', () => {
    const [band, line] = data;
    const [a, b] = [curve[2], curve[5]];
    expect(band.x).toEqual([2, 5, 5, 2]);
    expect(band.y).toEqual([
      a.mean + a.standardDeviation,
      b.mean + b.standardDeviation,
      b.mean - b.standardDeviation,
      a.mean - a.standardDeviation,
    ]);
    expect(line.y).toEqual([a.mean, b.mean]);
    expect((line.error_y as { array: number[] }).array).toEqual([a, b].map(({ values }) => 2 * standardError(values)));
  });
});
