import { describe, expect, test } from 'vitest';
import { DARK_STYLE, writeAttributes } from '../../../src/plot/still/surface.js';
import { palette, surfaceColours } from '../../../src/plot/theme.js';

const surfaces = Object.entries(surfaceColours);
const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

describe('the colours that stand for those of the page', () => {
  test.each(surfaces)('%s: one unit from the light colour, in one channel', (_, { standIn, light }) => {
    const steps = channels(standIn).map((value, i) => Math.abs(value - channels(light)[i]));
    expect(steps.sort()).toEqual([0, 0, 1]);
  });

  test('are no colours of anything else', () => {
    const others = [...Object.values(palette), ...surfaces.flatMap(([, { light, dark }]) => [light, dark])];
    const standIns = surfaces.map(([, { standIn }]) => standIn);
    expect(new Set(standIns).size).toBe(standIns.length);
    expect(others.filter((colour) => new Set<string>(standIns).has(colour.toLowerCase()))).toEqual([]);
  });
});

describe('attributes', () => {
  test('get the light colour, and a class where the dark one is another', () => {
    expect(writeAttributes({ x: '1', fill: '#222223', stroke: '#fffffe' })).toBe(
      ' class="fill-text stroke-paper" x="1" fill="#222" stroke="#fff"',
    );
    expect(writeAttributes({ stroke: '#888889' })).toBe(' stroke="#888"');
  });

  test('stay as they are in the colours of data, which may be the light ones', () => {
    expect(writeAttributes({ fill: '#fff', stroke: '#222222', 'fill-opacity': '.5' })).toBe(
      ' fill="#fff" stroke="#222222" fill-opacity=".5"',
    );
  });

  test('are escaped', () => {
    expect(writeAttributes({ 'font-family': '"A" & B' })).toBe(' font-family="&quot;A&quot; &amp; B"');
  });
});

test('the style sheet has a rule for each colour that changes, for areas and for lines', () => {
  const changing = surfaces.filter(([, { light, dark }]) => light !== dark).map(([role]) => role);
  const classes = [...DARK_STYLE.matchAll(/\.([a-z-]+)\{/g)].map(([, name]) => name);
  expect(classes).toEqual(changing.flatMap((role) => [`fill-${role}`, `stroke-${role}`]));
});
