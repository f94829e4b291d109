import { describe, expect, test } from 'vitest';
import { entropyKnn } from '../../src/estimators/entropy-knn.js';
import { klDivergenceKnn } from '../../src/estimators/kl-divergence-knn.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { mutualInformationMixed } from '../../src/estimators/mutual-information-mixed.js';
import { createRng } from '../../src/random/rng.js';
import { normalPair, normals } from './random-samples.js';

// What all neighbour estimators refuse; that they do so of rounded values is in dither.test.ts.

describe('ties', () => {
  test.each([100, 500, 5000])('of %d points: refused when rounded, taken as floats of 32 bits', (n) => {
    const [x, y] = normalPair(0.6, n, createRng(n));
    const round = (values: Float64Array, width: number) => values.map((value) => width * Math.round(value / width));
    expect(() => mutualInformationKsg(round(x, 0.02), round(y, 0.02))).toThrow(/rounded so coarsely|too often/);
    const single = mutualInformationKsg(Float32Array.from(x), Float32Array.from(y));
    expect(single).toBeCloseTo(mutualInformationKsg(x, y), 2);
  });

  test('where differences on the grid are equal but for rounding, and far from the origin', () => {
    const rng = createRng('thirds');
    const grid = () => Array.from({ length: 200 }, () => 1000 + rng.integer(60) / 3);
    expect(() => mutualInformationMixed(grid(), grid())).toThrow(
      /must not be rounded so coarsely: 1\d\d of 200 points/,
    );
  });

  test('one in twenty is let pass', () => {
    const [x, y] = normalPair(0.6, 400, createRng('few'));
    const few = (values: Float64Array) => values.map((value, i) => (i % 8 === 0 ? Math.round(20 * value) / 20 : value));
    expect(Math.abs(mutualInformationKsg(few(x), few(y)) - mutualInformationKsg(x, y))).toBeLessThan(0.03);
  });

  test('repeated values that have neighbours at distance zero are for the mixed estimator', () => {
    const rng = createRng('counts');
    const values = () => Array.from({ length: 500 }, () => rng.integer(4));
    expect(Math.abs(mutualInformationMixed(values(), values()))).toBeLessThan(0.05);
  });

  test('codes of labels so near that neighbours have other labels are refused', () => {
    const rng = createRng('codes');
    const codes = Array.from({ length: 500 }, () => rng.integer(4));
    const x = codes.map((code) => code + 2 * rng.uniform());
    expect(() =>
      mutualInformationMixed(
        x,
        codes.map((code) => code / 100),
      ),
    ).toThrow('mutualInformationRoss is for labels');
  });
});

describe('columns without a density', () => {
  const rng = createRng('columns');
  const x = normals(0, 1, 100, rng);
  const y = normals(0, 1, 100, rng);
  const plane = Array.from(x, (value, i) => [value, y[i]]);
  const constant = Array.from(x, (value) => [value, 7]);
  const label = Array.from(y, (value, i) => [i % 2, value]);

  test.each(['max', 'euclidean'] as const)('are refused, %s norm', (norm) => {
    const message = (name: string, column: number) =>
      new RegExp(
        `^${name} must vary in every column: at \\d+ of 100 points all .* the same value in column ${column},`,
      );
    expect(() => entropyKnn(constant, { norm })).toThrow(message('samples', 1));
    expect(() => entropyKnn(label, { norm })).toThrow(message('samples', 0));
    expect(() => klDivergenceKnn(constant, plane, { norm })).toThrow(message('p', 1));
    expect(() => klDivergenceKnn(plane, constant, { norm })).toThrow(message('q', 1));
    expect(() =>
      klDivergenceKnn(
        constant,
        constant.toReversed().map(([a, b]) => [a + 0.001, b]),
        { norm },
      ),
    ).toThrow(message('p', 1));
  });

  test('distances beyond all numbers are refused', () => {
    expect(() => entropyKnn([-1.7e308, 1.7e308, 0, 1], { k: 3 })).toThrow('points must not be as far apart as those');
  });
});
