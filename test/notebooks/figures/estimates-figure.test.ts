import { expect, test } from 'vitest';
import {
  type EstimatesFigureOptions,
  type EstimatesPanel,
  estimatesFigure,
} from '../../../notebooks/figures/estimates-figure.js';

const panel: EstimatesPanel = {
  x: { title: 'points', values: [10, 1000] },
  truth: [1, 2],
  curves: ['a', 'b'].map((name) => ({
    name,
    color: '#000000',
    estimates: [Float64Array.of(0, 2), Float64Array.of(1, 5)],
  })),
};
const options: EstimatesFigureOptions = {
  title: 'title',
  panels: [panel],
  y: 'estimate (nats)',
  bars: 'standard deviation',
};
const barsOf = (asked: EstimatesFigureOptions) => (estimatesFigure(asked).data[1].error_y as { array: number[] }).array;

test('means stand beside what is true, where the values are', () => {
  const [truth, a, b] = estimatesFigure(options).data;
  expect([truth.x, truth.y]).toEqual([
    [10, 1000],
    [1, 2],
  ]);
  for (const curve of [a, b]) {
    expect([curve.x, curve.y]).toEqual([
      [10, 1000],
      [1, 3],
    ]);
  }
});

test('bars are the standard deviation of an estimate, or two standard errors of the mean', () => {
  expect(barsOf(options)).toEqual([1, 2]); // over n, as `standardDeviation` has it
  const errors = barsOf({ ...options, bars: 'two standard errors' });
  expect(errors).toEqual([2, 4]); // sd √2 and 2√2 over n − 1, and two samples
});

test('on a logarithmic axis curves step aside evenly, and say where they belong', () => {
  const { data, layout } = estimatesFigure({ ...options, log: true, ticks: [10, 1000] });
  const [, a, b] = data.map(({ x }) => x as number[]);
  for (const i of [0, 1]) {
    expect(a[i] * b[i]).toBeCloseTo(panel.x.values[i] ** 2, 6);
    expect(b[i] / a[i]).toBeGreaterThan(1);
    expect(b[i] / a[i]).toBeLessThan(1.12);
  }
  expect(data[1].customdata).toEqual([10, 1000]);
  expect(layout!.xaxis).toMatchObject({ type: 'log', tickvals: [10, 1000], ticktext: ['10', '1,000'] });
  const alone = { ...panel, curves: panel.curves.slice(1) };
  expect(estimatesFigure({ ...options, log: true, panels: [alone] }).data[1].x).toEqual([10, 1000]);
});

test('two panels have axes of their own and one legend', () => {
  const { data, layout } = estimatesFigure({ ...options, panels: [panel, panel] });
  expect(data.map(({ xaxis }) => xaxis)).toEqual(['x', 'x', 'x', 'x2', 'x2', 'x2']);
  expect(data.map(({ showlegend }) => showlegend)).toEqual([true, true, true, false, false, false]);
  expect([layout!.yaxis, layout!.yaxis2]).toEqual([{ title: { text: 'estimate (nats)' } }, {}]);
});
