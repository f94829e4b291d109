import { expect, test } from 'vitest';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { standardise } from '../../src/estimators/standardise.js';
import { mean, standardDeviation } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { normalPair } from './random-samples.js';

test('columns have mean 0 and standard deviation 1, whatever their size', () => {
  const rng = createRng('columns');
  const rows = Array.from({ length: 50 }, () => [1e-200 * rng.normal(), 5 + rng.normal(), 1e200 * rng.normal()]);
  const scaled = standardise(rows);
  for (let j = 0; j < 3; j++) {
    expect(mean(scaled.getColumn(j))).toBeCloseTo(0, 12);
    expect(standardDeviation(scaled.getColumn(j))).toBeCloseTo(1, 12);
  }
});

test('units then make no difference, which they do otherwise', () => {
  const [x, y] = normalPair(0.6, 500, createRng('units'));
  const inUnits = (unit: number) => x.map((value) => unit * value);
  const value = mutualInformationKsg(standardise(x), standardise(y));
  expect(mutualInformationKsg(standardise(inUnits(1000)), standardise(y))).toBeCloseTo(value, 12);
  expect(mutualInformationKsg(inUnits(1000), y)).toBeLessThan(value / 4);
});

test('a constant column has no unit', () => {
  expect(() =>
    standardise([
      [1, 2],
      [3, 2],
    ]),
  ).toThrow('samples must vary in every column, got 2 throughout column 1');
});
