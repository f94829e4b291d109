import { describe, expect, test } from 'vitest';
import { curvesFigure } from '../../../src/plot/figures/curves-figure.js';

const values = [1, 2, 4];
const curves = [
  { name: 'error', y: [0.5, 0.2, 0.1], color: '#0072B2' },
  { name: 'bound', y: [0.6, 0.5, 0.3], color: '#D55E00', dash: 'dash' },
  { name: 'measured', y: [0.4], color: '#009E73', points: [3] },
] as const;

describe('curves', () => {
  test('are drawn over the values of the axis, points where they are, each with its name, colour and dash', () => {
    const { data } = curvesFigure('title', { x: { label: 'n', values }, y: { label: 'nats' } }, curves);
    expect(data).toMatchObject([
      {
        name: 'error',
        mode: 'lines+markers',
        x: values,
        y: [0.5, 0.2, 0.1],
        line: { color: '#0072B2', dash: 'solid' },
      },
      { name: 'bound', mode: 'lines+markers', x: values, y: [0.6, 0.5, 0.3], line: { color: '#D55E00', dash: 'dash' } },
      { name: 'measured', mode: 'markers', x: [3], y: [0.4], marker: { color: '#009E73' } },
    ]);
  });

  test('have no markers where values are many', () => {
    const many = Array.from({ length: 13 }, (_, i) => i);
    const { data } = curvesFigure('title', { x: { label: 'n', values: many }, y: { label: 'nats' } }, [
      { name: 'square', y: many.map((n) => n * n), color: '#0072B2' },
    ]);
    expect(data[0].mode).toBe('lines');
  });

  test('have a linear axis that shows zero, or a logarithmic one with the ticks asked for', () => {
    const axes = { x: { label: 'n', values, logTicks: values }, y: { label: 'nats' } };
    const { layout } = curvesFigure('title', axes, curves);
    expect(layout?.xaxis).toEqual({ title: { text: 'n' }, type: 'log', tickvals: values });
    expect(layout?.yaxis).toEqual({ title: { text: 'nats' }, rangemode: 'tozero' });
  });
});
