import { describe, expect, test } from 'vitest';
import { calibrationFigure } from '../../../notebooks/figures/calibration-figure.js';
import { ggmiTermsFigure } from '../../../notebooks/figures/ggmi-terms-figure.js';
import { klGapGridFigure } from '../../../notebooks/figures/kl-gap-grid-figure.js';
import { klGapRoundsFigure } from '../../../notebooks/figures/kl-gap-rounds-figure.js';
import { klGapTrendsFigure } from '../../../notebooks/figures/kl-gap-trends-figure.js';
import { median } from '../../../src/numeric/summary.js';
import { ggmiTerms } from '../../../src/paper/ggmi-terms.js';
import { createRng } from '../../../src/random/rng.js';
import { calibrateMeasures } from '../../../src/synthesis/calibration.js';
import { klGapPanels } from '../../../src/synthesis/kl-gap-panels.js';
import { klGapTrendsByReading } from '../../../src/synthesis/kl-gap-trends.js';
import { KL_GAP_MEASURES } from '../../../src/synthesis/measures.js';
import { copyOrExplore } from '../../../src/synthesis/process/copy-or-explore.js';

const panels = await klGapPanels({
  values: [2, 4],
  protocol: 'published-code',
  measure: KL_GAP_MEASURES,
  rounds: 3,
  resamples: 2,
  seed: 'figures',
});
const results = { here: panels, there: panels };

test('the grid has a panel for each measure and sweep, and in it a band and a line of medians for each protocol', () => {
  const { data, layout } = klGapGridFigure(results, { title: 'title', rng: createRng(1) });
  const axes = new Set(data.map(({ xaxis, yaxis }) => `${xaxis} ${yaxis}`));
  const legend = data.filter(({ showlegend }) => showlegend !== false);
  expect([data.length - legend.length, axes.size - 1]).toEqual([5 * 3 * 2 * 2, 15]);
  expect((layout!.yaxis5 as { title: { text: string } }).title.text).toBe('jensen-shannon');
  expect((layout!.grid as { subplots: string[][] }).subplots[1]).toEqual(['xy2', 'x2y2', 'x3y2']);
  const line = data.find(
    ({ yaxis, xaxis, mode, fill }) => yaxis === 'y3' && xaxis === 'x2' && mode === 'lines' && !fill,
  )!;
  expect(line.y).toEqual([2, 4].map((value) => median(panels['monte-carlo'].J[value].values)));
  const dashes = legend.map(({ name, line }) => [name, (line as { dash: string }).dash]);
  expect(dashes).toEqual([
    ['here', 'solid'],
    ['there', 'dash'],
  ]);
  expect((line.line as { dash: string }).dash).toBe('solid');
  // Bands lie around their lines.
  data.forEach(({ fill, y }, i) => {
    if (!fill) return;
    const [band, middle] = [y as number[], data[i + 1].y as number[]];
    middle.forEach((value, k) => {
      expect(band[k]).toBeGreaterThanOrEqual(value);
      expect(band[band.length - 1 - k]).toBeLessThanOrEqual(value);
    });
  });
});

test('trends are points with intervals, in a row for each protocol, the published side shaded', () => {
  const trends = klGapTrendsByReading(results, { rng: createRng(1) });
  const { data, layout } = klGapTrendsFigure(trends, 'title');
  expect(data).toHaveLength(15);
  const [, , point] = data;
  expect(point.name).toBe('monte-carlo');
  const { value, interval } = trends.here['monte-carlo'].trends.K.rankCorrelation;
  expect((point.x as number[])[0]).toBe(value);
  expect((point.error_x as { array: number[] }).array[0]).toBeCloseTo(interval[1] - value, 12);
  expect((point.y as number[]).map(Math.round)).toEqual([0, -1]);
  const shaded = layout!.shapes as { x0: number; x1: number }[];
  expect(shaded.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [-1, 0],
    [0, 1],
    [-1, 0],
  ]);
});

test('rounds are all there, none trimmed, where the inverse hyperbolic sine puts them', () => {
  const rounds = { 'monte-carlo': [-1e4, 0, 3], 'jensen-shannon': [5, 5, 6] };
  const { data, layout } = klGapRoundsFigure(rounds, 'title');
  const [first, second, , medians, means] = data;
  expect([first.y, second.y]).toEqual([[-1e4, 0, 3].map(Math.asinh), [5, 5, 6].map(Math.asinh)]);
  expect([first, second].map(({ x }) => (x as number[]).map((at) => Math.round(at) + 0))).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
  expect(medians.customdata).toEqual([0, 5]);
  expect(means.customdata).toEqual([-9997 / 3, 16 / 3]);
  const { tickvals, ticktext } = layout!.yaxis as { tickvals: number[]; ticktext: string[] };
  expect(tickvals.map((at, i) => [Math.round(Math.sinh(at)), ticktext[i]])).toContainEqual([-1000, '−1,000']);
});

describe('the calibration', () => {
  const rows = calibrateMeasures({ shifts: [0, 1], scales: [], points: [50], resamples: 2, rng: createRng(1) });
  const { data } = calibrationFigure(rows, { title: 'title', x: 'by', axis: { title: 'shift' }, top: 5 });

  test('has what is exact and what is measured, Jensen–Shannon in a panel of its own', () => {
    expect(data).toHaveLength(3 + 5);
    expect(data.filter(({ yaxis }) => yaxis === 'y2').map(({ name }) => name)).toEqual([
      'exact Jensen–Shannon',
      'jensen-shannon',
    ]);
    expect((data[0].y as number[])[1]).toBeCloseTo(0.5, 12);
    const measured = data.find(({ name }) => name === 'monte-carlo')!;
    expect(measured.y).toEqual(rows.map((row) => row.measured['monte-carlo'].value));
  });

  test('has ticks where asked, every other one in the narrow panel', () => {
    const axis = { title: 'shift', ticks: [0, 1, 1000] };
    const { layout } = calibrationFigure(rows, { title: 'title', x: 'by', axis, top: 5 });
    const ticks = ['xaxis', 'xaxis2'].map((name) => (layout![name] as { ticktext: string[] }).ticktext);
    expect(ticks).toEqual([
      ['0', '1', '1,000'],
      ['0', '1,000'],
    ]);
  });
});

test('terms of (10) have a line each in every panel', () => {
  const terms = (anchors: number) =>
    ggmiTerms(copyOrExplore({ anchors, symbols: 6, exploration: 0.5, noise: 0.1, erasure: 0.2, anchorErasure: 0.2 }));
  const along = { 2: terms(2), 3: terms(3) };
  const { data } = ggmiTermsFigure({ K: along, J: along, L: along }, 'title');
  expect(data).toHaveLength(18);
  const ggmi = data.find(({ name }) => name === 'GGMI')!;
  expect([ggmi.x, ggmi.y]).toEqual([
    [2, 3],
    [along[2].ggmi, along[3].ggmi],
  ]);
});
