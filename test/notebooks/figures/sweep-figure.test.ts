import { describe, expect, test } from 'vitest';
import { sweepFigure } from '../../../notebooks/figures/sweep-figure.js';
import { LinearCode } from '../../../src/information/linear-code.js';
import { figureSvg } from '../../../src/notebook/show-figure.js';
import type { Trace } from '../../../src/plot/figure.js';

/** X has as many bits as the knob says, Y those of them that the slider says. */
const bits = ['a', 'b', 'c'];
const options = {
  title: 'Bits',
  knob: { label: 'bits of X', values: [0, 1, 2, 3] },
  slider: { label: 'bits of Y', values: [0, 2, 3] },
  system: (x: number, y: number) => new LinearCode({ X: bits.slice(0, x), Y: bits.slice(0, y) }),
  curves: [
    { name: 'X', expression: 'H(X)', color: '#000000' },
    { name: 'shared', expression: 'I(X; Y)', color: '#ff0000', dash: 'dash' },
  ],
  unit: 'bits',
} as const;

const rounded = ({ y }: Trace) => (y as number[]).map((value) => Number(value.toFixed(9)));

describe('a sweep', () => {
  const figure = sweepFigure(options);
  const { sliders, yaxis } = figure.layout as {
    readonly sliders: { active: number; steps: { label: string; args: [[string]] }[] }[];
    readonly yaxis: { range: [number, number] };
  };

  test('has a curve for each quantity where the slider stands in the middle, in the unit asked for', () => {
    expect(figure.data.map(({ name }) => name)).toEqual(['X', 'shared']);
    expect(figure.data.map(rounded)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 2],
    ]);
    const nats = sweepFigure({ ...options, unit: 'nats' });
    expect((nats.data[0].y as number[])[3]).toBeCloseTo(3 * Math.LN2, 12);
  });

  test('has a frame for each position, which the slider names', () => {
    expect(figure.frames?.map(({ data }) => rounded(data[1]))).toEqual([
      [0, 0, 0, 0],
      [0, 1, 2, 2],
      [0, 1, 2, 3],
    ]);
    const [slider] = sliders;
    expect(slider.active).toBe(1);
    expect(slider.steps.map(({ label, args }) => [label, args[0][0]])).toEqual([
      ['0', '0'],
      ['2', '2'],
      ['3', '3'],
    ]);
    expect(figure.frames?.map(({ name }) => name)).toEqual(['0', '2', '3']);
  });

  test('has one vertical axis for all positions', () => {
    const [low, high] = yaxis.range;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(3);
  });

  test('is drawn without a browser', async () => {
    expect(await figureSvg(figure, 'two lines')).toContain('shared');
  });

  test('refuses a knob that cannot be turned', () => {
    expect(() => sweepFigure({ ...options, knob: { label: 'ρ', values: [] } })).toThrow(
      "the knob 'ρ' must have values",
    );
  });
});
