import { expect, test } from 'vitest';
import { conditionalMutualInformationKnn } from '../../src/estimators/conditional-mutual-information-knn.js';
import { dither } from '../../src/estimators/dither.js';
import { entropyKnn } from '../../src/estimators/entropy-knn.js';
import { klDivergenceKnn } from '../../src/estimators/kl-divergence-knn.js';
import { mutualInformationKsg } from '../../src/estimators/mutual-information-ksg.js';
import { mutualInformationMixed } from '../../src/estimators/mutual-information-mixed.js';
import { mutualInformationRoss } from '../../src/estimators/mutual-information-ross.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { expectConsistent } from './consistency.js';
import { normals } from './random-samples.js';

const WIDTH = 0.05;
const rounded = (values: Float64Array) => values.map((value) => WIDTH * Math.round(value / WIDTH));
const draw = (rng: Rng) => normals(0, 1, 500, rng);

/** Estimates from normal variables x and z, independent, and y = x + noise. */
const ESTIMATES = {
  'KSG 1': [(x, _, z) => mutualInformationKsg(x, z), 0],
  'KSG 2': [(x, _, z) => mutualInformationKsg(x, z, { algorithm: 2 }), 0],
  'KSG 1 of dependent variables': [(x, y) => mutualInformationKsg(x, y), Math.LN2 / 2],
  mixed: [(x, _, z) => mutualInformationMixed(x, z), 0],
  Ross: [
    (x) =>
      mutualInformationRoss(
        x,
        Array.from(x, (_, i) => i % 2 === 0),
      ),
    0,
  ],
  'conditional information': [(x, y, z) => conditionalMutualInformationKnn(x, z, y), 0],
  entropy: [(x) => entropyKnn(x), Math.log(2 * Math.PI * Math.E) / 2],
  divergence: [(x, _, z) => klDivergenceKnn(x, z), 0],
} satisfies Record<string, [(x: Float64Array, y: Float64Array, z: Float64Array) => number, number]>;

test.each(Object.entries(ESTIMATES))(
  '%s: refused when rounded to 5 %%, right when dithered',
  (_, [estimate, truth]) => {
    const data = (rng: Rng) => {
      const x = draw(rng);
      return [x, x.map((value) => value + rng.normal()), draw(rng)].map(rounded);
    };
    const [x, y, z] = data(createRng('rounded'));
    expect(() => estimate(x, y, z)).toThrow(/too often|must not be rounded so coarsely: \d+ of 500 points/);
    expectConsistent(
      (rng) => {
        const [a, b, c] = data(rng).map((values) => dither(values, { width: WIDTH, rng }).to1DArray());
        return estimate(Float64Array.from(a), Float64Array.from(b), Float64Array.from(c));
      },
      { truth, resolution: 0.012, repeats: 30 },
    );
  },
);

test('the information of labels is that of their numbers dithered', () => {
  const estimate = (rng: Rng) => {
    const x = Array.from({ length: 1000 }, () => rng.integer(2));
    const y = x.map((value) => (rng.uniform() < 0.1 ? 1 - value : value));
    return mutualInformationKsg(dither(x, { width: 1, rng }), dither(y, { width: 1, rng }));
  };
  const truth = Math.LN2 + 0.9 * Math.log(0.9) + 0.1 * Math.log(0.1);
  expectConsistent(estimate, { truth, resolution: 0.02, repeats: 10 });
});

test('noise is uniform over the cell of each column, seeded, and none of width 0', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => [i, i, i]);
  const noisy = dither(rows, { width: [0, 0.5, 2], rng: createRng(1) });
  expect(dither(rows, { width: [0, 0.5, 2], rng: createRng(1) })).toEqual(noisy);
  const noise = (column: number) => noisy.getColumn(column).map((value, i) => value - i);
  expect(noise(0).every((value) => value === 0)).toBe(true);
  for (const [column, width] of [
    [1, 0.5],
    [2, 2],
  ]) {
    const all = noise(column);
    expect(Math.max(...all.map(Math.abs))).toBeLessThanOrEqual(width / 2);
    // Uniform: mean 0, variance width²/12, each to four standard errors.
    const sum = (power: number) => all.reduce((total, value) => total + (value / width) ** power, 0) / all.length;
    expect(Math.abs(sum(1))).toBeLessThan(4 * Math.sqrt(1 / 12 / 2000));
    expect(Math.abs(sum(2) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / 2000));
  }
});

test.each<[string, () => unknown, string]>([
  ['no rng', () => dither([1, 2], { width: 1 } as never), 'rng must come from createRng(seed)'],
  ['no width', () => dither([1, 2], { rng: createRng(1) } as never), 'width must be a finite non-negative number'],
  ['a negative width', () => dither([1, 2], { width: -1, rng: createRng(1) }), 'non-negative number, got -1'],
  [
    'a width too many',
    () => dither([1, 2], { width: [1, 2], rng: createRng(1) }),
    'width must be a number or one for each',
  ],
  ['a width that is none', () => dither([[1, 2]], { width: [1, Number.NaN], rng: createRng(1) }), 'width[1] must be'],
])('%s is refused', (_, run, message) => {
  expect(run).toThrow(message);
});
