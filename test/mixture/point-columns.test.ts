import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { toColumns, weightedScatterInto, weightedSumInto } from '../../src/mixture/point-columns.js';
import { toSamples } from '../../src/numeric/samples.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from './random-mixture.js';

test('weighted sums and scatter matrices are those of the points, however many there are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer().map(createRng),
      (n, d, rng) => {
        const X = Matrix.from1DArray(n, d, rng.fillNormal(new Float64Array(n * d)));
        const weights = Array.from({ length: n }, () => rng.uniform());
        const points = toColumns(toSamples('X', X));
        const padded = Float64Array.from({ length: points.stride }, (_, i) => weights[i] ?? 0);

        const sums = new Float64Array(d);
        const mass = weightedSumInto(sums, points, padded);
        expect(mass).toBeCloseTo(
          weights.reduce((a, b) => a + b),
          12,
        );
        const expectedSums = X.transpose().mmul(Matrix.columnVector(weights)).to1DArray();
        sums.forEach((sum, j) => {
          expect(sum).toBeCloseTo(expectedSums[j], 12);
        });

        const mean = Float64Array.from(sums, (sum) => sum / mass);
        const scatter = new Float64Array(d * d);
        weightedScatterInto(scatter, points, padded, mean);
        const centred = Matrix.sub(X, Matrix.ones(n, 1).mmul(Matrix.rowVector(mean)));
        const expectedScatter = centred.transpose().mmul(Matrix.diag(weights)).mmul(centred).to1DArray();
        scatter.forEach((entry, at) => {
          expect(entry).toBeCloseTo(expectedScatter[at], 12);
        });
      },
    ),
  );
});

test('the density of many points, taken block by block, is the density of each', () => {
  const rng = createRng('blocks');
  const mixture = randomMixture(3, 2, rng);
  const X = mixture.sample(1029, rng).to2DArray();
  const together = mixture.logDensity(X);
  for (const i of [0, 3, 511, 512, 1023, 1024, 1028]) {
    expect(together[i]).toBe(mixture.logDensity([X[i]])[0]);
  }
});
