import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import type { Density } from '../../src/density/density.js';
import { KL_MIXTURE_METHODS, klDivergence } from '../../src/density/kl-divergence.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { evaluate } from '../../src/information/evaluate.js';
import { FiniteDistribution } from '../../src/information/finite-distribution.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import { createRng, type Rng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import {
  disguised,
  gaussian,
  gaussianDivergenceByTheBook,
  integralOnLine,
  integralOnPlane,
  turned,
  turnPlane,
  uniform,
} from './oracles.js';
import { probabilityPair } from './probability-pair.js';

const quadrature = { method: 'quadrature' } as const;

describe('of finite distributions', () => {
  test('known values', () => {
    expect(klDivergence([0.5, 0.5], [0.9, 0.1])).toBeCloseTo(0.5 * Math.log(0.25 / 0.09), 15);
    expect(klDivergence([1, 0], [0.5, 0.5])).toBe(Math.LN2);
    expect(klDivergence([0.5, 0.5], [1, 0])).toBe(Infinity);
    expect(klDivergence([0.5, 0.5, 0], [0.5, 0.5, 0])).toBe(0);
    expect(klDivergence(Float64Array.of(0.2, 0.8), [0.2, 0.8])).toBe(0);
  });

  test('probabilities that are almost nothing do not overflow', () => {
    expect(klDivergence([1 - 1e-10, 1e-10], [1, 1e-310])).toBeCloseTo(1e-10 * (300 * Math.LN10) - 1e-10, 15);
  });

  test('it is not negative, zero of equals only, and not raised by merging outcomes', () => {
    fc.assert(
      fc.property(probabilityPair, ([p, q]) => {
        const divergence = klDivergence(p, q);
        expect(divergence).toBeGreaterThan(-1e-15);
        expect(klDivergence(p, p)).toBe(0);
        const merge = ([first, second, ...rest]: number[]) => [first + second, ...rest];
        expect(klDivergence(merge(p), merge(q))).toBeLessThanOrEqual(divergence + 1e-15);
      }),
    );
  });

  test('from the joint distribution to the product of its marginals it is mutual information', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const joint = FiniteDistribution.empty()
          .source('X', { low: a, high: 1 - a })
          .channel('Y', ['X'], (x) => (x === 'low' ? { low: b, high: 1 - b } : { low: 0.3, high: 0.7 }));
        const mass = (name: string) =>
          joint
            .marginal([name])
            .outcomes()
            .map(({ values, probability }) => [values[name], probability] as const);
        // Variables in the other order: outcomes are told apart by their labels.
        const independent = FiniteDistribution.empty().source('Y', mass('Y')).source('X', mass('X'));
        expect(klDivergence(joint, independent)).toBeCloseTo(evaluate('I(X;Y)', joint), 13);
      }),
    );
  });

  test('labels are told apart by type, and those that only one side has count', () => {
    const source = (mass: [string | number | boolean, number][]) => FiniteDistribution.empty().source('X', mass);
    const p = source([
      [1, 0.5],
      ['1', 0.5],
    ]);
    expect(
      klDivergence(
        p,
        source([
          ['1', 0.5],
          [1, 0.5],
        ]),
      ),
    ).toBe(0);
    expect(
      klDivergence(
        p,
        source([
          ['1', 0.25],
          [1, 0.25],
          [true, 0.5],
        ]),
      ),
    ).toBe(Math.LN2);
    expect(klDivergence(p, source([['1', 1]]))).toBe(Infinity);
  });
});

describe('by closed form', () => {
  test('known values', () => {
    const closedForm = { method: 'closed-form' } as const;
    expect(klDivergence(gaussian(0, 1), gaussian(1, 4), closedForm)).toBeCloseTo(0.4431471806, 10);
    expect(klDivergence(gaussian(1, 4), gaussian(0, 1), closedForm)).toBeCloseTo(1.3068528194, 10);
    expect(klDivergence(gaussian(1, 4), gaussian(1, 4), closedForm)).toBe(0);
    // ε² − ε³ … of variances 1 + 2ε and 1, which a difference of logarithms loses.
    expect(klDivergence(gaussian(0, 1 + 2e-8), gaussian(0, 1), closedForm)).toBeCloseTo(1e-16, 20);
  });

  test('agrees with the textbook formula in 1 to 5 dimensions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (d, seed) => {
        const rng = createRng(seed);
        const [p, q] = [randomMixture(1, d, rng), randomMixture(1, d, rng)];
        const byTheBook = gaussianDivergenceByTheBook(p.means[0], p.covariances[0], q.means[0], q.covariances[0]);
        expect(klDivergence(p, q, { method: 'closed-form' }) / byTheBook).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('by quadrature', () => {
  test('of single Gaussians it is the closed form, in 1 and 2 dimensions', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.integer(), (d, seed) => {
        const rng = createRng(seed);
        const [p, q] = [randomMixture(1, d, rng), randomMixture(1, d, rng)];
        const exact = klDivergence(p, q, { method: 'closed-form' });
        const error = Math.abs(klDivergence(p, q, quadrature) - exact);
        expect(error / Math.max(1, exact)).toBeLessThan(d === 1 ? 1e-11 : 1e-8);
      }),
      { numRuns: 30 },
    );
  });

  test('of mixtures it is what the trapezoid rule comes to, to 1e-10 on the line', () => {
    for (let seed = 0; seed < 20; seed++) {
      const rng = createRng(seed);
      const [p, q] = [randomMixture(1 + (seed % 8), 1, rng), randomMixture(1 + (seed % 5), 1, rng)];
      const integrand = (x: Float64Array) => {
        const logQ = q.logDensity(x);
        return p.logDensity(x).map((logP, i) => Math.exp(logP) * (logP - logQ[i]));
      };
      expect(klDivergence(p, q, quadrature)).toBeCloseTo(integralOnLine(integrand, -60, 60, 0.02), 10);
    }
  });

  test('of mixtures in the plane it is what the trapezoid rule comes to, to 1e-8', () => {
    for (const [k, l] of [
      [3, 4],
      [8, 8],
    ]) {
      const rng = createRng(k);
      const [p, q] = [randomMixture(k, 2, rng), randomMixture(l, 2, rng)];
      const integrand = (points: Parameters<typeof p.logDensity>[0]) => {
        const logQ = q.logDensity(points);
        return p.logDensity(points).map((logP, i) => Math.exp(logP) * (logP - logQ[i]));
      };
      expect(klDivergence(p, q, quadrature)).toBeCloseTo(integralOnPlane(integrand, -25, 25, 0.125), 8);
    }
  });

  test('finds narrow peaks that are far apart', () => {
    const pair = (shift: number) =>
      new GaussianMixture({ weights: [0.5, 0.5], means: [shift, 1e4], covariances: [[[1e-6]], [[1e-6]]] });
    expect(klDivergence(pair(0), pair(1e-3), quadrature)).toBeCloseTo(0.25, 9);
    const needles = (angle: number, weight: number) =>
      new GaussianMixture({
        weights: [weight, 1 - weight],
        means: [
          [0, 0],
          [1000, -500],
        ],
        covariances: [turned(angle, 1, 1e-8), turned(angle + 1, 1, 1e-8)],
      });
    const binary = 0.5 * Math.log(0.5 / 0.2) + 0.5 * Math.log(0.5 / 0.8);
    expect(klDivergence(needles(0.7, 0.5), needles(0.7, 0.2), quadrature)).toBeCloseTo(binary, 8);
  });

  test('finds a peak of weight 1e-6 and deviation 1e-6 on the slope of another, and one of the other density', () => {
    const spiked = new GaussianMixture({ weights: [1 - 1e-6, 1e-6], means: [0, 3], covariances: [[[1]], [[1e-12]]] });
    // With the share w of the spike f, log((1 − w) + w f/φ) is log(1 − w) but where the spike is: 9 deviations around 3.
    const [w, step] = [1e-6, 1e-3];
    let [underSpiked, underNormal] = [0, 0];
    for (let z = -9; z < 9; z += step) {
      const spike = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 1e-6;
      const normal = Math.exp(-4.5) / Math.sqrt(2 * Math.PI);
      const gain = Math.log1p((w * spike) / normal) * step * 1e-6;
      underSpiked += (w * spike + normal) * gain;
      underNormal += normal * gain;
    }
    expect(klDivergence(spiked, gaussian(0, 1), quadrature)).toBeCloseTo((1 - w) * Math.log1p(-w) + underSpiked, 10);
    expect(klDivergence(gaussian(0, 1), spiked, quadrature)).toBeCloseTo(-Math.log1p(-w) - underNormal, 10);
  });

  test('does not depend on where the line is split, even where log q has what looks like a kink in the midst of p', () => {
    const narrowed = (mixture: GaussianMixture, rng: Rng) =>
      new GaussianMixture({
        weights: mixture.weights,
        means: mixture.means,
        covariances: mixture.covariances.map(([[variance]]) => [[variance * 10 ** (-8 * rng.uniform())]]),
      });
    const splitElsewhere = (mixture: GaussianMixture): Density => ({
      ...disguised(mixture),
      breakpoints: () =>
        mixture.means
          .flatMap(([mean], c) =>
            Array.from({ length: 55 }, (_, i) => mean + 0.37 * (i - 27) * Math.sqrt(mixture.covariances[c][0][0])),
          )
          .sort((a, b) => a - b),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.integer(), (k, l, seed) => {
        const rng = createRng(seed);
        const [p, q] = [k, l].map((components) => narrowed(randomMixture(components, 1, rng), rng));
        const divergence = klDivergence(p, q, quadrature);
        const other = klDivergence(splitElsewhere(p), splitElsewhere(q), quadrature);
        expect(Math.abs(other - divergence) / Math.max(1, divergence)).toBeLessThan(1e-10);
        const distance = totalVariation(p, q, quadrature);
        expect(totalVariation(splitElsewhere(p), splitElsewhere(q), quadrature)).toBeCloseTo(distance, 10);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on how the plane is turned', () => {
    for (let seed = 1; seed < 3; seed++) {
      const rng = createRng(seed);
      const [p, q] = [randomMixture(1 + seed, 2, rng), randomMixture(2, 2, rng)];
      const [turnedP, turnedQ] = [turnPlane(p, 1), turnPlane(q, 1)];
      const divergence = klDivergence(p, q, quadrature);
      expect(klDivergence(turnedP, turnedQ, quadrature) / divergence).toBeCloseTo(1, 9);
      expect(totalVariation(turnedP, turnedQ, quadrature)).toBeCloseTo(totalVariation(p, q, quadrature), 7);
    }
  });

  test('does not depend on the unit of length, over 18 orders of magnitude', () => {
    const [p, q] = [randomMixture(3, 2, createRng(1)), randomMixture(2, 2, createRng(2))];
    const scaled = (mixture: GaussianMixture, s: number) =>
      new GaussianMixture({
        weights: mixture.weights,
        means: mixture.means.map((mean) => mean.map((x) => s * x)),
        covariances: mixture.covariances.map((matrix) => matrix.map((row) => row.map((x) => s * s * x))),
      });
    const divergence = klDivergence(p, q, quadrature);
    for (const s of [1e-9, 1e9]) {
      expect(klDivergence(scaled(p, s), scaled(q, s), quadrature)).toBeCloseTo(divergence, 9);
    }
  });

  test('of other densities: uniform ones, one of which may vanish where the other does not', () => {
    expect(klDivergence(uniform(0, 1), uniform(-1, 3), quadrature)).toBeCloseTo(Math.log(4), 11);
    expect(klDivergence(uniform(-1, 3), uniform(0, 1), quadrature)).toBe(Infinity);
    // E (x² + log 2π)/2 over 0 to 1.
    const exact = (1 / 3 + Math.log(2 * Math.PI)) / 2;
    expect(klDivergence(uniform(0, 1), gaussian(0, 1), quadrature)).toBeCloseTo(exact, 11);
  });

  test('is zero of equals, and finite very far apart', () => {
    const p = randomMixture(3, 2, createRng(1));
    expect(klDivergence(p, p, quadrature)).toBe(0);
    expect(klDivergence(gaussian(0, 1), gaussian(1e5, 1), quadrature) / 5e9).toBeCloseTo(1, 10);
  });
});

describe('by Monte Carlo', () => {
  test('is within its standard error of the closed form, in 1 to 5 dimensions', () => {
    const scores = Array.from({ length: 60 }, (_, seed) => {
      const rng = createRng(seed);
      const d = 1 + (seed % 5);
      const [p, q] = [randomMixture(1, d, rng), randomMixture(1, d, rng)];
      const estimate = klDivergence(p, q, { method: 'monte-carlo', samples: 2000, rng });
      return (estimate.value - klDivergence(p, q, { method: 'closed-form' })) / estimate.standardError;
    });
    const spread = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / scores.length);
    expect(Math.abs(scores.reduce((a, b) => a + b) / scores.length)).toBeLessThan(4 / Math.sqrt(scores.length));
    expect(spread).toBeGreaterThan(0.7);
    expect(spread).toBeLessThan(1.3);
  });

  test('repeats itself with the same stream, and is exactly zero of equals', () => {
    const [p, q] = [randomMixture(2, 3, createRng(1)), randomMixture(2, 3, createRng(2))];
    const estimate = () => klDivergence(p, q, { method: 'monte-carlo', samples: 100, rng: createRng(3) });
    expect(estimate()).toEqual(estimate());
    expect(klDivergence(p, p, { method: 'monte-carlo', rng: createRng(3) })).toEqual({ value: 0, standardError: 0 });
  });

  test('is for all densities that can be sampled', () => {
    const { value, standardError } = klDivergence(uniform(0, 1), gaussian(0, 1), {
      method: 'monte-carlo',
      rng: createRng(1),
    });
    expect(standardError).toBeLessThan(1e-3);
    expect(Math.abs(value - (1 / 3 + Math.log(2 * Math.PI)) / 2) / standardError).toBeLessThan(4);
    expect(klDivergence(uniform(0, 2), uniform(0, 1), { method: 'monte-carlo', rng: createRng(1) }).value).toBe(
      Infinity,
    );
  });
});

describe('bad input is named', () => {
  const [line, plane, space] = [1, 2, 3].map((d) => randomMixture(2, d, createRng(d)));
  const { dimension, logDensity } = uniform(0, 1);
  const bare = { dimension, logDensity };
  const clipped = { dimension, logDensity, breakpoints: () => [0, 0.5] };
  const X = FiniteDistribution.empty().source('X', { a: 1 });
  const rng = createRng(1);
  const divergence = klDivergence as (p: unknown, q: unknown, options?: object) => unknown;

  test.each<[string, unknown, unknown, object | undefined, string]>([
    ['lengths', [0.5, 0.5], [1], undefined, 'p and q must have the same length, got 2 and 1'],
    ['sum', [0.5, 0.4], [0.5, 0.5], undefined, 'p must sum to 1, got a sum of 0.9'],
    ['sign', [0.5, 0.5], [1.5, -0.5], undefined, 'q[1] must be a finite non-negative number, got -0.5'],
    ['nothing', [], [], undefined, 'p must have a positive sum, got 0'],
    ['kinds', [1], X, undefined, 'p and q must be of one kind, got [1] and a FiniteDistribution'],
    ['missing', [1], undefined, undefined, 'p and q must be of one kind, got [1] and undefined'],
    ['variables', X, X.source('Y', { b: 1 }), undefined, 'p and q must have the same variables, got X and X, Y'],
    ['options of sums', [1], [1], { method: 'quadrature' }, 'finite distributions are summed exactly: no options, got'],
    ['no density', line, 'q', { method: 'quadrature' }, "q must be a density, such as a GaussianMixture, got 'q'"],
    ['dimensions', line, plane, { method: 'matched' }, 'p and q must have the same dimension, got 1 and 2'],
    ['no method', line, line, undefined, 'method must be one of'],
    ['method', line, line, { method: 'exact' }, "'quadrature', 'monte-carlo', got 'exact'"],
    ['option', line, line, { method: 'matched', sample: 3 }, "klDivergence has no option 'sample'"],
    ['stream', line, line, { method: 'monte-carlo' }, 'rng must come from createRng(seed), got undefined'],
    ['samples', line, line, { method: 'monte-carlo', samples: 0, rng }, 'samples must be a positive integer, got 0'],
    [
      'one sample',
      line,
      line,
      { method: 'monte-carlo', samples: 1, rng },
      'samples must be at least 2 for a standard error',
    ],
    ['space', space, space, { method: 'quadrature' }, 'quadrature is for 1 or 2 dimensions, got 3'],
    [
      'components',
      line,
      line,
      { method: 'closed-form' },
      "the method 'closed-form' is for single Gaussians, got 2 components in p",
    ],
    ['no mixture', bare, bare, { method: 'product' }, "the method 'product' is for Gaussian mixtures"],
    [
      'no sample',
      bare,
      bare,
      { method: 'monte-carlo', rng },
      'a density without a method sample(n, rng) cannot be sampled',
    ],
    [
      'a sample of another size',
      { ...bare, sample: () => new Matrix(1, 1) },
      bare,
      { method: 'monte-carlo', samples: 10, rng },
      'sample must return 10×1 numbers, got 1×1',
    ],
    ['no breakpoints', bare, bare, { method: 'quadrature' }, 'quadrature needs a density with a method breakpoints()'],
    [
      'mass that is missed',
      clipped,
      clipped,
      { method: 'quadrature' },
      'p must integrate to 1 between its breakpoints, got 0.5',
    ],
  ])('%s', (_, p, q, options, message) => {
    expect(() => divergence(p, q, options)).toThrow(message);
  });

  test.each(KL_MIXTURE_METHODS.filter((method) => method !== 'closed-form'))(
    'no dimension is too high for %s',
    (method) => {
      expect(klDivergence(space, space, { method })).toBeCloseTo(0, 10);
    },
  );
});
