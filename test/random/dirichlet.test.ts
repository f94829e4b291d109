import { describe, expect, test } from 'vitest';
import { digamma } from '../../src/numeric/digamma.js';
import { mean, standardError } from '../../src/numeric/summary.js';
import { logGammaDraw } from '../../src/random/gamma.js';
import { createRng } from '../../src/random/rng.js';
import { kolmogorovSmirnov, normalDistribution } from '../statistics.js';

const draw = (n: number, next: () => number) => Float64Array.from({ length: n }, next);

/** Distance of a sample's mean from what it should be, in standard errors. */
const meanScore = (sample: ArrayLike<number>, expected: number) =>
  Math.abs(mean(sample) - expected) / standardError(sample);

/** The distribution function of the gamma distribution for shapes 1/2, 1, 3/2, …, by P(a + 1, x) = P(a, x) − x^a e^−x / Γ(a + 1). */
function gammaDistribution(shape: number): (x: number) => number {
  const start = shape % 1 === 0 ? 1 : 0.5;
  return (x) => {
    let probability = start === 1 ? -Math.expm1(-x) : 2 * normalDistribution(Math.sqrt(2 * x)) - 1;
    let factorial = start === 1 ? 1 : Math.sqrt(Math.PI) / 2;
    for (let a = start; a < shape; a++) {
      probability -= (x ** a * Math.exp(-x)) / factorial;
      factorial *= a + 1;
    }
    return probability;
  };
}

describe('logarithms of gamma draws', () => {
  test.each([0.5, 1, 1.5, 4, 7.5])('follow the gamma distribution of shape %d', (shape) => {
    const rng = createRng('gamma').split(shape);
    const sample = draw(50_000, () => Math.exp(logGammaDraw(shape, rng)));
    expect(kolmogorovSmirnov(sample, gammaDistribution(shape))).toBeLessThan(1.95);
  });

  test.each([1e-6, 0.03, 0.4, 2.2, 1e6])(
    'have the mean ψ(a) at shape a = %d, even where most draws themselves are below the smallest number',
    (shape) => {
      const rng = createRng('log-gamma').split(shape);
      expect(
        meanScore(
          draw(50_000, () => logGammaDraw(shape, rng)),
          digamma(shape),
        ),
      ).toBeLessThan(4);
    },
  );
});

describe('Dirichlet draws', () => {
  const a = [0.3, 1, 2.5, 0.7];
  const total = 4.5;

  test('have the mean a/A and the covariance (δ_ij a_i/A − a_i a_j/A²)/(A + 1)', () => {
    const rng = createRng('dirichlet');
    const sample = Array.from({ length: 40_000 }, () => rng.dirichlet(a));
    for (let i = 0; i < a.length; i++) {
      const values = sample.map((p) => p[i]);
      expect(meanScore(values, a[i] / total)).toBeLessThan(4);
      for (let j = 0; j <= i; j++) {
        const products = sample.map((p) => (p[i] - a[i] / total) * (p[j] - a[j] / total));
        const covariance = ((i === j ? a[i] / total : 0) - (a[i] * a[j]) / total ** 2) / (total + 1);
        expect(meanScore(products, covariance)).toBeLessThan(4);
      }
    }
  });

  test.each<[string, number[], (x: number) => number]>([
    ['three ones: the triangle', [1, 1, 1], (x) => 1 - (1 - x) ** 2],
    ['two halves: the arcsine law', [0.5, 0.5], (x) => (2 / Math.PI) * Math.asin(Math.sqrt(x))],
    ['2 and 3', [2, 3], (x) => x * x * (6 - 8 * x + 3 * x * x)],
    ['a small one and 1', [0.01, 1], (x) => x ** 0.01],
  ])('have a first coordinate of the beta distribution: %s', (_, concentrations, distribution) => {
    const rng = createRng('beta').split(concentrations.join());
    const sample = draw(40_000, () => rng.dirichlet(concentrations)[0]);
    expect(kolmogorovSmirnov(sample, distribution)).toBeLessThan(1.95);
  });

  test.each([1e-12, 1e-300])(
    'are all but certain outcomes, equally likely, at concentrations of %d',
    (concentration) => {
      const rng = createRng('vertices').split(concentration);
      const winners = new Float64Array(3);
      for (let i = 0; i < 3000; i++) {
        const p = rng.dirichlet([concentration, concentration, concentration]);
        expect(Math.max(...p)).toBe(1);
        winners[p.indexOf(1)]++;
      }
      for (const count of winners) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(3000 * (2 / 9)));
    },
  );

  test('are all but a/A at large concentrations', () => {
    const p = createRng('large').dirichlet([1e300, 3e300]);
    expect(p[0]).toBeCloseTo(0.25, 12);
    expect(p[0] + p[1]).toBeCloseTo(1, 15);
  });

  test('of one coordinate are 1', () => {
    expect(createRng(1).dirichlet([0.2])).toEqual([1]);
  });

  test('name concentrations that are none', () => {
    const rng = createRng(1);
    expect(() => rng.dirichlet([])).toThrow('concentrations must not be empty');
    for (const bad of [0, -1, Number.NaN, Infinity]) {
      expect(() => rng.dirichlet([1, bad])).toThrow(`concentrations[1] must be finite and at least 1e-300, got ${bad}`);
    }
  });
});
