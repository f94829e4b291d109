import { describe, expect, test } from 'vitest';
import { derivationFigure } from '../../../src/notebook/cards/derivation-figure.js';
import { VERDICT_SIGNS } from '../../../src/notebook/cards/verdict-signs.js';

describe('the figure of a derivation', () => {
  const { data, layout } = derivationFigure({ 'eq-30.2': ['eq-28', 'eq-29'], 'eq-30': ['eq-30.2'] }, 'title');
  const labels = data[data.length - 1] as unknown as { x: number[]; y: number[]; text: string[] };

  test('puts a line one column after what it is derived from', () => {
    const column = (text: string) => labels.x[labels.text.indexOf(text)];
    expect(labels.text).toEqual(['◐ (28)', '◐ (29)', '◐ (30)<br>line 2', '◐ (30)']);
    expect(['◐ (28)', '◐ (29)', '◐ (30)<br>line 2', '◐ (30)'].map(column)).toEqual([0, 0, 1, 2]);
    expect(new Set(labels.y.slice(0, 2)).size).toBe(2);
  });

  test('has an arrow for each derivation, and a box in the colour of each verdict', () => {
    expect(data).toHaveLength(3 + 1);
    const shapes = layout!.shapes as { line: { color: string } }[];
    expect(shapes.map(({ line }) => line.color)).toEqual(Array(4).fill(VERDICT_SIGNS['holds-under'].colour));
  });

  test('breaks the arrows to lines that do not follow', () => {
    const { data } = derivationFigure({ 'eq-21': ['eq-19', 'eq-20'], 'eq-23': ['eq-21'] }, 'title', ['eq-21']);
    const lines = data.slice(0, -1) as unknown as { line: { dash: string } }[];
    expect(lines.map(({ line }) => line.dash)).toEqual(['dash', 'dash', 'solid']);
  });

  test('refuses what is in no ledger, and circles', () => {
    expect(() => derivationFigure({ 'eq-30': ['eq-99'] }, 'title')).toThrow("got 'eq-99'");
    expect(() => derivationFigure({ 'eq-30': ['eq-28'], 'eq-28': ['eq-30'] }, 'title')).toThrow(
      "derivation must not derive 'eq-28' from itself",
    );
  });
});
