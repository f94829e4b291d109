import { expect, test } from 'vitest';
import { curvesFigure } from '../../../src/notebook/figures/curves-figure.js';

const x = { title: 'x (m)', values: [0, 1] };
const curve = { name: 'identity', y: [0, 1], color: '#000000' };

test('each curve is a line at the common values, solid unless it says otherwise', () => {
  const dashed = { name: 'square', y: [0, 2], color: '#ffffff', dash: 'dash' as const, width: 5 };
  const { data, layout } = curvesFigure({ title: 'title', x, y: { title: 'y' }, curves: [curve, dashed] });
  expect(data.map(({ x, y }) => [x, y])).toEqual([
    [
      [0, 1],
      [0, 1],
    ],
    [
      [0, 1],
      [0, 2],
    ],
  ]);
  expect(data.map(({ line }) => line)).toEqual([
    { color: '#000000', dash: 'solid', width: 3 },
    { color: '#ffffff', dash: 'dash', width: 5 },
  ]);
  expect(layout!.showlegend).toBe(true);
});

test('a single curve needs no legend, and the range is as given', () => {
  const { layout } = curvesFigure({ title: 'title', x, y: { title: 'y', range: [0, 2] }, curves: [curve] });
  expect(layout!.showlegend).toBe(false);
  expect(layout!.yaxis).toEqual({ title: { text: 'y' }, range: [0, 2] });
  expect(layout!.xaxis).toEqual({ title: { text: 'x (m)' } });
});
