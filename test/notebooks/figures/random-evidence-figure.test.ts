import { describe, expect, test } from 'vitest';
import { randomEvidenceFigure } from '../../../notebooks/figures/random-evidence-figure.js';
import { type LineEvidence, randomSystemEvidence } from '../../../src/paper/random/random-evidence.js';
import { FAMILY_NAMES } from '../../../src/paper/random/random-systems.js';
import { createRng } from '../../../src/random/rng.js';

describe('the heat map of random systems', () => {
  const lines = randomSystemEvidence({ systems: 5, rng: createRng('heat map') });
  const { data, layout } = randomEvidenceFigure(lines, 'title');
  const maps = data.filter(({ type }) => type === 'heatmap') as unknown as { z: number[][]; text: string[][] }[];

  test('has a row for each line, in order, and a column for each family', () => {
    expect(maps.flatMap(({ z }) => z)).toEqual(
      lines.map(({ families }) => FAMILY_NAMES.map((family) => families[family].violated)),
    );
    const rows = ['yaxis', 'yaxis2'].flatMap((axis) => (layout![axis] as { ticktext: string[] }).ticktext);
    expect(rows).toHaveLength(lines.length);
    expect(rows[0]).toBe('Chain of §3.2 ✓');
    expect((layout!.xaxis2 as { ticktext: string[] }).ticktext).toHaveLength(FAMILY_NAMES.length);
  });

  test('says the share and the smallest slack of a cell, and writes the share where it is not zero', () => {
    const first = lines.findIndex(({ id }) => id === 'eq-15');
    const { violated, smallestSlack } = (lines[first] as LineEvidence).families[FAMILY_NAMES[0]];
    expect(maps[0].text[first][0]).toBe(
      `(15), additive structure only<br>violated by ${100 * violated} %, smallest slack −${(-smallestSlack).toFixed(3)} nats`,
    );
    const written = data.filter(({ type }) => type === 'scatter').flatMap(({ text }) => text as string[]);
    expect(written).toHaveLength(maps.flatMap(({ z }) => z.flat()).filter((share) => share > 0).length);
  });
});
