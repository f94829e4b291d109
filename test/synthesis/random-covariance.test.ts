import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { COVARIANCE_CONSTRUCTIONS, polarFactor, randomCovariance } from '../../src/synthesis/random-covariance.js';

const matrix = (d: number, seed: number) => {
  const rng = createRng(seed);
  return new Matrix(Array.from({ length: d }, () => Array.from({ length: d }, () => rng.uniform())));
};

describe('the polar factor', () => {
  test('is the symmetric root of CᵀC that is positive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer(), (d, seed) => {
        const C = matrix(d, seed);
        const P = polarFactor(C);
        expect(Matrix.sub(P.mmul(P), C.transpose().mmul(C)).norm()).toBeLessThan(1e-12 * d);
        expect(Matrix.sub(P, P.transpose()).norm()).toBeLessThan(1e-12 * d);
        expect(Math.min(...new EigenvalueDecomposition(P).realEigenvalues)).toBeGreaterThan(-1e-12);
      }),
    );
  });

  test('has a closed form in the plane: (CᵀC + δI)/√(tr CᵀC + 2δ), δ = |det C|', () => {
    for (let seed = 0; seed < 50; seed++) {
      const C = matrix(2, seed);
      const gram = C.transpose().mmul(C);
      const delta = Math.abs(C.get(0, 0) * C.get(1, 1) - C.get(0, 1) * C.get(1, 0));
      const expected = Matrix.add(gram, Matrix.eye(2).mul(delta)).div(Math.sqrt(gram.trace() + 2 * delta));
      expect(Matrix.sub(polarFactor(C), expected).norm()).toBeLessThan(1e-12);
    }
  });
});

describe.each(COVARIANCE_CONSTRUCTIONS)('a random covariance of construction %s', (construction) => {
  test('keeps its trace and its axes when it is shrunk, and ends as a multiple of the identity', () => {
    for (const d of [2, 5]) {
      const [full, half, none] = [0, 0.5, 1].map(
        (shrinkage) => new Matrix(randomCovariance(construction, shrinkage, d, createRng(d))),
      );
      expect(half.trace()).toBeCloseTo(full.trace(), 12);
      expect(Matrix.sub(half.mmul(full), full.mmul(half)).norm()).toBeLessThan(1e-10);
      expect(Matrix.sub(none, Matrix.eye(d).mul(full.trace() / d)).norm()).toBeLessThan(1e-12);
      const eigenvalues = new EigenvalueDecomposition(half).realEigenvalues;
      expect(Math.max(...eigenvalues) / Math.min(...eigenvalues)).toBeLessThan(d + 1);
    }
  });
});

test('the mean trace of a gram matrix is d²/3', () => {
  const rng = createRng(1);
  const traces = Array.from({ length: 4000 }, () => {
    const [[a], [, b]] = randomCovariance('gram', 0, 2, rng);
    return a + b;
  });
  // A sum of four squares of uniform numbers has variance 4 · 4/45.
  expect(Math.abs(mean(traces) - 4 / 3) / Math.sqrt(16 / 45 / traces.length)).toBeLessThan(4);
});
