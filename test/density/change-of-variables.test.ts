import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { changeOfVariables, type Diffeomorphism, diffeomorphismErrors } from '../../src/density/change-of-variables.js';
import type { Density } from '../../src/density/density.js';
import { differentialEntropy } from '../../src/density/differential-entropy.js';
import { klDivergence } from '../../src/density/kl-divergence.js';
import { totalVariation } from '../../src/density/total-variation.js';
import { GaussianMixture } from '../../src/mixture/gaussian-mixture.js';
import type { SampleInput } from '../../src/numeric/samples.js';
import { mean } from '../../src/numeric/summary.js';
import { createRng } from '../../src/random/rng.js';
import { randomMixture } from '../mixture/random-mixture.js';
import { chiSquareScore } from '../statistics.js';
import { gaussian, integralOnLine, integralOnPlane } from './oracles.js';

const quadrature = { method: 'quadrature' } as const;

const exponential: Diffeomorphism = {
  forward: ([x]) => [Math.exp(x)],
  inverse: ([y]) => [Math.log(y)],
  logAbsDetJacobian: ([x]) => x,
};
const decreasing: Diffeomorphism = {
  forward: ([x]) => [-2 * Math.sinh(x)],
  inverse: ([y]) => [Math.asinh(-y / 2)],
  logAbsDetJacobian: ([x]) => Math.LN2 + Math.log(Math.cosh(x)),
};
/** Bends the plane and doubles its second coordinate. */
const bend: Diffeomorphism = {
  forward: ([x, y]) => [x + y ** 2 / 8, y * 2],
  inverse: ([u, v]) => [u - v ** 2 / 32, v / 2],
  logAbsDetJacobian: () => Math.LN2,
};
const stretchEach: Diffeomorphism = {
  forward: ([x, y]) => [Math.sinh(x), Math.exp(y / 2)],
  inverse: ([u, v]) => [Math.asinh(u), 2 * Math.log(v)],
  logAbsDetJacobian: ([x, y]) => Math.log(Math.cosh(x)) + y / 2 - Math.LN2,
};
const spiral: Diffeomorphism = {
  forward: ([x, y]) => turn(x, y, 1),
  inverse: ([u, v]) => turn(u, v, -1),
  logAbsDetJacobian: () => 0,
};
function turn(x: number, y: number, sign: number): number[] {
  const angle = (sign * Math.hypot(x, y)) / 3;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

const line = randomMixture(3, 1, createRng('line'));
const plane = randomMixture(3, 2, createRng('plane'));

describe('the density', () => {
  test('of e^X for normal X is the log-normal one, and zero where e^x never is', () => {
    const [mu, sigma] = [0.3, 0.8];
    const { logDensity } = changeOfVariables(gaussian(mu, sigma * sigma), exponential);
    for (const y of [1e-3, 0.5, 1, 20]) {
      const z = (Math.log(y) - mu) / sigma;
      expect(logDensity([y])[0]).toBeCloseTo((-z * z) / 2 - Math.log(y * sigma * Math.sqrt(2 * Math.PI)), 12);
    }
    expect([...logDensity([-1, 0, 1])]).toEqual([-Infinity, -Infinity, expect.any(Number)]);
    expect([...logDensity([-1])]).toEqual([-Infinity]);
  });

  test('integrates to one on the line', () => {
    const density = changeOfVariables(line, decreasing);
    expect(
      integralOnLine(
        (y) => density.logDensity(y.map(Math.sinh)).map((log, i) => Math.exp(log) * Math.cosh(y[i])),
        -14,
        14,
        0.002,
      ),
    ).toBeCloseTo(1, 10);
  });

  test.each([
    ['bent', bend],
    ['turned in a spiral', spiral],
  ])('integrates to one in the plane, %s', (_, map) => {
    const density = changeOfVariables(plane, map);
    expect(integralOnPlane((Y) => density.logDensity(Y).map(Math.exp), -32, 32, 0.16)).toBeCloseTo(1, 8);
  });

  test('agrees with a histogram of its samples', () => {
    const density = changeOfVariables(line, decreasing);
    const n = 50_000;
    const sample = density.sample(n, createRng(1)).to1DArray();
    expect(chiSquareScore(...histogram(density, sample))).toBeLessThan(3.5);
    // A density that is wrong by 5 per cent does not pass.
    const tilt = (X: SampleInput) => density.logDensity(X).map((log, i) => log + (i % 2 === 0 ? 0.1 : 0));
    const distorted = { logDensity: tilt };
    expect(chiSquareScore(...histogram(distorted, sample))).toBeGreaterThan(3.5);
  });
});

/** Counts in cells that hold a fortieth of the sample or so, and what is expected there by the midpoint rule. */
function histogram({ logDensity }: Pick<Density, 'logDensity'>, sample: number[]): [number[], number[]] {
  const sorted = sample.toSorted((a, b) => a - b);
  // Rounded, so that they are not points of the sample.
  const bounds = Array.from({ length: 39 }, (_, i) =>
    Number(sorted[Math.round(((i + 1) * sample.length) / 40)].toFixed(2)),
  );
  const observed = bounds.slice(1).map((to, i) => sorted.filter((x) => x > bounds[i] && x <= to).length);
  const expected = bounds.slice(1).map((to, i) => {
    const step = (to - bounds[i]) / 100;
    const points = Float64Array.from({ length: 100 }, (_, j) => bounds[i] + (j + 0.5) * step);
    return sample.length * step * logDensity(points).reduce((sum, log) => sum + Math.exp(log), 0);
  });
  return [observed, expected];
}

describe('entropy and divergences', () => {
  test('entropy grows by E log |det J|, on the line', () => {
    for (const map of [exponential, decreasing]) {
      const logJacobian = integralOnLine(
        (x) => line.logDensity(x).map((log, i) => Math.exp(log) * map.logAbsDetJacobian([x[i]])),
        -30,
        30,
        0.02,
      );
      const entropy = differentialEntropy(changeOfVariables(line, map), quadrature);
      expect(entropy).toBeCloseTo(differentialEntropy(line, quadrature) + logJacobian, 9);
    }
  });

  test('entropy grows by E log |det J|, in the plane', () => {
    const sample = plane.sample(5000, createRng(1)).to2DArray();
    for (const map of [bend, spiral, stretchEach]) {
      const growth = mean(sample.map((x) => map.logAbsDetJacobian(x)));
      const { value, standardError } = differentialEntropy(changeOfVariables(plane, map), {
        method: 'monte-carlo',
        samples: 5000,
        rng: createRng(2),
      });
      const spread = 2 * standardError;
      expect(Math.abs(value - differentialEntropy(plane, quadrature) - growth) / spread).toBeLessThan(4);
      expect(spread).toBeLessThan(0.1);
    }
  });

  test('divergence and distance stay as they are, on the line', () => {
    const other = randomMixture(2, 1, createRng('other'));
    for (const map of [exponential, decreasing]) {
      const [p, q] = [changeOfVariables(line, map), changeOfVariables(other, map)];
      expect(klDivergence(p, q, quadrature)).toBeCloseTo(klDivergence(line, other, quadrature), 9);
      expect(totalVariation(p, q, quadrature)).toBeCloseTo(totalVariation(line, other, quadrature), 9);
    }
  });

  test('divergence and distance stay as they are, in the plane: even point by point', () => {
    const other = randomMixture(2, 2, createRng('other'));
    const monteCarlo = () => ({ method: 'monte-carlo', samples: 500, rng: createRng(1) }) as const;
    for (const map of [bend, spiral]) {
      const [p, q] = [changeOfVariables(plane, map), changeOfVariables(other, map)];
      // Through `sampleLabelled`, as a change of variables draws its points.
      const draws = plane.sample(500, createRng(1)).to2DArray();
      const logQ = other.logDensity(draws);
      const logRatios = plane.logDensity(draws).map((log, i) => log - logQ[i]);
      expect(klDivergence(p, q, monteCarlo()).value).toBeCloseTo(mean(logRatios), 10);
    }
    const distance = totalVariation(changeOfVariables(plane, spiral), changeOfVariables(other, spiral), {
      method: 'monte-carlo',
      rng: createRng(2),
      samples: 5000,
    });
    const exact = totalVariation(plane, other, quadrature);
    expect(Math.abs(distance.value - exact) / distance.standardError).toBeLessThan(4);
  });

  test('mutual information stays as it is when each coordinate is mapped by itself', () => {
    const { weights, means, covariances } = plane;
    // The product of the marginals: a component for each pair.
    const product = new GaussianMixture({
      weights: weights.flatMap((a) => weights.map((b) => a * b)),
      means: means.flatMap(([x]) => means.map(([, y]) => [x, y])),
      covariances: covariances.flatMap(([[v]]) =>
        covariances.map(([, [, w]]) => [
          [v, 0],
          [0, w],
        ]),
      ),
    });
    const information = klDivergence(plane, product, quadrature);
    expect(information).toBeGreaterThan(0.1);
    const mapped = klDivergence(changeOfVariables(plane, stretchEach), changeOfVariables(product, stretchEach), {
      method: 'monte-carlo',
      samples: 5000,
      rng: createRng(1),
    });
    expect(Math.abs(mapped.value - information) / mapped.standardError).toBeLessThan(4);
  });
});

describe('the check of a map', () => {
  const points = plane.sample(50, createRng(1));

  test.each([
    ['bend', bend],
    ['spiral', spiral],
    ['stretchEach', stretchEach],
  ])('%s is what it says', (_, map) => {
    const { inverse, logAbsDetJacobian } = diffeomorphismErrors(map, points);
    expect(inverse).toBeLessThan(1e-13);
    expect(logAbsDetJacobian).toBeLessThan(1e-8);
  });

  test('a wrong inverse and a wrong Jacobian are seen', () => {
    expect(diffeomorphismErrors({ ...bend, inverse: ([u, v]) => [u, v / 2] }, points).inverse).toBeGreaterThan(0.1);
    const wrong = { ...bend, logAbsDetJacobian: () => 0 };
    expect(diffeomorphismErrors(wrong, points).logAbsDetJacobian).toBeCloseTo(Math.LN2, 7);
    expect(diffeomorphismErrors({ ...exponential, inverse: () => [Number.NaN] }, [1]).inverse).toBeNaN();
  });

  test('does not depend on units', () => {
    const nano: Diffeomorphism = {
      forward: ([x]) => [Math.sinh(x * 1e9)],
      inverse: ([y]) => [Math.asinh(y) * 1e-9],
      logAbsDetJacobian: ([x]) => Math.log(Math.cosh(x * 1e9)) + 9 * Math.LN10,
    };
    const errors = diffeomorphismErrors(nano, [-1e-9, 0, 2e-9]);
    expect(errors.inverse).toBeLessThan(1e-14);
    expect(errors.logAbsDetJacobian).toBeLessThan(1e-8);
  });
});

test('a Matrix of points comes out of sampling, n×d', () => {
  const sample = changeOfVariables(plane, spiral).sample(7, createRng(1));
  expect(sample).toBeInstanceOf(Matrix);
  expect([sample.rows, sample.columns]).toEqual([7, 2]);
});

test('bad input is named', () => {
  expect(() => changeOfVariables({} as never, bend)).toThrow('density must be a density, such as a GaussianMixture');
  const bent = changeOfVariables(plane, bend);
  expect(() => bent.logDensity([1, 2])).toThrow('Y must have 2 columns, got 1');
  expect(() => differentialEntropy(bent, quadrature)).toThrow(
    'a change of variables has breakpoints in 1 dimension only, got 2',
  );
  const bare = { dimension: 1, logDensity: line.logDensity.bind(line) };
  expect(() => changeOfVariables(bare, exponential).sample(1, createRng(1))).toThrow('cannot be sampled');
});
