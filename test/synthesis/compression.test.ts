import { describe, expect, test } from 'vitest';
import { planeGrid } from '../../src/density/plane-grid.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { truncation } from '../../src/density/truncation.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng } from '../../src/random/rng.js';
import { type Compressed, compression } from '../../src/synthesis/compression.js';
import { promptedModel } from '../../src/synthesis/prompted-model.js';

const at = (...means: [number, number][]) =>
  new GaussianMixture({
    weights: means.map(() => 1 / means.length),
    means,
    covariances: means.map(() => [
      [1, 0.2],
      [0.2, 0.8],
    ]),
  });
const task = at([-1, 0], [1, 1]);
const model = at([-1, 0], [1, 1], [4, -1]);
const anchor = task.sample(6, createRng('anchor'));
const grid = planeGrid({ x: [-7, 10], y: [-7, 7], cells: 140 });
const strictness = [0, 1, 30];
const kept = [1, 0.7];
const options = { task, model, anchor, score: task, strictness, kept, grid };
const { compressed, ...outlines } = compression(options);

describe('the distances', () => {
  test('are those of quadrature where nothing is curated', () => {
    const quadrature = { method: 'quadrature' } as const;
    const prompted = promptedModel(model, anchor, 1);
    const [{ task: t, generation, direct }] = compressed[1];
    expect(t).toBeCloseTo(totalVariation(task, model, quadrature), 3);
    expect(generation).toBeCloseTo(totalVariation(model, prompted, quadrature), 3);
    expect(direct).toBeCloseTo(totalVariation(task, prompted, quadrature), 3);
  });

  test('are those of Monte Carlo where answers are curated', () => {
    const curated = truncation(promptedModel(model, anchor, 1), 0.7, { score: task, grid });
    const [, found] = compressed[1];
    for (const [law, value] of [
      [model, found.generation],
      [task, found.direct],
    ] as const) {
      const estimate = totalVariation(law, curated, { method: 'monte-carlo', samples: 20_000, rng: createRng(1) });
      expect(Math.abs(value - estimate.value)).toBeLessThan(4 * estimate.standardError + 2e-3);
    }
  });

  test('are of nothing where there is neither prompt nor curation, and of what is thrown away where there is no prompt', () => {
    const [all, some] = compressed[0];
    expect(all.generation).toBeLessThan(1e-12);
    expect(all.direct).toBeCloseTo(all.task, 12);
    expect(some.generation).toBeCloseTo(0.3, 3);
  });

  test('satisfy the triangle inequality, with a task divergence that nothing changes', () => {
    for (const { task: t, generation, direct } of compressed.flat()) {
      expect(t).toBe(compressed[0][0].task);
      expect(direct).toBeLessThanOrEqual(t + generation);
      expect(t).toBeLessThanOrEqual(direct + generation);
    }
  });
});

describe('the regions', () => {
  /** Whether a point is inside closed lines, by the crossings of a ray. */
  const inside = (lines: Compressed['prompted'], [x, y]: readonly number[]) =>
    lines
      .flatMap((line) => line.slice(1).map((to, i) => [line[i], to]))
      .filter(([[a, b], [c, d]]) => b > y !== d > y && x < a + ((y - b) / (d - b)) * (c - a)).length %
      2 ===
    1;
  const share = (lines: Compressed['prompted'], points: number[][]) =>
    points.filter((point) => inside(lines, point)).length / points.length;
  const n = 3000;
  const slack = 4 * Math.sqrt(0.09 / n) + 2e-3;

  test('hold nine tenths of what they are of', () => {
    const prompted = promptedModel(model, anchor, 1);
    const curated = truncation(prompted, 0.7, { score: task, grid });
    const cases = [
      [outlines.task, task],
      [outlines.model, model],
      [compressed[1][0].prompted, prompted],
      [compressed[1][0].generated, prompted],
      [compressed[1][1].generated, curated],
    ] as const;
    for (const [lines, law] of cases) {
      expect(Math.abs(share(lines, law.sample(n, createRng(1)).to2DArray()) - 0.9)).toBeLessThan(slack);
    }
  });

  test('of strict prompts fall into pieces around the anchor points', () => {
    expect(compressed[2][0].prompted.length).toBeGreaterThan(1);
    expect(share(compressed[2][0].prompted, anchor.to2DArray())).toBe(1);
  });
});

test('bad input is named', () => {
  const small = planeGrid({ x: [-1, 1], y: [-1, 1], cells: 20 });
  expect(() => compression({ ...options, grid: small })).toThrow('the grid must hold the density and resolve it');
  expect(() => compression({ ...options, strictness: [1e6] })).toThrow('the grid must hold the density and resolve it');
  expect(() => compression({ ...options, scores: options.score } as never)).toThrow(
    "compression has no option 'scores'",
  );
  expect(() => compression({ ...options, kept: [0] })).toThrow('kept[0] must be above 0 and at most 1, got 0');
});
