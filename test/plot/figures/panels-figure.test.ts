import { describe, expect, test } from 'vitest';
import { withSlider } from '../../../notebooks/figures/with-slider.js';
import type { Trace } from '../../../src/plot/figure.js';
import { panelsFigure } from '../../../src/plot/figures/panels-figure.js';

const line = (name: string, y: readonly number[]): Trace => ({ x: [0, 1], y, name });
const panel = (y: string, ...traces: Trace[]) => ({ x: 'knob', y, traces });
const options = { title: 'Panels', columns: 2, height: 400 };
type Axes = Record<string, { title: { text: string }; range?: [number, number] }>;

describe('panels', () => {
  test('of a row with the same label share an axis, long enough for all of them', () => {
    const panels = [panel('bits', line('a', [0, 1])), panel('bits', line('a', [0, 3]))];
    const { data, layout } = panelsFigure({ ...options, panels });
    expect(data.map(({ xaxis, yaxis }) => [xaxis, yaxis])).toEqual([
      ['x', 'y'],
      ['x2', 'y'],
    ]);
    const [low, high] = (layout as unknown as Axes).yaxis.range!;
    expect(low).toBeCloseTo(-0.15, 12);
    expect(high).toBeCloseTo(3.15, 12);
  });

  test('with different labels have axes of their own', () => {
    const panels = [panel('bits', line('a', [0, 1])), panel('risk', line('a', [0, 3]))];
    const { data, layout } = panelsFigure({ ...options, panels });
    expect(data.map(({ yaxis }) => yaxis)).toEqual(['y', 'y2']);
    const { yaxis, yaxis2 } = layout as unknown as Axes;
    expect([yaxis, yaxis2].map(({ title }) => title.text)).toEqual(['bits', 'risk']);
  });

  test('below each other say once what is across', () => {
    const panels = [panel('(5)', line('a', [0, 1])), panel('(10)', line('a', [0, 1]))];
    const { layout } = panelsFigure({ ...options, panels, columns: 1 });
    const { xaxis, xaxis2 } = layout as unknown as Axes;
    expect([xaxis, xaxis2].map(({ title }) => title.text)).toEqual(['', 'knob']);
  });

  test('name a line in the legend once, as in print', () => {
    const panels = [panel('bits', line('S_gen', [0, 1]), line('W', [0, 1])), panel('bits', line('S_gen', [0, 1]))];
    const { data } = panelsFigure({ ...options, panels });
    expect(data.map(({ name, showlegend }) => [name, showlegend])).toEqual([
      ['S<sub>gen</sub>', true],
      ['W', true],
      ['S<sub>gen</sub>', false],
    ]);
  });

  test('have their headings above them, and maps fill their axes', () => {
    const map = {
      type: 'contour',
      x: [0, 1],
      y: [0, 1],
      z: [
        [0, 1],
        [1, 2],
      ],
    };
    const { layout } = panelsFigure({ ...options, panels: [{ ...panel('θ', map), heading: 'I(G; W)' }] });
    expect((layout as unknown as Axes).xaxis.range).toBeUndefined();
    expect(layout!.annotations).toMatchObject([{ text: '<b>I(G; W)</b>', xref: 'x domain', yanchor: 'bottom' }]);
  });

  test('are not drawn if there are none', () => {
    expect(() => panelsFigure({ ...options, panels: [] })).toThrow('panels must not be empty');
  });
});

describe('a slider', () => {
  const figureAt = (value: number) =>
    panelsFigure({ ...options, columns: 1, panels: [panel('bits', line('a', [0, value]))] });
  const { data, layout, frames } = withSlider({ label: 'κ', values: [1, 2, 4] }, figureAt);

  test('starts in the middle, and leads to a frame for each value', () => {
    expect(data[0].y).toEqual([0, 2]);
    expect(frames?.map(({ name, data }) => [name, data[0].y])).toEqual([
      ['1', [0, 1]],
      ['2', [0, 2]],
      ['4', [0, 4]],
    ]);
    expect((layout!.sliders as { active: number }[])[0].active).toBe(1);
  });

  test('leaves the axes as they are, long enough for all', () => {
    const [low, high] = (layout as unknown as Axes).yaxis.range!;
    expect(low).toBeCloseTo(-0.2, 12);
    expect(high).toBeCloseTo(4.2, 12);
  });

  test('refuses a knob without values', () => {
    expect(() => withSlider({ label: 'κ', values: [] }, figureAt)).toThrow("the knob 'κ' must have values");
  });
});
