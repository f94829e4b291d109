import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { localValuesFigure } from '../../../notebooks/figures/local-values-figure.js';
import { permutationFigure } from '../../../notebooks/figures/permutation-figure.js';

test('a permutation test is the histogram of what permuted data give, with a line where the data are', () => {
  const result = { value: 0.5, pValue: 0.25, null: Float64Array.of(0.1, 0.2, 0.6) };
  const { data, layout } = permutationFigure(result, { title: 'title', statistic: 'information (nats)' });
  expect([data[0].type, data[0].x]).toEqual(['histogram', result.null]);
  const [line] = layout!.shapes as { x0: number; x1: number; y0: number; y1: number; yref: string }[];
  expect([line.x0, line.x1, line.y0, line.y1, line.yref]).toEqual([0.5, 0.5, 0, 1, 'paper']);
  expect(layout!.xaxis).toEqual({ title: { text: 'information (nats)' } });
});

test('local values colour their points, and the scale says nats', () => {
  const column = (...values: number[]) => Matrix.columnVector(values);
  const { data } = localValuesFigure({
    title: 'title',
    x: column(1, 2),
    y: column(3, 4),
    values: Float64Array.of(-1, 1),
  });
  const [points] = data;
  expect([points.x, points.y]).toEqual([
    [1, 2],
    [3, 4],
  ]);
  const { color, colorbar } = points.marker as { color: number[]; colorbar: { title: { text: string } } };
  expect([color, colorbar.title.text]).toEqual([[-1, 1], 'nats']);
});
