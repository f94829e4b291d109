import { inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import type { Diffeomorphism } from '../../src/density/change-of-variables.js';
import { convolution } from '../../src/density/convolution.js';
import { goodnessOfFit } from '../../src/density/goodness-of-fit.js';
import { planeGrid } from '../../src/density/plane-grid.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { mean, standardError } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { answerPrompts, promptedModel } from '../../src/synthesis/prompted-model.js';
import { gaussian, integralOnLine, integralOnPlane } from '../density/oracles.js';
import { randomMixture } from '../mixture/random-mixture.js';

const line = randomMixture(3, 1, createRng('line'));
const plane = randomMixture(3, 2, createRng('plane'));
const double: Diffeomorphism = {
  forward: (x) => x.map((value) => 2 * value),
  inverse: (y) => y.map((value) => value / 2),
  logAbsDetJacobian: (x) => x.length * Math.LN2,
};

describe('the prompted model', () => {
  test('is the model where prompts have no strictness', () => {
    expect(promptedModel(plane, [[1, 2]], 0)).toBe(plane);
    const nearly = promptedModel(plane, [[1, 2]], 1e-12);
    expect(
      totalVariation(plane, nearly, { method: 'monte-carlo', samples: 100, rng: createRng(1) }).value,
    ).toBeLessThan(1e-9);
  });

  test('of one Gaussian is the posterior of the textbook', () => {
    // N(0, 4) seen through noise of variance 1/s = 2: precision 1/4 + 1/2, mean a · 4/(4 + 2).
    const { means, covariances } = promptedModel(gaussian(0, 4), [3], 0.5);
    expect(means[0][0]).toBeCloseTo(2, 12);
    expect(covariances[0][0][0]).toBeCloseTo(4 / 3, 12);
    const correlated = [
      [2, 0.7],
      [0.7, 1],
    ];
    const one = new GaussianMixture({ weights: [1], means: [[1, -1]], covariances: [correlated] });
    const expected = inverse(inverse(new Matrix(correlated)).add(Matrix.eye(2).mul(3)));
    promptedModel(one, [[5, 5]], 3).covariances[0].forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(expected.get(i, j), 12);
      });
    });
  });

  test.each([0.1, 1, 30])('is the definition, normalised numerically, on the line, s = %d', (strictness) => {
    const anchor = [-2, 0.5, 4];
    const prompted = promptedModel(line, anchor, strictness);
    const near = (a: number, x: Float64Array) =>
      line.logDensity(x).map((log, i) => Math.exp(log - (strictness / 2) * (x[i] - a) ** 2));
    const x = Float64Array.of(-3, -1, 0, 0.6, 3.9, 8);
    const direct = x.map((_, i) =>
      mean(anchor.map((a) => near(a, x)[i] / integralOnLine((t) => near(a, t), -40, 40, 0.005))),
    );
    prompted.logDensity(x).forEach((log, i) => {
      expect(Math.exp(log)).toBeCloseTo(direct[i], 9);
    });
  });

  test('is the definition in the plane', () => {
    const [a, s] = [[1, -2], 0.7];
    const near = (X: Matrix) =>
      plane
        .logDensity(X)
        .map((log, i) => Math.exp(log - (s / 2) * ((X.get(i, 0) - a[0]) ** 2 + (X.get(i, 1) - a[1]) ** 2)));
    const total = integralOnPlane(near, -12, 12, 0.1);
    const X = new Matrix([
      [0, 0],
      [1, -2],
      [3, 1],
    ]);
    const expected = near(X).map((value) => value / total);
    promptedModel(plane, [a], s)
      .logDensity(X)
      .forEach((log, i) => {
        expect(Math.exp(log)).toBeCloseTo(expected[i], 9);
      });
  });

  test('gives back the model, over prompts that are the model seen through noise: total probability', () => {
    const strictness = 2;
    const noise = new GaussianMixture({ weights: [1], means: [[0]], covariances: [[[1 / strictness]]] });
    const anchor = convolution(line, noise).sample(20_000, createRng(1)).to1DArray();
    const x = [-4, -1, 1, 3];
    const densities = anchor.map((a) => promptedModel(line, [a], strictness).logDensity(x).map(Math.exp));
    x.forEach((point, i) => {
      const values = densities.map((row) => row[i]);
      const exact = Math.exp(line.logDensity([point])[0]);
      expect(Math.abs(mean(values) - exact) / standardError(values)).toBeLessThan(4);
    });
  });

  test('comes as near to the anchor point as the prompt is strict, however far off the model is', () => {
    const { means, covariances, weights } = promptedModel(line, [100], 1e6);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    for (const [c, [centre]] of means.entries()) {
      expect(centre).toBeCloseTo(100, 2);
      expect(Math.sqrt(covariances[c][0][0])).toBeCloseTo(1e-3, 6);
    }
  });
});

describe('answers to prompts', () => {
  const anchor = [-1, 0.5, 3];

  test('follow the closed form on the line, and not the model without prompts', () => {
    const answers = answerPrompts(line, 3000, {
      prompts: anchor.map((a) => 2 * a),
      map: double,
      strictness: 1.5,
      rng: createRng(1),
    });
    const edges = Array.from({ length: 20 }, (_, i) => -2.5 + i / 3);
    expect(goodnessOfFit(promptedModel(line, anchor, 1.5), answers, { edges }).pValue).toBeGreaterThan(1e-3);
    expect(goodnessOfFit(line, answers, { edges }).pValue).toBeLessThan(1e-9);
  });

  test('follow it in the plane', () => {
    const shown = plane.sample(5, createRng(1)).to2DArray();
    const prompts = shown.map(double.forward).map((p) => [...p]);
    const answers = answerPrompts(plane, 2000, { prompts, map: double, strictness: 0.5, rng: createRng(2) });
    const grid = planeGrid({ x: [-14, 14], y: [-14, 14], cells: 150 });
    expect(goodnessOfFit(promptedModel(plane, shown, 0.5), answers, { grid }).pValue).toBeGreaterThan(1e-3);
  });

  test('are the same for the same seed', () => {
    const answers = () => answerPrompts(line, 5, { prompts: [2], map: double, strictness: 1, rng: createRng(7) });
    expect(answers().to1DArray()).toEqual(answers().to1DArray());
  });
});

test('bad input is named', () => {
  expect(() => promptedModel(plane, [1], 1)).toThrow('anchor must have 2 columns, got 1');
  expect(() => promptedModel(line, [1], -1)).toThrow('strictness must be a finite non-negative number, got -1');
  const options = { prompts: [1], map: double, strictness: 1, rng: createRng(1) };
  expect(() => answerPrompts(line, 1, { ...options, strict: 1 } as never)).toThrow(
    "answerPrompts has no option 'strict'",
  );
  expect(() => answerPrompts(line, 0, options)).toThrow('count must be a positive integer, got 0');
  expect(() => answerPrompts(line, 1, { ...options, rng: undefined as never })).toThrow('rng must come from createRng');
  expect(() => answerPrompts(line, 1, { ...options, prompts: [2000] })).toThrow('comes near to, got [1000]');
  expect(() => answerPrompts(plane, 1, options)).toThrow('anchor must have 2 columns, got 1');
});
