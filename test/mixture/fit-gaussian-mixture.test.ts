import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { COVARIANCE_TYPES, type CovarianceType } from '../../src/mixture/covariance-types.js';
import { type FitOptions, fitGaussianMixture } from '../../src/mixture/fit-gaussian-mixture.js';
import { GaussianMixture, type MixtureParameters } from '../../src/mixture/gaussian-mixture.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from './random-mixture.js';

const identity = (d: number) => Matrix.eye(d).to2DArray();

/** One EM step as the textbook writes it (Bishop 2006, §9.2.2), with scikit-learn's regularisation: slow and readable. */
function stepByTheBook(X: number[][], current: MixtureParameters, type: CovarianceType, regularization: number) {
  const d = X[0].length;
  const k = current.weights.length;
  const components = Array.from({ length: k }, (_, c) => {
    const [means, covariances] = [current.means as number[][], current.covariances];
    return new GaussianMixture({ weights: [1], means: [means[c]], covariances: [covariances[c]] });
  });
  const densities = X.map((x) =>
    components.map((component, c) => current.weights[c] * Math.exp(component.logDensity([x])[0])),
  );
  const responsibilities = densities.map((row) => row.map((value) => value / row.reduce((a, b) => a + b)));
  const lowerBound = mean(densities.map((row) => Math.log(row.reduce((a, b) => a + b))));

  const masses = components.map((_, c) => responsibilities.reduce((sum, r) => sum + r[c], 0));
  const means = masses.map((mass, c) =>
    X[0].map((_, j) => X.reduce((sum, x, i) => sum + responsibilities[i][c] * x[j], 0) / mass),
  );
  const scatter = masses.map((_, c) =>
    X.reduce(
      (sum, x, i) => {
        const centred = Matrix.columnVector(x.map((value, j) => value - means[c][j]));
        return sum.add(centred.mmul(centred.transpose()).mul(responsibilities[i][c]));
      },
      Matrix.zeros(d, d),
    ),
  );
  const pooled = scatter.reduce((sum, matrix) => Matrix.add(sum, matrix), Matrix.zeros(d, d)).div(X.length);
  const covariances = scatter.map((matrix, c) => {
    const full = type === 'tied' ? pooled.clone() : matrix.div(masses[c]);
    if (type === 'diagonal') return Matrix.diag(full.diag()).add(Matrix.eye(d).mul(regularization));
    if (type === 'spherical') return Matrix.eye(d).mul(full.trace() / d + regularization);
    return full.add(Matrix.eye(d).mul(regularization));
  });
  return {
    lowerBound,
    parameters: {
      weights: masses.map((mass) => mass / X.length),
      means,
      covariances: covariances.map((matrix) => matrix.to2DArray()),
    },
  };
}

function expectClose(actual: unknown, expected: unknown, digits: number): void {
  const flat = (value: unknown): number[] => (Array.isArray(value) ? value.flatMap(flat) : [value as number]);
  const [a, b] = [flat(actual), flat(expected)];
  expect(a.length).toBe(b.length);
  a.forEach((x, i) => {
    expect(x).toBeCloseTo(b[i], digits);
  });
}

/** A sample from a random mixture and a start that is not the truth. */
function problem(k: number, d: number, n: number, seed: number) {
  const rng = createRng(seed);
  const X = randomMixture(k, d, rng).sample(n, rng).to2DArray();
  const initial = {
    weights: new Array<number>(k).fill(1 / k),
    means: X.slice(0, k),
    covariances: new Array<number[][]>(k).fill(identity(d).map((row) => row.map((x) => 4 * x))),
  };
  return { X, initial };
}

const covarianceType = fc.constantFrom(...COVARIANCE_TYPES);

describe('EM against independent implementations', () => {
  test('every step is the textbook step, for every covariance type', () => {
    fc.assert(
      fc.property(
        covarianceType,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer(),
        (type, d, k, seed) => {
          const { X, initial } = problem(k, d, 40, seed);
          let current: MixtureParameters = initial;
          for (let steps = 1; steps <= 3; steps++) {
            const book = stepByTheBook(X, current, type, 1e-6);
            const fit = fitGaussianMixture(X, k, { covariance: type, initial, maxIterations: steps, tolerance: 0 });
            expect(fit.lowerBound).toBeCloseTo(book.lowerBound, 9);
            expectClose(fit.mixture.weights, book.parameters.weights, 8);
            expectClose(fit.mixture.means, book.parameters.means, 8);
            expectClose(fit.mixture.covariances, book.parameters.covariances, 8);
            current = book.parameters;
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  const path = new URL('../fixtures/scikit-learn-em.json', import.meta.url);
  const cases = JSON.parse(readFileSync(path, 'utf8')) as ({
    X: number[][];
    initial: MixtureParameters;
    expected: MixtureParameters &
      Record<'iterations' | 'lowerBound' | 'logLikelihood' | 'aic' | 'bic', number> & { converged: boolean };
  } & Pick<FitOptions, 'covariance' | 'maxIterations' | 'tolerance'>)[];
  const named = cases.map(
    (c) => [`${c.covariance}, d = ${c.X[0].length}, at most ${c.maxIterations} iterations`, c] as const,
  );

  test.each(named)('agrees with scikit-learn: %s', (_, { X, initial, expected, ...options }) => {
    const fit = fitGaussianMixture(X, initial.weights.length, { ...options, initial } as FitOptions);
    expect([fit.converged, fit.iterations]).toEqual([expected.converged, expected.iterations]);
    expectClose(
      [fit.lowerBound, fit.logLikelihood, fit.aic, fit.bic],
      [expected.lowerBound, expected.logLikelihood, expected.aic, expected.bic],
      7,
    );
    expectClose(fit.mixture.weights, expected.weights, 8);
    expectClose(fit.mixture.means, expected.means, 7);
    expectClose(fit.mixture.covariances, expected.covariances, 7);
  });
});

describe('what EM promises', () => {
  test('the likelihood never decreases', () => {
    fc.assert(
      fc.property(
        covarianceType,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer(),
        (type, d, k, seed) => {
          const { X, initial } = problem(k, d, 60, seed);
          const bounds = Array.from({ length: 12 }, (_, i) => {
            const options: FitOptions = {
              covariance: type,
              initial,
              maxIterations: i + 1,
              tolerance: 0,
              regularization: 0,
            };
            try {
              return fitGaussianMixture(X, k, options).lowerBound;
            } catch (error) {
              // Without regularisation a component may collapse, which is an error of its own.
              expect(String(error)).toMatch(/component \d+ collapsed on too few points/);
              return Infinity;
            }
          });
          for (let i = 1; i < bounds.length; i++) expect(bounds[i]).toBeGreaterThanOrEqual(bounds[i - 1] - 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('recovers a well separated mixture', () => {
    const truth = new GaussianMixture({
      weights: [0.3, 0.7],
      means: [
        [0, 0],
        [8, 8],
      ],
      covariances: [
        [
          [1, 0.5],
          [0.5, 1],
        ],
        [
          [2, -0.6],
          [-0.6, 0.5],
        ],
      ],
    });
    const { mixture, converged } = fitGaussianMixture(truth.sample(20_000, createRng(1)), 2, { rng: createRng(2) });
    expect(converged).toBe(true);
    const order = mixture.weights[0] < mixture.weights[1] ? [0, 1] : [1, 0];
    expectClose(
      order.map((c) => mixture.weights[c]),
      truth.weights,
      1,
    );
    expectClose(
      order.map((c) => mixture.means[c]),
      truth.means,
      1,
    );
    expectClose(
      order.map((c) => mixture.covariances[c]),
      truth.covariances,
      1,
    );
  });

  test('one component is the sample mean and the maximum-likelihood covariance', () => {
    const { X } = problem(2, 3, 50, 5);
    const { mixture, lowerBound } = fitGaussianMixture(X, 1, { rng: createRng(1), regularization: 0 });
    const matrix = new Matrix(X);
    const centred = matrix.clone().center('column');
    expectClose(mixture.means[0], matrix.mean('column'), 10);
    expectClose(mixture.covariances[0], centred.transpose().mmul(centred).div(50).to2DArray(), 10);
    expect(lowerBound).toBeCloseTo(mean(mixture.logDensity(X)), 10);
  });

  test('restarts keep the best of several starts', () => {
    const { X } = problem(5, 2, 150, 11);
    const options = { tolerance: 1e-6, maxIterations: 500 };
    const single = fitGaussianMixture(X, 5, { ...options, rng: createRng(3) });
    const several = fitGaussianMixture(X, 5, { ...options, rng: createRng(3), restarts: 10 });
    expect(several.lowerBound).toBeGreaterThanOrEqual(single.lowerBound);
    const worst = Math.min(
      ...Array.from({ length: 10 }, (_, i) => fitGaussianMixture(X, 5, { ...options, rng: createRng(i) }).lowerBound),
    );
    expect(several.lowerBound).toBeGreaterThan(worst);
  });

  test('is repeatable, and not converging is reported', () => {
    const { X } = problem(4, 2, 100, 2);
    const run = () => fitGaussianMixture(X, 4, { rng: createRng(9), maxIterations: 2, tolerance: 1e-9 });
    expect(run().mixture.means).toEqual(run().mixture.means);
    expect([run().converged, run().iterations]).toEqual([false, 2]);
  });

  test('aic and bic count the free parameters of the final mixture', () => {
    const { X } = problem(3, 2, 80, 4);
    const parameters = { full: 2 + 6 + 9, tied: 2 + 6 + 3, diagonal: 2 + 6 + 6, spherical: 2 + 6 + 3 };
    for (const covariance of COVARIANCE_TYPES) {
      const { mixture, logLikelihood, aic, bic } = fitGaussianMixture(X, 3, { covariance, rng: createRng(1) });
      expect(logLikelihood).toBeCloseTo(
        mixture.logDensity(X).reduce((a, b) => a + b),
        9,
      );
      expect(aic).toBeCloseTo(2 * parameters[covariance] - 2 * logLikelihood, 9);
      expect(bic).toBeCloseTo(parameters[covariance] * Math.log(80) - 2 * logLikelihood, 9);
    }
  });
});

describe('awkward data', () => {
  test('as many components as points: each sits on its point', () => {
    const X = [
      [0, 0],
      [5, 1],
      [9, 9],
    ];
    const { mixture } = fitGaussianMixture(X, 3, { rng: createRng(1) });
    expectClose(
      [...mixture.means].sort((a, b) => a[0] - b[0]),
      X,
      6,
    );
    expectClose(
      mixture.covariances,
      new Array(3).fill([
        [1e-6, 0],
        [0, 1e-6],
      ]),
      9,
    );
  });

  test('fewer distinct points than components: the rest are empty, with weight zero', () => {
    const X = [...new Array(10).fill([0, 0]), ...new Array(10).fill([3, 4])] as number[][];
    const { mixture } = fitGaussianMixture(X, 4, { rng: createRng(1) });
    expect(mixture.weights.filter((w) => w > 0).length).toBe(2);
    expect(mixture.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    const logs = mixture.logDensity(X);
    for (const log of logs) expect(log).toBeCloseTo(Math.log(0.5) - Math.log(2 * Math.PI * 1e-6), 6);
  });

  test('a component started far from all points empties without harming the others', () => {
    const { X } = problem(1, 2, 50, 3);
    const initial = {
      weights: [0.5, 0.5],
      means: [
        [0, 0],
        [1e5, 1e5],
      ],
      covariances: [identity(2), identity(2)],
    };
    const { mixture, logLikelihood } = fitGaussianMixture(X, 2, { initial });
    expect(mixture.weights).toEqual([1, 0]);
    expect(mixture.means[1]).toEqual([1e5, 1e5]);
    expect(logLikelihood).toBeCloseTo(fitGaussianMixture(X, 1, { rng: createRng(1) }).logLikelihood, 6);
  });

  test('a collapse is an error that says what to do, unless regularised or another start succeeds', () => {
    const X = [
      [0, 0],
      [0, 0],
      [0, 0],
      [5, 5],
      [6, 5],
      [5, 7],
      [6, 6],
    ];
    const options = { rng: createRng(1), regularization: 0 };
    expect(() => fitGaussianMixture(X, 2, options)).toThrow(
      /component \d collapsed on too few points .* raise regularization, got 0/,
    );
    expect(fitGaussianMixture(X, 2, { rng: createRng(1) }).mixture.components).toBe(2);
  });
});

describe('bad input', () => {
  const X = problem(2, 2, 20, 1).X;
  const rng = createRng(1);
  const start = { weights: [1], means: [[0, 0]], covariances: [identity(2)] };
  test.each<[string, number, FitOptions, string]>([
    ['zero components', 0, { rng }, 'components must be a positive integer, got 0'],
    ['negative components', -2, { rng }, 'components must be a positive integer, got -2'],
    ['more components than points', 21, { rng }, 'components must be at most the number of points 20, got 21'],
    ['no stream', 2, {}, 'rng must come from createRng(seed), got undefined'],
    [
      'an unknown covariance',
      2,
      { rng, covariance: 'diag' as never },
      "covariance must be one of 'full', 'tied', 'diagonal', 'spherical', got 'diag'",
    ],
    ['an unknown option', 2, { rng, tol: 1 } as never, "fitGaussianMixture has no option 'tol'"],
    ['a negative tolerance', 2, { rng, tolerance: -1 }, 'tolerance must be a finite non-negative number, got -1'],
    [
      'a NaN regularization',
      2,
      { rng, regularization: Number.NaN },
      'regularization must be a finite non-negative number, got NaN',
    ],
    ['no iterations', 2, { rng, maxIterations: 0 }, 'maxIterations must be a positive integer, got 0'],
    ['half a restart', 2, { rng, restarts: 0.5 }, 'restarts must be a positive integer, got 0.5'],
    ['a start of another size', 2, { initial: start }, 'initial must have 2 components in 2 dimensions, got 1 in 2'],
    [
      'restarts from a given start',
      1,
      { initial: start, restarts: 3 },
      'restarts must be 1 when initial is given, got 3',
    ],
  ])('%s', (_, components, options, message) => {
    expect(() => fitGaussianMixture(X, components, options)).toThrow(message);
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'X must be numbers, got null at row 1, column 0'],
    ['an empty text', '', "X must be numbers, got '' at row 1, column 0"],
    ['a numeral', '2', "X must be numbers, got '2' at row 1, column 0"],
    ['a date', new Date(0), 'X must be numbers, got a Date at row 1, column 0'],
    ['a list', [1], 'X must be numbers, got [1] at row 1, column 0'],
    ['true', true, 'X must be numbers, got true at row 1, column 0'],
  ])('%s among the values', (_, value, message) => {
    expect(() =>
      fitGaussianMixture(
        [
          [1, 2],
          [value as number, 1],
          [3, 0],
        ],
        1,
        { rng },
      ),
    ).toThrow(message);
  });

  test('a scale at which the default regularisation, or the size of numbers, would decide', () => {
    const scaled = (s: number) => X.map((row) => row.map((x) => s * x));
    const fitScaled = (s: number, regularization?: number) =>
      fitGaussianMixture(scaled(s), 2, {
        rng: createRng(1),
        ...(regularization === undefined ? {} : { regularization }),
      });
    expect(() => fitScaled(1e-5)).toThrow(
      /^X varies by .* in column 0, which the default regularization of 0.000001 would hide/,
    );
    expect(() => fitScaled(1e-5)).toThrow('choose larger units, or a regularization');
    const unit = fitScaled(1, 0).mixture;
    for (const s of [1e-140, 1e-5, 1e5, 1e140]) {
      const { weights, means, covariances } = fitScaled(s, 0).mixture;
      weights.forEach((weight, c) => {
        expect(weight).toBeCloseTo(unit.weights[c], 8);
        expect(means[c][0] / s).toBeCloseTo(unit.means[c][0], 8);
        expect(covariances[c][1][0] / s / s).toBeCloseTo(unit.covariances[c][1][0], 8);
      });
    }
    expect(() => fitScaled(1e-160, 0)).toThrow('X must vary by 1e-150 to 1e+150, or not at all');
    expect(() => fitScaled(1e160, 0)).toThrow('X must vary by 1e-150 to 1e+150, or not at all');
  });

  test('a start that is no object', () => {
    for (const initial of [null, 0, '', false]) {
      expect(() => fitGaussianMixture(X, 1, { initial: initial as never, rng })).toThrow('takes its options by name');
    }
  });

  test('a sample with a hole', () => {
    expect(() =>
      fitGaussianMixture(
        [
          [1, 2],
          [Number.NaN, 1],
        ],
        1,
        { rng },
      ),
    ).toThrow('X must be finite, got NaN at row 1, column 0');
  });
});
