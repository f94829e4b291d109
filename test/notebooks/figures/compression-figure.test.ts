import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { compressionFigure } from '../../../notebooks/figures/compression-figure.js';
import { processFigure } from '../../../notebooks/figures/process-figure.js';
import { planeGrid } from '../../../src/density/plane-grid.js';
import { GaussianMixture } from '../../../src/mixture/gaussian-mixture.js';
import { figureSvg } from '../../../src/notebook/show-figure.js';
import type { Trace } from '../../../src/plot/figure.js';
import { createRng } from '../../../src/random/rng.js';
import { compression } from '../../../src/synthesis/compression.js';

const around = (x: number, y: number) =>
  new GaussianMixture({
    weights: [1],
    means: [[x, y]],
    covariances: [
      [
        [1, 0],
        [0, 1],
      ],
    ],
  });
const [task, model] = [around(0, 0), around(2, 0)];
const anchor = new Matrix([
  [0, 0],
  [-1, 1],
]);

describe('Figure 1 (b)', () => {
  const grid = planeGrid({ x: [-6, 8], y: [-6, 6], cells: 80 });
  const found = compression({ task, model, anchor, score: task, strictness: [0, 1, 4], kept: [1, 0.5], grid });
  const {
    data,
    frames = [],
    layout,
  } = compressionFigure(found, {
    title: 'Figure 1 (b)',
    start: [1, 0],
    anchor,
    curation: 'at random',
  });
  const named = (traces: readonly Trace[], name: string) => traces.find((trace) => trace.name === name);

  test('shows the four laws in the order of the paper, the task orange and the model blue', () => {
    const laws = ['<i>D</i>', '<i>D</i><sub>M</sub>', '<i>D</i><sub>M</sub>(·|p)', '<i>D</i><sub>gen</sub>'];
    const regions = laws.map((law) => named(data, law));
    expect(regions.map((region) => region?.legendrank)).toEqual([0, 1, 2, 3]);
    expect(regions.map((region) => (region?.line as { color: string } | undefined)?.color)).toEqual([
      '#E69F00',
      '#56B4E9',
      '#56B4E9',
      '#0072B2',
    ]);
  });

  test('has a frame for each strictness and share, which changes what depends on them, and nothing else', () => {
    expect(frames).toHaveLength(6);
    for (const frame of frames) {
      const [i, j] = frame.name.split(',').map(Number);
      const changed = frame.traces?.map((k) => data[k].name) ?? [];
      expect(changed).not.toContain('<i>D</i>');
      expect(changed).not.toContain('<i>D</i><sub>M</sub>');
      const texts = frame.data?.flatMap(({ text }) => (text as string[]) ?? []) ?? [];
      expect(texts).toContain(`generation divergence ${found.compressed[i][j].generation.toFixed(2)}`);
    }
    const start = frames.find(({ name }) => name === '1,0');
    start?.traces?.forEach((k, at) => {
      expect(data[k]).toMatchObject(start.data?.[at] as object);
    });
  });

  test('draws each distance against the strictness', () => {
    const column = found.compressed.map(([step]) => step);
    expect(named(data, 'task divergence')?.y).toEqual(column.map((step) => step.task));
    expect(named(data, 'generation divergence')?.y).toEqual(column.map((step) => step.generation));
    expect(named(data, 'sum of both, in (1)')?.y).toEqual(column.map((step) => step.task + step.generation));
  });

  test('is a still with both sliders where they start', async () => {
    const still = await figureSvg({ data, layout: layout ?? {}, frames }, 'regions');
    for (const text of ['strictness s of prompts: 1', 'kept, at random: 100 %', 'task divergence 0.68']) {
      expect(still).toContain(text);
    }
  });
});

describe('Figure 1 (a)', () => {
  const line = new GaussianMixture({ weights: [1], means: [0], covariances: [[[1]]] });
  const onLine = { density: line, sample: line.sample(300, createRng(1)), window: [[-4, 4]] } as const;
  const square = [
    [-5, 7],
    [-5, 5],
  ] as const;
  const inPlane = { density: task, sample: task.sample(50, createRng(1)), window: square };

  test('has the stages and steps of the paper, in its order', async () => {
    const stages = [
      onLine,
      onLine,
      { ...onLine, reference: { density: line, name: 'again', color: '#888' } },
      onLine,
    ] as const;
    const still = await figureSvg(processFigure({ title: 'Figure 1 (a)', stages, revision: '+ ε' }), 'process');
    const plain = still.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const text of ['anchor', 'φ', 'M(p)', '+ ε', 'gen', 'again', 'draws', 'computed', 'density'])
      expect(plain).toContain(text);
  });

  test('draws histograms of area one on the line', () => {
    const { data } = processFigure({ title: '', stages: [onLine, onLine, onLine, onLine], revision: 'ε' });
    const bars = data.filter(({ type }) => type === 'bar');
    expect(bars).toHaveLength(4);
    for (const { y, width } of bars) {
      expect((y as number[]).reduce((a, b) => a + b) * (width as number[])[0]).toBeCloseTo(1, 2);
    }
  });

  test('draws nested regions in the plane', () => {
    const { data } = processFigure({ title: '', stages: [inPlane, inPlane, inPlane, inPlane], revision: 'ε' });
    const [outer, inner] = data.filter(({ fill }) => fill === 'toself').map(({ x }) => Math.max(...(x as number[])));
    // Radii √(−2 log(1 − p)) of a standard Gaussian.
    expect(outer).toBeCloseTo(Math.sqrt(-2 * Math.log(0.1)), 1);
    expect(inner).toBeCloseTo(Math.sqrt(-2 * Math.log(0.5)), 1);
  });
});
