import fc from 'fast-check';
import { determinant, inverse, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { GaussianComponents } from '../../src/mixture/components.js';
import { addByPosterior } from '../../src/mixture/evaluation.js';
import { fitGaussianMixture } from '../../src/mixture/fit-gaussian-mixture.js';
import { Moments } from '../../src/mixture/moments.js';
import { toSamples } from '../../src/numeric/samples.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from './random-mixture.js';

test('shares and moments are those of the definition, however many points, components and dimensions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer(),
      (n, k, d, seed) => {
        const rng = createRng(seed);
        const { weights, means, covariances } = randomMixture(k, d, rng);
        const X = Array.from({ length: n }, () => Array.from({ length: d }, () => 3 * rng.normal()));
        const components = new GaussianComponents(k, d);
        components.means.set(means.flat());
        components.covariances.set(covariances.flat(2));
        components.factorise(weights);
        const moments = new Moments(k, d);
        addByPosterior(components, toSamples('X', X), moments);
        moments.centre(components);

        const logs = X.map((x) =>
          means.map((mean, c) => {
            const centred = Matrix.columnVector(x.map((value, j) => value - mean[j]));
            const square = centred
              .transpose()
              .mmul(inverse(new Matrix(covariances[c])))
              .mmul(centred)
              .get(0, 0);
            const logDeterminant = Math.log(determinant(new Matrix(covariances[c]).mul(2 * Math.PI)));
            return Math.log(weights[c]) - square / 2 - logDeterminant / 2;
          }),
        );
        means.forEach((mean, c) => {
          const shares = logs.map((row) => 1 / row.reduce((sum, log) => sum + Math.exp(log - row[c]), 0));
          const mass = shares.reduce((a, b) => a + b);
          const centre = mean.map((_, j) => X.reduce((sum, x, i) => sum + shares[i] * x[j], 0) / mass);
          expect(moments.masses[c]).toBeCloseTo(mass, 9);
          for (let row = 0; row < d; row++) {
            expect(mass * (mean[row] + moments.offsets[c * d + row])).toBeCloseTo(mass * centre[row], 9);
            for (let column = 0; column <= row; column++) {
              const scatter = X.reduce(
                (sum, x, i) => sum + shares[i] * (x[row] - centre[row]) * (x[column] - centre[column]),
                0,
              );
              expect(moments.scatters[(c * d + row) * d + column]).toBeCloseTo(scatter, 9);
            }
          }
        });
      },
    ),
  );
});

test.each([1, 2, 3])('a start far from the points costs no accuracy, even without regularisation: d = %d', (d) => {
  const X = randomMixture(1, d, createRng(1)).sample(50, createRng(2)).to2DArray();
  const wide = Matrix.eye(d).mul(1e18).to2DArray();
  const fitFrom = (start: number) =>
    fitGaussianMixture(X, 1, {
      initial: { weights: [1], means: [new Array<number>(d).fill(start)], covariances: [wide] },
      regularization: 0,
      maxIterations: 1,
    }).mixture;
  const [near, far] = [fitFrom(0), fitFrom(1e9)];
  expect(far.means.flat().map((value, j) => value - near.means.flat()[j])).toEqual(
    new Array(d).fill(expect.closeTo(0, 6)),
  );
  far.covariances.flat(2).forEach((value, j) => {
    expect(value).toBeCloseTo(near.covariances.flat(2)[j], 6);
  });
});

test('the density of many points is the density of each', () => {
  const rng = createRng('many');
  const mixture = randomMixture(3, 2, rng);
  const X = mixture.sample(11, rng).to2DArray();
  mixture.logDensity(X).forEach((log, i) => {
    expect(log).toBe(mixture.logDensity([X[i]])[0]);
  });
});
